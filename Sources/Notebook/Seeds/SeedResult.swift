private import Foundation

/// What one seed of a fan brought: one line of a results file.
///
/// The line is what `ganbook run --json` prints, so that single runs, fans and pieces from other
/// machines can be laid one behind the other and merged.
public struct SeedResult: Sendable, Equatable {
  /// The preset as a line without its seed: results of one configuration can be put together.
  public let configuration: String
  public let kernel: String
  public let seed: UInt64
  public let steps: Int
  /// "finished", or "diverged at step 120".
  public let status: String
  /// One, or the sides of a twin.
  public let columns: [Column]
  /// The line as it was read.
  public let line: String

  /// What came out of one game.
  public struct Column: Sendable, Equatable {
    /// What sets it apart; empty where it is alone.
    public let title: String
    public let fingerprint: String
    /// Each measure by its name; one that has no number is missing.
    public let measures: [String: Double]
  }

  /// Whether it trained to its end.
  public var isFinished: Bool { status == "finished" }

  /// Whether two results tell the same story.
  func agrees(with other: SeedResult) -> Bool {
    seed == other.seed && status == other.status
      && columns.map(\.fingerprint) == other.columns.map(\.fingerprint)
  }

  init(
    configuration: String, kernel: String, seed: UInt64, steps: Int, status: String,
    columns: [Column], line: String
  ) {
    self.configuration = configuration
    self.kernel = kernel
    self.seed = seed
    self.steps = steps
    self.status = status
    self.columns = columns
    self.line = line
  }

  // MARK: Reading

  /// The longest configuration, and as much again for the results.
  static let longestLine = 1 << 18

  /// Reads a line of a results file.
  /// - Throws: ``SeedError`` with one sentence without the place.
  public init(line: String) throws(SeedError) {
    guard line.utf8.count <= Self.longestLine else {
      throw SeedError("longer than any result is")
    }
    let text: Text
    do {
      text = try JSONDecoder().decode(Text.self, from: Data(line.utf8))
    } catch {
      throw SeedError("not a result of 'ganbook run --json'")
    }
    guard let configuration = text.configuration, !configuration.isEmpty else {
      throw SeedError("the result names no configuration; it can't be put together with others")
    }
    self.init(
      configuration: configuration, kernel: text.kernel, seed: text.seed, steps: text.steps,
      status: text.status, columns: text.columns?.map(Column.init) ?? [Column(text)], line: line)
    guard (1...Run.mostColumns).contains(columns.count), steps >= 0 else {
      throw SeedError("not a result of 'ganbook run --json'")
    }
  }

  /// The form on disk.
  fileprivate struct Text: Decodable {
    let configuration: String?
    let kernel: String
    let seed: UInt64
    let steps: Int
    let status: String
    let fingerprint: String
    let metrics: [String: Double?]
    let columns: [Side]?

    struct Side: Decodable {
      let title: String
      let fingerprint: String
      let metrics: [String: Double?]
    }
  }
}

extension SeedResult.Column {
  fileprivate init(_ text: SeedResult.Text) {
    self.init(
      title: "", fingerprint: text.fingerprint, measures: text.metrics.compactMapValues(\.self))
  }

  fileprivate init(_ side: SeedResult.Text.Side) {
    self.init(
      title: side.title, fingerprint: side.fingerprint,
      measures: side.metrics.compactMapValues(\.self))
  }
}

/// Why results can't be read or put together: one sentence.
public struct SeedError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
