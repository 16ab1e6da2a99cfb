import Notebook
import Plotting

extension Report {
  /// Whether anything is known of the modes.
  var hasLife: Bool { last.columns.contains { $0.life.count > 0 } }

  /// The hop log of a column: step, from, to, and D's logit on the mode that was left. Modes are
  /// counted from 1.
  func hopRows(of column: Int) -> [[String]] {
    last.columns[column].life.hops.map { hop in
      [Number.spaced(hop.step), "\(hop.from + 1)", "\(hop.to + 1)", hop.logitText]
    }
  }

  /// The hops of each column, a line a column: "4 hops: 1 → 2 at step 1 500, …".
  var hopLines: [String] {
    guard hasLife else { return [] }
    return last.columns.enumerated().map { index, column in
      let hops = column.life.hops
      let told = hops.suffix(6).map { "\($0.from + 1) → \($0.to + 1) at \(Number.spaced($0.step))" }
      let count = hops.count == 1 ? "1 hop" : "\(hops.count) hops"
      let words =
        hops.isEmpty
        ? "no hop from mode to mode"
        : "\(count): " + (hops.count > 6 ? "… " : "") + told.joined(separator: ", ")
      return isTwin ? "\(columnTitles[index]): \(words)" : words
    }
  }

  /// A column's modes over time, for programs: modes in their order, hops with modes from 1.
  func lifeJSON(of column: Int) -> JSON {
    let life = last.columns[column].life
    func lists(_ series: [[Float]]) -> JSON {
      .list(series.map { .list($0.map { .number($0.shortest) }) })
    }
    return [
      "step": .list(life.steps.map { .integer($0) }), "shares": lists(life.shares),
      "logits": lists(life.logits),
      "hops": .list(
        life.hops.map { hop in
          [
            "step": .integer(hop.step), "from": .integer(hop.from + 1),
            "to": .integer(hop.to + 1), "logit": .number(hop.logit.shortest),
          ]
        }),
    ]
  }
}

extension MarkdownReport {
  /// The chart of each column as text, and its hop log as a table.
  var life: String {
    guard report.hasLife else { return "" }
    return report.last.columns.indices.map { index in
      let chart = LifeText(column: report.last.columns[index], last: report.last.step).lines
      let rows = report.hopRows(of: index)
      let log =
        rows.isEmpty
        ? "No hop from mode to mode."
        : Self.table(["step", "from mode", "to mode", "D's logit on the old mode"], rows)
      return heading(of: index) + Self.block(chart, "text") + "\n\n" + log
    }.joined(separator: "\n\n")
  }
}
