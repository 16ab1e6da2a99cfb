import Notebook
import Plotting

/// The page's text beside the plane, and above it what was written about the run.
struct PagePanel {
  let run: RunState
  let glyphs: Glyphs

  func draw(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    let notes = notes(columns: max(1, rect.columns - 4))
    if !notes.isEmpty {
      let rows = min(notes.count + 2, max(4, rect.rows / 2))
      drawNotes(notes, into: &frame, in: rest.takeTop(rows))
      // The boxes share a line.
      rest = Rect(
        column: rest.column, row: rest.row - 1, columns: rest.columns, rows: rest.rows + 1)
    }
    let answer = Text.wrapped(LossReading.longest, to: max(1, rect.columns - 4)).count + 2
    let hasRoom = reading != nil && rest.rows >= 2 * answer
    let loss = rest.takeBottom(hasRoom ? answer : 0)
    if hasRoom { rest.rows += 1 }
    drawText(into: &frame, in: rest, joins: !notes.isEmpty, withLoss: !hasRoom)
    if hasRoom { drawLoss(into: &frame, in: loss) }
  }

  /// What the costs of the column in focus say.
  private var reading: LossReading? {
    run.moment.flatMap { moment in
      let focus = min(run.focus, moment.columns.count - 1)
      return LossReading(moment.columns[focus], at: run.step)
    }
  }

  /// Is this loss bad? The room is that of the longest answer, so that nothing moves.
  private func drawLoss(into frame: inout Frame, in rect: Rect) {
    let box = Box(title: Line("is this loss bad?", .faint), joinsAbove: true)
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs).inset(columns: 1)
    let words = Text.wrapped(reading?.sentence ?? "", to: max(1, inside.columns))
    frame.write(words.map { Line($0) }, in: inside)
  }

  private func drawText(
    into frame: inout Frame, in rect: Rect, joins: Bool, withLoss: Bool
  ) {
    let columns = max(1, rect.columns - 4)
    var lines = PageText(page: run.experiment, preset: run.preset).lines(columns: columns)
    if withLoss, let reading {
      lines += [Line(), Line("Is this loss bad?", .accent).clipped(to: columns)]
      lines += Text.wrapped(reading.sentence, to: columns).map { Line($0) }
    }
    let room = max(0, rect.rows - 2)
    let scroll = min(run.scroll, max(0, lines.count - room))
    let hidden = lines.count - scroll - room
    let box = Box(
      title: Line("page", .faint),
      count: hidden > 0 ? Line("PgDn", .accent) + Line(" \(hidden) more", .faint) : Line(),
      joinsAbove: joins)
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
    Spot.text.mark(inside, in: &frame)
    frame.write(Array(lines.dropFirst(scroll)), in: inside.inset(columns: 1))
  }

  private func drawNotes(_ lines: [Line], into frame: inout Frame, in rect: Rect) {
    let count = lines.count == 1 ? "1" : "\(lines.count)"
    let box = Box(title: Line("notes and marks", .faint), legend: Line(count, .faint))
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
    let chosen = min(run.chosenNote, lines.count - 1)
    let scroll = min(max(0, chosen - inside.rows / 2), max(0, lines.count - inside.rows))
    for (row, line) in lines.dropFirst(scroll).prefix(inside.rows).enumerated() {
      if row + scroll == chosen { frame.paint(.selection, row: row, in: inside) }
      Spot.note(row + scroll).mark(row: row, of: inside, in: &frame)
      frame.write(line, row: row, in: inside.inset(columns: 1))
    }
  }

  /// A line each: the step, and what was written there.
  private func notes(columns: Int) -> [Line] {
    run.remarks.map { remark in
      let step = Text.trailing(Number.spaced(remark.step), in: 7)
      let text = remark.text.isEmpty ? Line("marked", .faint) : Line(remark.text)
      return (Line("\(step)  ", .accent) + text).clipped(to: columns)
    }
  }
}

extension RunState {
  /// Whether the arrows choose among notes: the page is in view and has some.
  func listsNotes(_ layout: @autoclosure () -> RunLayout) -> Bool {
    guard tab == .page, !remarks.isEmpty else { return false }
    return layout().panels.contains { $0.panel == .page }
  }
}
