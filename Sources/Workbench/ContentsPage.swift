import Experiments
import Plotting

/// The table of contents: chapters, pages, the chosen page's presets; its text beside them.
struct ContentsPage {
  let state: State

  func draw(into frame: inout Frame) {
    var rest = frame.area
    let top = rest.takeTop(1)
    frame.write(Line(" ganbook", .accent, .bold) + subtitle(columns: top.columns), row: 0, in: top)
    frame.write(count, row: 0, in: top, .trailing, offset: 1)
    drawRule(into: &frame, in: rest.takeTop(1))
    let footer = rest.takeBottom(1)
    frame.write(bottomLine(columns: footer.columns), row: 0, in: footer)
    drawRule(into: &frame, in: rest.takeBottom(1))
    if rest.columns >= 80 {
      drawSideBySide(into: &frame, in: rest)
    } else {
      drawStacked(into: &frame, in: rest)
    }
  }

  private func subtitle(columns: Int) -> Line {
    columns < 72 ? Line() : Line("  a lab notebook for generative adversarial networks", .faint)
  }

  private var count: Line {
    let (shown, all) = (state.pagesInView.count, state.pages.count)
    let pages = all == 1 ? "1 page" : "\(all) pages"
    let isFiltered = !state.contents.filter.text.isEmpty
    return Line(isFiltered ? "\(shown) of \(pages)" : pages, .faint)
  }

  private func bottomLine(columns: Int) -> Line {
    if state.context == .filter {
      let editor = Line(" /", .accent, .bold) + state.contents.filter.line()
      return editor + Line("  ")
        + Footer(context: .filter).line(columns: columns - editor.width - 2)
    }
    if case .writing(let writing)? = state.layers.last { return writing.line(columns: columns) }
    if let notice = state.notice { return NoticeLine(notice: notice).line }
    return Footer(context: .contents).line(columns: columns)
  }

  private func drawRule(into frame: inout Frame, in rect: Rect) {
    frame.fill(rect, Cell(state.glyphs.horizontal, Style(.faint)))
  }

  private func drawSideBySide(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    let list = rest.takeLeft(min(48, max(38, rect.columns * 2 / 5)))
    drawList(into: &frame, in: list)
    frame.fill(rest.takeLeft(1), Cell(state.glyphs.vertical, Style(.faint)))
    var text = rest.inset(columns: 2)
    text.columns = min(text.columns, 76)
    drawText(into: &frame, in: text)
  }

  private func drawStacked(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    let words = rest.takeBottom(rect.rows >= 14 ? rect.rows / 2 : 4)
    drawList(into: &frame, in: rest)
    var text = words
    drawRule(into: &frame, in: text.takeTop(1))
    drawText(into: &frame, in: text.inset(columns: 1))
  }

  private func drawText(into frame: inout Frame, in rect: Rect) {
    guard let page = state.chosenPage else {
      frame.write(Line("Nothing here has these letters.", .faint), row: 0, in: rect)
      return
    }
    let lines = PageText(page: page, preset: state.chosenPreset).lines(columns: rect.columns)
    let scroll = min(state.contents.scroll, max(0, lines.count - rect.rows))
    frame.write(Array(lines.dropFirst(scroll)), in: rect)
    Spot.text.mark(rect, in: &frame)
    guard lines.count - scroll > rect.rows, rect.rows > 1 else { return }
    let last = rect.rows - 1
    frame.fill(
      Rect(column: rect.column, row: rect.row + last, columns: rect.columns, rows: 1))
    frame.write(Line("… PgDn", .faint), row: last, in: rect, .trailing)
  }

  private func drawList(into frame: inout Frame, in rect: Rect) {
    let rows = ContentsList(state: state).rows(columns: rect.columns)
    let chosen = rows.firstIndex { $0.place != nil && $0.place == state.chosenPlace } ?? 0
    let scroll = min(max(0, chosen - rect.rows / 2), max(0, rows.count - rect.rows))
    let places = state.places
    for (index, row) in rows.dropFirst(scroll).prefix(rect.rows).enumerated() {
      if let place = row.place.flatMap({ places.firstIndex(of: $0) }) {
        Spot.entry(place).mark(row: index, of: rect, in: &frame)
      }
      if row.place != nil, row.place == state.chosenPlace {
        frame.paint(.selection, row: index, in: rect)
      }
      frame.write(row.line, row: index, in: rect)
      frame.write(row.end, row: index, in: rect, .trailing, offset: 1)
    }
  }
}
