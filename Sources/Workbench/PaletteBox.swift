import Plotting

/// The palette over the page: what is typed, and what fits it.
struct PaletteBox {
  let list: PaletteList
  let palette: PaletteState
  let glyphs: Glyphs

  func draw(into frame: inout Frame) {
    let columns = min(76, frame.columns - 4)
    let rows = min(16, frame.rows - 4)
    let rect = Rect(
      column: (frame.columns - columns) / 2, row: 2, columns: columns, rows: rows)
    frame.fill(rect)
    Spot.cover.mark(frame.area, in: &frame)
    Spot.box.mark(rect, in: &frame)
    let keys = Footer(context: .palette).line(columns: columns - 4)
    let box = Box(title: Line("commands", .accent, .bold), count: keys)
    var inside = box.draw(into: &frame, in: rect, glyphs: glyphs, style: Style(.accent))
      .inset(columns: 1)
    let top = inside.takeTop(1)
    let mistake = palette.mistake.map { Line("  \($0)", .warning) } ?? Line()
    let room = max(8, top.columns - 2 - mistake.width)
    frame.write(
      Line(": ", .accent, .bold) + palette.editor.line(columns: room) + mistake, row: 0, in: top)
    frame.fill(inside.takeTop(1), Cell(glyphs.horizontal, Style(.faint)))
    drawEntries(into: &frame, in: inside)
  }

  private func drawEntries(into frame: inout Frame, in rect: Rect) {
    guard !list.entries.isEmpty else {
      frame.write(Line("Nothing has these letters.", .faint), row: 0, in: rect)
      return
    }
    let chosen = min(palette.chosen, list.entries.count - 1)
    let scroll = min(max(0, chosen - rect.rows / 2), max(0, list.entries.count - rect.rows))
    for (row, entry) in list.entries.dropFirst(scroll).prefix(rect.rows).enumerated() {
      if row + scroll == chosen { frame.paint(.selection, row: row, in: rect) }
      Spot.entry(row + scroll).mark(row: row, of: rect, in: &frame)
      var line = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
      let keys = Line(Text.clipped(entry.keys, to: rect.columns / 3), .accent)
      frame.write(keys, row: 0, in: line.takeRight(keys.width), .trailing)
      _ = line.takeRight(1)
      frame.write(text(of: entry), row: 0, in: line)
    }
  }

  /// The letters that were typed stand out.
  private func text(of entry: PaletteList.Entry) -> Line {
    let places = Set(Likeness(of: entry.text, for: palette.editor.text)?.places ?? [])
    return entry.text.enumerated().reduce(Line()) { line, letter in
      let isTyped = places.contains(letter.offset)
      return line + Line(String(letter.element), isTyped ? .accent : .normal, isTyped ? .bold : [])
    }
  }
}
