import Adversarial
import Experiments
import Notebook
import Plotting

/// The report as Markdown: headings, tables, and pictures as text in code blocks.
struct MarkdownReport {
  let report: Report
  /// The name of a picture that lies beside the report.
  var picture: String?

  var text: String {
    let sections = [
      head, again, section("The plane", planes), section("Measures", measures),
      section("Mode life", life), section("The claim put to the test", trial),
      section("Curves", curves), section("Changes", changes), section("Notes", notes),
      section("The preset", Self.block([report.presetText], "yaml")),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ body: String) -> String {
    body.isEmpty ? "" : "## \(title)\n\n\(body)"
  }

  private var head: String {
    var parts = ["# \(Self.escaped(report.title))", "> \(Self.escaped(claim))"]
    parts += report.seen.map { "So far: \(Self.escaped($0))." }
    parts.append("\(Self.escaped(report.facts)).")
    if let parting = report.parting { parts.append(parting) }
    return parts.joined(separator: "\n\n")
  }

  private var claim: String {
    report.place.isEmpty
      ? report.experiment.claim : "\(report.experiment.claim) (\(report.place))"
  }

  private var again: String {
    let lines = [report.runCommand, report.replayCommand].compactMap { $0 }
    let parts = [lines.isEmpty ? "" : Self.block(lines, "sh"), report.remark ?? ""]
    return "To make the run again:\n\n"
      + parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: Pictures

  /// The plane's steps as text, and before them the picture where there is one.
  private var planes: String {
    let link = picture.map { "![\(Self.escaped(report.title))](<\($0)>)\n\n" } ?? ""
    return link + films
  }

  private var films: String {
    report.last.columns.indices.map { index in
      heading(of: index) + Self.block(TextFilm(film: report.film, column: index).lines, "text")
    }.joined(separator: "\n\n")
  }

  private var curves: String {
    report.last.columns.indices.map { index in
      heading(of: index)
        + Self.block(CurveText(column: report.last.columns[index]).lines, "text")
    }.joined(separator: "\n\n")
  }

  func heading(of column: Int) -> String {
    report.isTwin ? "### \(Self.escaped(report.columnTitles[column]))\n\n" : ""
  }

  // MARK: Tables

  private var measures: String {
    Self.table(["measure"] + report.columnTitles + ["real data"], report.measureRows)
  }

  private var trial: String {
    report.trialSentences.map { "- \(Self.escaped($0))" }.joined(separator: "\n")
  }

  private var changes: String {
    let rows = report.changes.map { [Number.spaced($0.step), $0.words] }
    return rows.isEmpty ? "" : Self.table(["before step", "change"], rows)
  }

  private var notes: String {
    report.notes.map { note in
      let place = note.step.map { "Step \(Number.spaced($0))" } ?? "Before any step"
      // What a person wrote may be Markdown: it stays as it is.
      return note.text.isEmpty ? "**\(place)** (mark)" : "**\(place)**\n\n\(note.text)"
    }.joined(separator: "\n\n")
  }

  static func table(_ head: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { escaped($0) }.joined(separator: " | ") + " |"
    }
    let rule = "|" + head.indices.map { $0 == 0 ? "---|" : "---:|" }.joined()
    return ([line(head), rule] + rows.map(line)).joined(separator: "\n")
  }

  /// A code block whose fence is longer than any run of backticks inside.
  static func block(_ lines: [String], _ language: String) -> String {
    let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + language] + lines + [fence]).joined(separator: "\n")
  }

  /// A text in which nothing means anything to Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar == "\n" ? " " : scalar)
    }
    return result
  }
}

extension Report {
  /// A row a measure: its title, its value in each column, and that of real data.
  var measureRows: [[String]] {
    measureList.map { measure in
      let values = last.columns.map { column in
        column.measures.first { $0.name == measure.name }
          .map { $0.format.text(of: $0.value).trimmed } ?? "–"
      }
      return [measure.title] + values + [measure.format.text(of: measure.ofReal).trimmed]
    }
  }

  /// Every measure that a column has: those of a twin need not have the same.
  private var measureList: [Measurement] {
    var found: [Measurement] = []
    for measure in last.columns.flatMap(\.measures)
    where !found.contains(where: { $0.name == measure.name }) { found.append(measure) }
    return found
  }
}
