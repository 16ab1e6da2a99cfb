/// A curve over several rows of cells, as a line of dots, with levels drawn across it.
public struct Chart: Sendable {
  public var values: [Float]
  public var axis: Axis
  /// Levels worth drawing.
  public var levels: [Double]
  /// Drawn dimmer behind the values: what they are the average of.
  public var behind: [Float] = []
  /// Where each value lies between the left end, 0, and the right, 1; by its number where nil.
  public var places: [Double]?
  /// The value in view.
  public var cursor: Int?
  /// Values before which something was done.
  public var markers: [Int]

  public init(
    _ values: [Float], on axis: Axis, levels: [Double] = [], cursor: Int? = nil,
    markers: [Int] = []
  ) {
    self.values = values
    self.axis = axis
    self.levels = levels
    self.cursor = cursor
    self.markers = markers
  }

  /// A curve on a linear axis.
  public init(_ values: [Float], in range: ClosedRange<Double>, level: Double? = nil) {
    self.init(values, on: Axis(range), levels: level.map { [$0] } ?? [])
  }

  /// Draws into an area; levels, cursor and markers give way to the curve.
  public func draw(into frame: inout Frame, in rect: Rect, glyphs: Glyphs, style: Style) {
    for row in levels.compactMap({ row(of: $0, of: rect.rows) }) {
      for column in rect.column..<rect.column + rect.columns {
        frame[rect.row + row, column] = Cell(glyphs.level, Style(.faint))
      }
    }
    if let column = cursor.flatMap({ cell(of: $0, in: rect, glyphs) }) {
      for row in rect.row..<rect.row + rect.rows {
        frame[row, column] = Cell(glyphs.vertical, Style(.accent))
      }
    }
    for (values, style, star) in [
      (behind, Style(.faint), "." as Unicode.Scalar), (values, style, "*"),
    ] where !values.isEmpty {
      if glyphs.hasBraille {
        drawDots(values, into: &frame, in: rect, style: style)
      } else {
        draw(star, values, into: &frame, in: rect, style: style)
      }
    }
    for marker in markers { draw(marker: marker, into: &frame, in: rect, glyphs: glyphs) }
  }

  /// The cell over which a value lies.
  private func cell(of index: Int, in rect: Rect, _ glyphs: Glyphs) -> Int? {
    let fine = glyphs.hasBraille ? 2 : 1
    if let places {
      guard places.indices.contains(index), (0...1).contains(places[index]) else { return nil }
      return rect.column + Series.index(at: places[index], of: rect.columns)
    }
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
    axis.place(of: value, of: count).map { count - 1 - $0 }
  }

  private func drawDots(
    _ values: [Float], into frame: inout Frame, in rect: Rect, style: Style
  ) {
    var dots = Dots(columns: rect.columns, rows: rect.rows)
    let strokes = strokes(of: values, columns: dots.across, rows: dots.down)
    for (column, stroke) in strokes.enumerated() {
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

  private func draw(
    _ star: Unicode.Scalar, _ values: [Float], into frame: inout Frame, in rect: Rect,
    style: Style
  ) {
    let strokes = strokes(of: values, columns: rect.columns, rows: rect.rows)
    for (column, stroke) in strokes.enumerated() {
      guard let stroke else { continue }
      for row in stroke { frame[rect.row + row, rect.column + column] = Cell(star, style) }
    }
  }

  /// For each column the rows that the curve passes through, joined to the column before; nil
  /// where there is a gap.
  private func strokes(
    of values: [Float], columns: Int, rows: Int
  ) -> [ClosedRange<Int>?] {
    var before: ClosedRange<Int>?
    let gathered =
      places.map { Series.columns(values, at: $0, count: columns) }
      ?? Series.columns(values, count: columns)
    return gathered.map { column in
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
    min(max(value, axis.range.lowerBound), axis.range.upperBound)
  }
}
