public import Experiments

/// A page's claim with what each seed said of it.
public struct LedgerEntry: Sendable {
  public let page: String
  public let claim: String
  public let section: String
  public let trial: Trial
  /// Seeds and findings, by seed.
  public let findings: [(seed: UInt64, finding: Finding)]
  /// The quick form's limits, in words; nil for a whole trial.
  public let limits: String?

  public init(
    _ page: Experiment, _ trial: Trial, findings: [(seed: UInt64, finding: Finding)],
    isQuick: Bool
  ) {
    self.page = page.name
    claim = page.claim
    section = page.section
    self.trial = trial
    self.findings = findings.sorted { $0.seed < $1.seed }
    limits = isQuick ? trial.quick.limits : nil
  }

  public var verdict: Verdict { Verdict(findings.map(\.finding)) }

  /// Median, smallest and largest of the seeds' numbers; nil where no seed has one.
  public var numbers: (median: Double, least: Double, most: Double)? {
    let numbers = findings.map(\.finding.number).filter { !$0.isNaN }.sorted()
    guard let least = numbers.first, let most = numbers.last else { return nil }
    let middle = numbers.count / 2
    let median =
      numbers.count.isMultiple(of: 2)
      ? (numbers[middle - 1] + numbers[middle]) / 2 : numbers[middle]
    return (median, least, most)
  }

  /// One object, keys in a fixed order.
  public var json: JSON {
    var entries: [JSON.Entry] = [
      .init("page", .text(page)),
      .init("claim", .text(claim)),
      .init("section", .text(section)),
      .init("rule", .text(trial.rule)),
      .init("quantity", .text(trial.quantity)),
      .init("verdict", .text(verdict.rawValue)),
      .init("median", numbers.map { .number($0.median) } ?? .null),
      .init("seeds", .list(findings.map(Self.json))),
      .init(
        "published",
        .list(trial.published.map { ["source": .text($0.source), "words": .text($0.words)] })),
    ]
    if let limits { entries.append(.init("limits", .text(limits))) }
    return .object(entries)
  }

  private static func json(_ item: (seed: UInt64, finding: Finding)) -> JSON {
    [
      "seed": .unsigned(item.seed),
      "holds": item.finding.holds.map { .boolean($0) } ?? .null,
      "number": .number(item.finding.number),
      "words": .text(item.finding.words),
    ]
  }

  /// The entry for people.
  public var text: String {
    var lines = ["\(page) (\(section)): \(claim)", "  \(verdict.rawValue)" + range, ""]
    for (seed, finding) in findings {
      let answer = finding.holds.map { $0 ? "holds" : "fails" } ?? "cannot tell"
      lines.append("  seed \(seed): \(answer), \(finding.words)")
    }
    lines.append("")
    lines += Wording.wrapped("rule: " + trial.rule, columns: 92).split(separator: "\n").map {
      "  " + $0
    }
    for row in trial.published { lines.append("  published: \(row.words) [\(row.source)]") }
    if let limits { lines.append("  the quick form is shorter: \(limits)") }
    return lines.joined(separator: "\n")
  }

  private var range: String {
    guard let numbers else { return "" }
    let all = [numbers.median, numbers.least, numbers.most].map { Wording.fixed($0, places: 2) }
    return ": \(trial.quantity) \(all[0]) (median; \(all[1]) to \(all[2]))"
  }
}
