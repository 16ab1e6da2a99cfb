import Adversarial
import Experiments
import Notebook
import Plotting

/// The report as plain lines of at most 76 characters. Where other formats draw, this one says
/// what there is to see: it is read aloud, or sent by mail.
struct PlainReport {
  let report: Report

  private static let width = 76

  var text: String {
    let sections = [
      head, again, section("The plane", planes), section("Measures", measures),
      section("Mode life", report.hopLines.flatMap(Self.wrapped)),
      section("The claim put to the test", report.trialSentences.flatMap(Self.wrapped)),
      section("Curves", curves), section("Changes", changes), section("Notes", notes),
      section("The preset", report.presetText.split(separator: "\n").map(String.init)),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines
  }

  private var head: [String] {
    let place = report.place.isEmpty ? "" : " (\(report.place))"
    return [report.title].flatMap(Self.wrapped)
      + ["Claim: \(report.experiment.claim)\(place)."].flatMap(Self.wrapped)
      + report.seen.flatMap { Self.wrapped("So far: \($0).") }
      + [
        "\(report.facts.prefix(1).uppercased())\(report.facts.dropFirst()).",
        report.parting ?? "",
      ].filter { !$0.isEmpty }.flatMap(Self.wrapped)
  }

  private var again: [String] {
    let lines = [report.runCommand, report.replayCommand].compactMap { $0 }
    return ["To make the run again:"] + lines.map { "  \($0)" }
      + (report.remark.map(Self.wrapped) ?? [])
  }

  // MARK: What there is to see

  private var planes: [String] {
    report.film.flatMap { moment in
      moment.columns.indices.flatMap { index in
        let side = report.isTwin ? ", \(report.columnTitles[index])" : ""
        let words = PlaneWords(column: moment.columns[index], experiment: report.experiment).text
        return Self.wrapped("Step \(Number.spaced(moment.step))\(side): \(words).")
      }
    }
  }

  private var measures: [String] {
    report.measureRows.flatMap { row in
      let values = zip(report.columnTitles, row.dropFirst()).map { title, value in
        report.isTwin ? "\(title) \(value)" : value
      }
      return Self.wrapped(
        "\(row[0]): \(values.joined(separator: ", ")); real data \(row.last ?? "–").")
    }
  }

  private var curves: [String] {
    report.last.columns.indices.flatMap { index in
      let column = report.last.columns[index]
      let side = report.isTwin ? "\(report.columnTitles[index]), " : ""
      return column.curveList.indices.compactMap { Self.words(of: $0, in: column) }
        .flatMap { Self.wrapped(side + $0) }
    }
  }

  /// "Discriminator cost: 1.386 at first, between 0.412 and 1.402, now 0.693; ln 2 is 0.693."
  private static func words(of index: Int, in column: Moment.Column) -> String? {
    let values = column.series(curves: true, index).filter(\.isFinite)
    guard let first = values.first, let lowest = values.min(), let highest = values.max(),
      let now = values.last
    else { return nil }
    func number(_ value: Float) -> String { Number.short(Double(value)) }
    let curve = column.curveList[index]
    let level = curve.reference.map { "; \($0.title) is \(Number.short($0.value))" } ?? ""
    return "\(spoken(curve.name)): \(number(first)) at first, between \(number(lowest)) and "
      + "\(number(highest)), now \(number(now))\(level)."
  }

  /// The name in files as words: signs like ∇ are not read aloud well.
  private static func spoken(_ name: String) -> String {
    name.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  // MARK: What was done and written

  private var changes: [String] {
    report.changes.flatMap { Self.wrapped("Before step \(Number.spaced($0.step)): \($0.words).") }
  }

  private var notes: [String] {
    report.notes.flatMap { note in
      let place = note.step.map { "Step \(Number.spaced($0))" } ?? "Before any step"
      return Self.wrapped(note.text.isEmpty ? "\(place): a mark." : "\(place): \(note.text)")
    }
  }

  private static func wrapped(_ text: String) -> [String] {
    Text.wrapped(Wording.lines(text), to: width)
  }
}

extension Wording {
  /// A text from outside with its lines kept and everything else that steers a terminal replaced.
  static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { line(String($0)) }.joined(separator: "\n")
  }
}
