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
    if !asides.isEmpty { entries.append(.init("asides", .list(asides.map { .text($0) }))) }
    return .object(entries)
  }

  private static func json(_ found: LedgerFinding) -> JSON {
    var entries: [JSON.Entry] = [
      .init("seed", .unsigned(found.place.seed)), .init("number", .number(found.finding.number)),
      .init("words", .text(found.finding.words)),
      .init("holds", found.finding.holds.map { .boolean($0) } ?? .null),
    ]
    let cases = found.finding.cases
    if cases.all > 1 {
      entries.append(
        .init(
          "cases",
          [
            "held": .integer(cases.held), "failed": .integer(cases.failed),
            "all": .integer(cases.all),
          ]
        ))
    }
    if !found.finding.rows.isEmpty {
      entries.append(
        .init(
          "rows",
          .list(
            found.finding.rows.map {
              [
                "arm": .text($0.title), "number": .number($0.number), "words": .text($0.words),
              ]
            })))
    }
    return .object(entries)
  }

  /// The entry for people, as plain lines.
  public var text: String {
    var lines = ["\(page.name) (\(page.section)): \(page.claim)"]
    lines.append("  \(verdict.rawValue)" + (range.map { ": \($0)" } ?? ""))
    lines.append("")
    for found in findings {
      lines.append("  seed \(found.place.seed): \(found.answer), \(found.finding.words)")
    }
    lines += table
    lines.append("")
    if let statistics { lines += Self.indented(statistics) }
    for aside in asides { lines += Self.indented("beside it, " + aside) }
    lines += Self.indented("rule: " + trial.rule)
    for row in trial.published { lines += Self.indented("published: \(row.words) [\(row.source)]") }
    if let limits { lines += Self.indented("this was the quick form: \(limits)") }
    return lines.joined(separator: "\n")
  }

  /// A row for each arm, a column for each seed; nothing where the findings have no rows.
  private var table: [String] {
    let titles = findings.first?.finding.rows.map(\.title) ?? []
    guard !titles.isEmpty else { return [] }
    var columns = [[""] + titles]
    columns += findings.map { found in
      ["seed \(found.place.seed)"]
        + titles.map { title in found.finding.rows.first { $0.title == title }?.words ?? "–" }
    }
    let widths = columns.map { $0.map(\.count).max() ?? 0 }
    let rows = (0...titles.count).map { row in
      let cells = zip(columns, widths).map { column, width in
        column[row] + String(repeating: " ", count: width - column[row].count)
      }
      return "  " + cells.joined(separator: "  ").trimmed
    }
    return [""] + (trial.rowsTitle.map { ["  " + $0] } ?? []) + rows
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

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
