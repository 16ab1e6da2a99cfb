/// A frame of lines around an area, with words set into its border.
public struct Box: Sendable {
  /// Set into the top line, on the left.
  public var title: Line
  /// Set into the top line, on the right; gives way to the title.
  public var legend: Line
  /// Set into the bottom line, on the left and on the right.
  public var note: Line
  public var count: Line
  /// Whether the box hangs under another one and shares its bottom line.
  public var joinsAbove: Bool

  public init(
    title: Line = Line(), legend: Line = Line(), note: Line = Line(), count: Line = Line(),
    joinsAbove: Bool = false
  ) {
    self.title = title
    self.legend = legend
    self.note = note
    self.count = count
    self.joinsAbove = joinsAbove
  }

  /// Draws the border and returns the area inside it.
  public func draw(
    into frame: inout Frame, in rect: Rect, glyphs: Glyphs, style: Style = Style(.faint)
  ) -> Rect {
    guard rect.columns >= 2, rect.rows >= 2 else { return rect.inset(columns: 1, rows: 1) }
    let last = rect.rows - 1
    rule(row: 0, into: &frame, in: rect, glyphs: glyphs, style: style)
    rule(row: last, into: &frame, in: rect, glyphs: glyphs, style: style)
    let right = rect.column + rect.columns - 1
    for row in rect.row + 1..<rect.row + last {
      frame[row, rect.column] = Cell(glyphs.vertical, style)
      frame[row, right] = Cell(glyphs.vertical, style)
    }
    let top = (
      joinsAbove ? glyphs.leftTee : glyphs.topLeft, joinsAbove ? glyphs.rightTee : glyphs.topRight
    )
    frame[rect.row, rect.column] = Cell(top.0, style)
    frame[rect.row, right] = Cell(top.1, style)
    frame[rect.row + last, rect.column] = Cell(glyphs.bottomLeft, style)
    frame[rect.row + last, right] = Cell(glyphs.bottomRight, style)
    set(title, legend, row: 0, into: &frame, in: rect)
    set(note, count, row: last, into: &frame, in: rect)
    return rect.inset(columns: 1, rows: 1)
  }

  private func rule(
    row: Int, into frame: inout Frame, in rect: Rect, glyphs: Glyphs, style: Style
  ) {
    for column in rect.column..<rect.column + rect.columns {
      frame[rect.row + row, column] = Cell(glyphs.horizontal, style)
    }
  }

  private func set(
    _ left: Line, _ right: Line, row: Int, into frame: inout Frame, in rect: Rect
  ) {
    let room = rect.columns - 2
    if left.width > 0, room > 4 {
      let line = Line(" ") + left.clipped(to: room - 2) + Line(" ")
      frame.write(line, row: row, in: rect, offset: 1)
    }
    let taken = left.width > 0 ? left.width + 2 : 0
    guard right.width > 0, right.width + 3 <= room - taken else { return }
    frame.write(Line(" ") + right + Line(" "), row: row, in: rect, .trailing, offset: 1)
  }
}
