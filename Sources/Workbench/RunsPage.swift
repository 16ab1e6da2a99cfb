import Adversarial
import Experiments
import Notebook
import Plotting

/// The recorded runs: a line each, forks under their parents; what is known of the chosen one.
struct RunsPage {
  let state: State

  private var glyphs: Glyphs { state.glyphs }

  func draw(into frame: inout Frame) {
    var rest = frame.area
    let top = rest.takeTop(1)
    let rows = state.runs.rows
    frame.write(heading, row: 0, in: top)
    frame.write(count(shown: rows.count), row: 0, in: top, .trailing, offset: 1)
    frame.fill(rest.takeTop(1), Cell(glyphs.horizontal, Style(.faint)))
    let footer = rest.takeBottom(1)
    frame.write(bottomLine(columns: footer.columns), row: 0, in: footer)
    frame.fill(rest.takeBottom(1), Cell(glyphs.horizontal, Style(.faint)))
    if let marked = state.markedRun {
      drawComparison(with: marked, into: &frame, in: &rest)
    } else if rest.rows >= 16, !rows.isEmpty {
      let facts = rest.takeBottom(6)
      drawFacts(into: &frame, in: facts)
      frame.fill(rest.takeBottom(1), Cell(glyphs.horizontal, Style(.faint)))
    }
    draw(rows, into: &frame, in: rest)
  }

  /// Beside the list where there is room for both, else below it.
  private func drawComparison(
    with marked: RunCard, into frame: inout Frame, in rest: inout Rect
  ) {
    let panel: Rect
    if rest.columns >= ComparisonPanel.columns * 5 / 2 {
      panel = rest.takeRight(ComparisonPanel.columns)
      frame.fill(rest.takeRight(1), Cell(glyphs.vertical, Style(.faint)))
    } else {
      panel = rest.takeBottom(max(5, rest.rows * 3 / 5))
      frame.fill(rest.takeBottom(1), Cell(glyphs.horizontal, Style(.faint)))
    }
    ComparisonPanel(
      marked: marked, chosen: state.chosenRun, curve: state.runs.curve, glyphs: glyphs
    )
    .draw(into: &frame, in: panel)
  }

  private var heading: Line {
    let title = Line(" Recorded runs", .accent, .bold)
    guard let folder = state.runs.folder else { return title }
    return title + Line("  \(folder.path)", .faint)
      + Line(folder.isReadOnly ? "  read only" : "", .warning)
  }

  private func count(shown: Int) -> Line {
    guard let all = state.runs.cards?.count else { return Line() }
    if let awaited = state.runs.awaited, awaited > all {
      return Line("reading: \(Number.spaced(all)) of \(Number.spaced(awaited)) runs", .faint)
    }
    let runs = all == 1 ? "1 run" : "\(all) runs"
    return Line(state.runs.filter.text.isEmpty ? runs : "\(shown) of \(runs)", .faint)
  }

  private func bottomLine(columns: Int) -> Line {
    if state.context == .filter {
      let editor = Line(" /", .accent, .bold) + state.runs.filter.line(columns: columns / 2)
      return editor + Line("  ")
        + Footer(context: .filter).line(columns: columns - editor.width - 2)
    }
    if case .writing(let writing)? = state.layers.last { return writing.line(columns: columns) }
    if let notice = state.notice { return NoticeLine(notice: notice).line }
    return Footer(context: .runs).line(columns: columns)
  }

  private func draw(_ rows: [RunsState.Row], into frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      let area = rect.inset(columns: 2, rows: 1)
      frame.write(empty.flatMap { Text.wrapped($0, to: area.columns) }.map { Line($0) }, in: area)
      return
    }
    let chosen = rows.firstIndex { $0.card.id == state.chosenRun?.id } ?? 0
    let scroll = min(max(0, chosen - rect.rows / 2), max(0, rows.count - rect.rows))
    for (index, row) in rows.dropFirst(scroll).prefix(rect.rows).enumerated() {
      let isChosen = index + scroll == chosen
      if isChosen { frame.paint(.selection, row: index, in: rect) }
      Spot.entry(index + scroll).mark(row: index, of: rect, in: &frame)
      let line = Rect(
        column: rect.column, row: rect.row + index, columns: rect.columns, rows: 1)
      RunRow(
        row: row, isChosen: isChosen, isMarked: row.card.id == state.runs.marked, glyphs: glyphs
      ).draw(into: &frame, in: line)
    }
  }

  private var empty: [String] {
    guard let cards = state.runs.cards else { return ["Reading the notebook …"] }
    guard cards.isEmpty else { return ["No run has these letters."] }
    return [
      "No run is recorded here yet.", "",
      "Every run that you start from the contents is kept by itself, with all that you do to it.",
    ]
  }

  private func drawFacts(into frame: inout Frame, in rect: Rect) {
    guard let card = state.chosenRun else { return }
    let area = rect.inset(columns: 2)
    var lines = [Line(card.id, .accent, .bold) + Line("  \(card.title)", .normal)]
    if let problem = card.problem {
      lines += Text.wrapped(problem, to: area.columns).map { Line($0, .warning) }
    }
    let steps = "\(Number.spaced(card.steps)) of \(Number.steps(card.target))"
    lines.append(Line("\(steps), seed \(card.seed), \(card.status)"))
    if let parent = card.parent {
      lines.append(Line("forked from \(parent.id) at step \(Number.spaced(parent.step))"))
    }
    if card.columns > 1 { lines.append(Line("\(card.columns) columns side by side")) }
    lines.append(Line("began \(card.began)   kernels \(card.kernel)", .faint))
    frame.write(lines.map { $0.clipped(to: area.columns) }, in: area)
  }
}
