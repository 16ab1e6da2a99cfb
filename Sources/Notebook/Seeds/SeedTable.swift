private import Adversarial

/// Many seeds in a table: every result, and what they say together.
public struct SeedTable: Sendable {
  let results: SeedResults
  /// Measures by name, in the order of the columns.
  package let measures: [Measure]
  /// Seeds that brought no result, and why, in a sentence.
  let failures: [Failure]

  /// How a measure is called and written.
  public struct Measure: Sendable, Equatable {
    public let name: String
    public let title: String
    public let isPercent: Bool
  }

  /// A seed without a result.
  public struct Failure: Sendable, Equatable {
    public let seed: UInt64
    public let reason: String
    public init(seed: UInt64, reason: String) {
      self.seed = seed
      self.reason = reason
    }
  }

  public init(_ results: SeedResults, failures: [Failure] = []) {
    self.results = results
    self.failures = failures
    measures = Self.measures(of: results)
  }

  /// Known measures in the order of the panels; others after them, by name.
  private static func measures(of results: SeedResults) -> [Measure] {
    let found = Set(results.results.flatMap { $0.columns.flatMap(\.measures.keys) })
    let known = Adversarial.Measure.all.filter { found.contains($0.name) }
    let others = found.subtracting(known.map(\.name)).sorted()
    return known.map { .init(name: $0.name, title: $0.title, isPercent: $0.name == "highQuality") }
      + others.map { .init(name: $0, title: $0, isPercent: false) }
  }

  private var finished: [SeedResult] { results.results.filter(\.isFinished) }
  package var titles: [String] { results.results.first?.columns.map(\.title) ?? [] }

  /// A measure of one side of every run that finished and has a number.
  package func values(_ measure: Measure, side: Int) -> [Double] {
    finished.compactMap { $0.columns[side].measures[measure.name] }
  }

  // MARK: For people

  /// The whole table in plain lines.
  public var text: String {
    guard let first = results.results.first else {
      return (["no seed brought a result"] + failureLines).joined(separator: "\n")
    }
    var parts = ["\(Wording.line(first.configuration)), \(counts)"]
    for (side, title) in titles.enumerated() {
      parts.append(table(of: side, titled: Wording.line(title)))
    }
    if !failureLines.isEmpty { parts.append(failureLines.joined(separator: "\n")) }
    for side in titles.indices.dropFirst() { parts.append(signTest(side)) }
    return parts.joined(separator: "\n\n")
  }

  /// "8 seeds: 7 finished, 1 diverged, 1 failed"
  private var counts: String {
    let all = results.results.count + failures.count
    let diverged = results.results.count - finished.count
    var words = "\(Wording.count(all)) \(all == 1 ? "seed" : "seeds"): \(finished.count) finished"
    if diverged > 0 { words += ", \(diverged) diverged" }
    if !failures.isEmpty { words += ", \(failures.count) without a result" }
    return words
  }

  private var failureLines: [String] {
    failures.map { "  seed \($0.seed): \(Wording.line($0.reason))" }
  }

  private func table(of side: Int, titled title: String) -> String {
    var lines = [row([title.isEmpty ? "seed" : title] + measures.map(\.title))]
    for result in results.results {
      let column = result.columns[side]
      let cells = measures.map { written(column.measures[$0.name], $0) }
      let status = result.isFinished ? "" : "  " + Wording.line(result.status)
      lines.append(row([String(result.seed)] + cells) + status)
    }
    lines.append(
      row(["mean"] + measures.map { written(Statistics.mean(values($0, side: side)), $0) }))
    lines.append(
      row(
        ["± error"]
          + measures.map {
            written(Statistics.standardError(values($0, side: side)), $0)
          }))
    return lines.joined(separator: "\n")
  }

  package func written(_ value: Double?, _ measure: Measure) -> String {
    guard let value else { return "-" }
    if measure.isPercent { return "\(Wording.fixed(100 * value, places: 1)) %" }
    let isCount = value == value.rounded() && abs(value) < 1e6
    return isCount ? Wording.number(value) : Wording.fixed(value, places: 3)
  }

  private func row(_ cells: [String]) -> String {
    let first = "  " + cells[0] + String(repeating: " ", count: max(1, 20 - cells[0].count))
    return first
      + cells.dropFirst().map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
  }

  // MARK: The sides of a twin

  /// How the pairs of one side and the first fall out.
  package struct Pairs: Equatable {
    package var higher = 0
    package var lower = 0
    package var equal = 0
    package var p: Double { Statistics.signTest(higher: higher, lower: lower) }
  }

  package func pairs(_ measure: Measure, side: Int) -> Pairs {
    var pairs = Pairs()
    for result in finished {
      guard let base = result.columns[0].measures[measure.name],
        let other = result.columns[side].measures[measure.name]
      else { continue }
      if other > base { pairs.higher += 1 }
      if other < base { pairs.lower += 1 }
      if other == base { pairs.equal += 1 }
    }
    return pairs
  }

  private func signTest(_ side: Int) -> String {
    var lines = [
      "paired sign test: '\(Wording.line(titles[side]))' against '\(Wording.line(titles[0]))'",
      row(["", "higher", "lower", "equal", "p (two-sided)"]),
    ]
    for measure in measures {
      let pairs = pairs(measure, side: side)
      let cells = [pairs.higher, pairs.lower, pairs.equal].map(String.init)
      lines.append(row([measure.title] + cells + [Self.written(p: pairs.p)]))
    }
    return lines.joined(separator: "\n")
  }

  package static func written(p: Double) -> String {
    p < 0.0001 ? "< 0.0001" : Wording.fixed(p, places: 4)
  }
}
