/// Results of one configuration, a seed each, in the order of the seeds.
public struct SeedResults: Sendable {
  public private(set) var results: [SeedResult] = []
  /// Seeds that came more than once, with the same result.
  public private(set) var repeated: [UInt64] = []

  public init() {}

  /// Whether a seed has its result.
  public func has(_ seed: UInt64) -> Bool { results.contains { $0.seed == seed } }

  /// Adds a result; one that is there already is counted once.
  /// - Throws: ``SeedError`` where it belongs to another configuration or kind of kernels, or
  ///   says something else of a seed than what is there.
  public mutating func add(_ result: SeedResult) throws(SeedError) {
    if let first = results.first { try Self.check(result, against: first) }
    let place = results.firstIndex { $0.seed >= result.seed } ?? results.count
    guard place < results.count, results[place].seed == result.seed else {
      return results.insert(result, at: place)
    }
    guard results[place].agrees(with: result) else {
      throw SeedError("seed \(result.seed) has two different results")
    }
    repeated.append(result.seed)
  }

  private static func check(
    _ result: SeedResult, against first: SeedResult
  ) throws(SeedError) {
    guard result.configuration == first.configuration else {
      throw SeedError(
        "\(quoted(result.configuration)) and \(quoted(first.configuration)) are different "
          + "presets, whose results have no common mean")
    }
    guard result.kernel == first.kernel else {
      throw SeedError(
        "results of the kernels \(quoted(result.kernel)) and \(quoted(first.kernel)) differ in "
          + "their bits; merge each kind by itself")
    }
    guard result.columns.map(\.title) == first.columns.map(\.title) else {
      throw SeedError("the sides of seed \(result.seed) are not those of seed \(first.seed)")
    }
  }

  private static func quoted(_ text: String) -> String { "'\(Wording.line(text).prefix(120))'" }

  /// Reads a results file: a line a result; empty lines are passed over.
  ///
  /// - Parameter name: what a complaint calls the file.
  /// - Returns: whether the last line was torn: a program was killed while it wrote it. It is
  ///   left out.
  /// - Throws: ``SeedError`` with the file and the line.
  @discardableResult
  public mutating func add(text: String, name: String) throws(SeedError) -> Bool {
    // As bytes: CR LF is one character, and what a text holds behind a break is not a line.
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Substring($0) }
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      do {
        try add(SeedResult(line: String(line)))
      } catch {
        // A complete file ends with a line end, so that its last piece is empty.
        let isTorn = index == lines.count - 1 && (try? SeedResult(line: String(line))) == nil
        guard !isTorn else { return true }
        throw SeedError("\(Wording.line(name)):\(index + 1): \(error)")
      }
    }
    return false
  }
}
