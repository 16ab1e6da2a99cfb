extension Frame {
  /// To which side of its area a line goes.
  public enum Side: Sendable, Hashable {
    case leading
    case trailing
    case centre
  }

  /// The whole frame as an area.
  public var area: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

  /// Fills an area with one cell.
  public mutating func fill(_ rect: Rect, _ cell: Cell = Cell()) {
    let rect = rect.intersection(area)
    for row in rect.row..<rect.row + rect.rows {
      for column in rect.column..<rect.column + rect.columns { self[row, column] = cell }
    }
  }

  /// Writes a line into a row of an area, cut where it does not fit; `row` counts from the top of
  /// the area, `offset` cells stay free on the side it goes to. A ground that the line leaves
  /// normal stays as it was.
  public mutating func write(
    _ line: Line, row: Int, in rect: Rect, _ side: Side = .leading, offset: Int = 0
  ) {
    guard row >= 0, row < rect.rows else { return }
    let line = line.clipped(to: rect.columns - offset)
    var column: Int
    switch side {
    case .leading: column = rect.column + offset
    case .trailing: column = rect.column + rect.columns - offset - line.width
    case .centre: column = rect.column + (rect.columns - line.width) / 2
    }
    for stretch in line.stretches {
      for scalar in stretch.text.unicodeScalars {
        put(scalar, stretch.style, row: rect.row + row, column: &column)
      }
    }
  }

  /// Writes lines one under the other, as many as fit.
  public mutating func write(_ lines: [Line], in rect: Rect) {
    for (row, line) in lines.prefix(rect.rows).enumerated() { write(line, row: row, in: rect) }
  }

  private mutating func put(
    _ scalar: Unicode.Scalar, _ style: Style, row: Int, column: inout Int
  ) {
    let width = Text.width(of: scalar)
    guard width > 0 else {
      if Text.combines(scalar) { mark(scalar, row: row, before: column) }
      return
    }
    var style = style
    if style.background == .normal { style.background = self[row, column].style.background }
    self[row, column] = Cell(scalar, style)
    if width == 2 { self[row, column + 1] = Cell(Cell.continuation, style) }
    column += width
  }

  /// Sets a combining character over what was written last.
  private mutating func mark(_ scalar: Unicode.Scalar, row: Int, before column: Int) {
    let isWide = self[row, column - 1].character == Cell.continuation
    let base = isWide ? column - 2 : column - 1
    if self[row, base].mark == nil { self[row, base].mark = scalar }
  }

  /// Gives a ground to a part of a row.
  public mutating func paint(_ ground: Ground, row: Int, in rect: Rect) {
    guard row >= 0, row < rect.rows else { return }
    for column in rect.column..<rect.column + rect.columns {
      self[rect.row + row, column].style.background = ground
    }
  }
}
