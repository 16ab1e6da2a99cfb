import Experiments
import Notebook
import Plotting

/// A page's claim in one line of the ledger, or where there is room in two: its section, its
/// verdict, the seeds' numbers or how far the trial is, and what others have published.
struct LedgerRow {
  let page: Experiment
  let ledger: LedgerState
  let isChosen: Bool
  let glyphs: Glyphs

  private var entry: LedgerEntry? { ledger.ledger.entry(page) }

  func draw(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    let isNarrow = rect.columns < 76
    frame.write(
      Line(isChosen ? " \(glyphs.pointer) " : "   ", .accent, .bold), row: 0, in: rest.takeLeft(3))
    let name = rest.takeLeft(isNarrow ? 18 : 21)
    frame.write(Line(page.name, .normal, isChosen ? .bold : []), row: 0, in: name)
    _ = rest.takeLeft(1)
    if rect.rows > 1 { drawSecond(into: &frame, in: rest, from: name) }
    if !isNarrow { frame.write(Line(page.section, .faint), row: 0, in: rest.takeLeft(9)) }
    let word = VerdictWord(page: page, ledger: ledger).line
    frame.write(word, row: 0, in: rest.takeLeft(VerdictWord.width + 1))
    frame.write(standing(columns: rest.columns), row: 0, in: rest)
  }

  /// The claim, and the published figure.
  private func drawSecond(into frame: inout Frame, in rest: Rect, from name: Rect) {
    var line = Line(page.claim, .faint)
    if let published = page.trial?.published.first {
      line += Line("   published: \(published.words)", .faint)
    }
    let columns = rest.columns + rest.column - name.column - 2
    let second = Rect(column: name.column + 2, row: name.row + 1, columns: columns, rows: 1)
    frame.write(line.clipped(to: columns), row: 0, in: second)
  }

  /// How far the trial is, or the seeds' numbers with their median and range.
  private func standing(columns: Int) -> Line {
    if ledger.isTrying(page.name) { return progress(columns: columns) }
    guard let entry, let numbers = entry.numbers else {
      return Line(entry.map { Self.count($0) } ?? "", .faint)
    }
    let written = [numbers.median, numbers.least, numbers.most].map(LedgerEntry.written)
    let middle = "median \(written[0]), \(written[1]) to \(written[2])"
    let all = entry.findings.map { LedgerEntry.written($0.finding.number) }.joined(separator: "  ")
    let count = Self.count(entry)
    // The richest that fits.
    let forms = [
      ("\(all)   \(middle)", "   \(count)"), (middle, "   \(count)"),
      ("\(written[0]), \(written[1]) to \(written[2])", "   \(count)"),
      ("\(written[0]), \(written[1]) to \(written[2])", ""), (written[0], ""),
    ]
    let lines = forms.map { Line($0.0) + Line($0.1, .faint) }
    return lines.first { $0.width <= columns } ?? Line(written[0]).clipped(to: columns)
  }

  private func progress(columns: Int) -> Line {
    let count = ledger.progress.count(of: page.name)
    let left = ledger.secondsLeft(of: page.name).map { "\(Number.clock($0)) left, " } ?? ""
    return Line("\(left)\(count.done) of \(count.all) games done", .accent).clipped(to: columns)
  }

  /// "3 seeds, quick"
  static func count(_ entry: LedgerEntry) -> String {
    let count = entry.findings.count
    return "\(count) \(count == 1 ? "seed" : "seeds")" + (entry.isQuick ? ", quick" : "")
  }
}
