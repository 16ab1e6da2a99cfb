private import Experiments

extension LedgerEntry {
  /// One object, keys in a fixed order; a quick trial also says its `limits`.
  public var json: JSON {
    var entries: [JSON.Entry] = [
      .init("page", .text(page.name)),
      .init("claim", .text(page.claim)),
      .init("section", .text(page.section)),
      .init("rule", .text(trial.rule)),
      .init("verdict", .text(verdict.rawValue)),
      .init("seeds", .list(findings.map(Self.json))),
      .init(
        "published",
        .list(trial.published.map { ["source": .text($0.source), "words": .text($0.words)] })),
    ]
    if let limits { entries.append(.init("limits", .text(limits))) }
    return .object(entries)
  }

  private static func json(_ found: LedgerFinding) -> JSON {
    [
      "seed": .unsigned(found.place.seed), "number": .number(found.finding.number),
      "words": .text(found.finding.words),
      "holds": found.finding.holds.map { .boolean($0) } ?? .null,
    ]
  }

  /// The entry for people, as plain lines.
  public var text: String {
    var lines = ["\(page.name) (\(page.section)): \(page.claim)"]
    lines.append("  \(verdict.rawValue)" + (range.map { ": \($0)" } ?? ""))
    lines.append("")
    for found in findings {
      lines.append("  seed \(found.place.seed): \(found.answer), \(found.finding.words)")
    }
    lines.append("")
    if let statistics { lines += Self.indented(statistics) }
    lines += Self.indented("rule: " + trial.rule)
    for row in trial.published { lines += Self.indented("published: \(row.words) [\(row.source)]") }
    if let limits { lines += Self.indented("this was the quick form: \(limits)") }
    return lines.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> [String] {
    Wording.wrapped(text, columns: 92).split(separator: "\n").map { "  " + $0 }
  }
}

extension LedgerFinding {
  /// "holds", "fails" or "cannot tell".
  public var answer: String {
    switch finding.holds {
    case true?: "holds"
    case false?: "fails"
    case nil: "cannot tell"
    }
  }
}
