import Experiments
import Notebook
import Plotting

/// The ledger: every claim with its verdict, and what is known of the chosen one.
struct LedgerPage {
  let state: State

  private var glyphs: Glyphs { state.glyphs }
  private var pages: [Experiment] { state.claimingPages }

  func draw(into frame: inout Frame) {
    var rest = frame.area
    let top = rest.takeTop(1)
    frame.write(heading(columns: top.columns), row: 0, in: top)
    frame.write(count, row: 0, in: top, .trailing, offset: 1)
    rule(into: &frame, in: rest.takeTop(1))
    let footer = rest.takeBottom(1)
    frame.write(bottomLine(columns: footer.columns), row: 0, in: footer)
    rule(into: &frame, in: rest.takeBottom(1))
    guard !pages.isEmpty else {
      frame.write(Line("No page here claims anything.", .faint), row: 1, in: rest, offset: 2)
      return
    }
    let share = state.ledger.isDetailed ? rest.rows / 4 : rest.rows / 2
    let height = 2 * pages.count <= share && rest.columns >= 76 ? 2 : 1
    let list = rest.takeTop(min(height * pages.count, max(2, share / height * height)))
    drawList(into: &frame, in: list, height: height)
    rule(into: &frame, in: rest.takeTop(1))
    drawText(into: &frame, in: rest.inset(columns: 2))
  }

  private func heading(columns: Int) -> Line {
    let title = Line(" Ledger", .accent, .bold)
    return columns < 72 ? title : title + Line("  what trials here say of the claims", .faint)
  }

  private var count: Line {
    let entries = pages.compactMap { state.ledger.ledger.entry($0) }
    let whole = entries.filter { !$0.isQuick && $0.verdict == .reproduced }.count
    return Line("\(whole) of \(pages.count) reproduced", .faint)
  }

  private func bottomLine(columns: Int) -> Line {
    if let notice = state.notice { return NoticeLine(notice: notice).line }
    let isTrying = state.judgedPage.map { state.ledger.isTrying($0.name) } ?? false
    return Footer(context: .ledger, isTraining: isTrying).line(columns: columns)
  }

  private func rule(into frame: inout Frame, in rect: Rect) {
    frame.fill(rect, Cell(glyphs.horizontal, Style(.faint)))
  }

  private func drawList(into frame: inout Frame, in rect: Rect, height: Int) {
    let room = max(1, rect.rows / height)
    let chosen = pages.firstIndex { $0.name == state.judgedPage?.name } ?? 0
    let scroll = min(max(0, chosen - room / 2), max(0, pages.count - room))
    for (index, page) in pages.dropFirst(scroll).prefix(room).enumerated() {
      let isChosen = index + scroll == chosen
      let line = Rect(
        column: rect.column, row: rect.row + index * height, columns: rect.columns, rows: height)
      if isChosen { frame.paint(.selection, row: 0, in: line) }
      Spot.entry(index + scroll).mark(line, in: &frame)
      LedgerRow(page: page, ledger: state.ledger, isChosen: isChosen, glyphs: glyphs)
        .draw(into: &frame, in: line)
    }
  }

  private func drawText(into frame: inout Frame, in rect: Rect) {
    guard let page = state.judgedPage, !rect.isEmpty else { return }
    let text = LedgerText(page: page, ledger: state.ledger.ledger)
    let isDetailed = state.ledger.isDetailed
    let columns = min(rect.columns, 100)
    var lines = isDetailed ? text.lines(columns: columns) : text.summary(columns: columns)
    if let problem = state.ledger.problem {
      lines = Text.wrapped(problem, to: columns).map { Line($0, .warning) } + lines
    }
    let scroll = min(isDetailed ? state.ledger.scroll : 0, max(0, lines.count - rect.rows))
    frame.write(Array(lines.dropFirst(scroll)), in: rect)
    Spot.text.mark(rect, in: &frame)
    guard lines.count - scroll > rect.rows, rect.rows > 1 else { return }
    let last = Rect(
      column: rect.column, row: rect.row + rect.rows - 1, columns: rect.columns, rows: 1)
    frame.fill(last)
    frame.write(
      Line(isDetailed ? "… PgDn" : "… Enter", .faint), row: 0, in: last, .trailing)
  }
}
