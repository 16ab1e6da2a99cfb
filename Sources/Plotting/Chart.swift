/// A curve over several rows of cells, as a line of dots, with a level drawn across it.
public struct Chart: Sendable {
  public var values: [Float]
  public var range: ClosedRange<Double>
  /// A level worth drawing.
  public var level: Double?
  /// The value in view.
  public var cursor: Int?
  /// Values before which something was done.
  public var markers: [Int]

  public init(
    _ values: [Float], in range: ClosedRange<Double>, level: Double? = nil, cursor: Int? = nil,
    markers: [Int] = []
  ) {
    self.values = values
    self.range = range
    self.level = level
    self.cursor = cursor
    self.markers = markers
  }

  /// Draws into an area; level, cursor and markers give way to the curve.
  public func draw(into frame: inout Frame, in rect: Rect, glyphs: Glyphs, style: Style) {
    if let level, let row = row(of: level, of: rect.rows) {
      for column in rect.column..<rect.column + rect.columns {
        frame[rect.row + row, column] = Cell(glyphs.level, Style(.faint))
      }
    }
    if let column = cursor.flatMap({ cell(of: $0, in: rect, glyphs) }) {
      for row in rect.row..<rect.row + rect.rows {
        frame[row, column] = Cell(glyphs.vertical, Style(.accent))
      }
    }
    if glyphs.hasBraille {
      drawDots(into: &frame, in: rect, style: style)
    } else {
      drawStars(into: &frame, in: rect, style: style)
    }
    for marker in markers { draw(marker: marker, into: &frame, in: rect, glyphs: glyphs) }
  }

  /// The cell over which a value lies.
  private func cell(of index: Int, in rect: Rect, _ glyphs: Glyphs) -> Int? {
    let fine = glyphs.hasBraille ? 2 : 1
    let place = Series.place(of: index, of: values.count, in: rect.columns * fine)
    return place.map { rect.column + $0 / fine }
  }

  /// At the foot of the chart, or at its head where the curve is in the way.
  private func draw(
    marker: Int, into frame: inout Frame, in rect: Rect, glyphs: Glyphs
  ) {
    guard let column = cell(of: marker, in: rect, glyphs), rect.rows > 1 else { return }
    for row in [rect.row + rect.rows - 1, rect.row]
    where [" ", glyphs.level].contains(frame[row, column].character) {
      frame[row, column] = Cell(glyphs.tweak, Style(.faint))
      return
    }
  }

  /// The row, from the top, in which a value lies when there are `count` of them.
  public func row(of value: Double, of count: Int) -> Int? {
    Canvas.place(value, in: range, of: count).map { count - 1 - $0 }
  }

  private func drawDots(into frame: inout Frame, in rect: Rect, style: Style) {
    var dots = Dots(columns: rect.columns, rows: rect.rows)
    for (column, stroke) in strokes(columns: dots.across, rows: dots.down).enumerated() {
      guard let stroke else { continue }
      for row in stroke { dots.set(column: column, row: row) }
    }
    for row in 0..<rect.rows {
      for column in 0..<rect.columns where dots[row, column] != 0 {
        let cell = Cell(Dots.braille(dots[row, column]), style)
        frame[rect.row + row, rect.column + column] = cell
      }
    }
  }

  private func drawStars(into frame: inout Frame, in rect: Rect, style: Style) {
    for (column, stroke) in strokes(columns: rect.columns, rows: rect.rows).enumerated() {
      guard let stroke else { continue }
      for row in stroke { frame[rect.row + row, rect.column + column] = Cell("*", style) }
    }
  }

  /// For each column the rows that the curve passes through, joined to the column before; nil
  /// where there is a gap.
  private func strokes(columns: Int, rows: Int) -> [ClosedRange<Int>?] {
    var before: ClosedRange<Int>?
    return Series.columns(values, count: columns).map { column in
      guard let column, let top = row(of: clamped(column.highest), of: rows),
        let bottom = row(of: clamped(column.lowest), of: rows)
      else {
        before = nil
        return nil
      }
      var stroke = top...bottom
      if let before {
        if before.upperBound < stroke.lowerBound - 1 {
          stroke = before.upperBound + 1...stroke.upperBound
        } else if before.lowerBound > stroke.upperBound + 1 {
          stroke = stroke.lowerBound...before.lowerBound - 1
        }
      }
      before = top...bottom
      return stroke
    }
  }

  private func clamped(_ value: Double) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }
}
