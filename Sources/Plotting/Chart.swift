/// A curve over several rows of cells, as a line of dots, with levels drawn across it.
///
/// Where several values fall into a column of dots the line has their mean, and they themselves are
/// a dim band behind it, so that no spike is lost and a noisy curve is a line all the same.
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
  /// Whether the values were taken now and then and hold until the next: they are drawn as steps,
  /// not joined.
  public var isStepped = false
  /// Drawn in place of dots; nil for dots where there is braille.
  public var letter: Unicode.Scalar?

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
    // In a single row a level would be taken for the curve.
    for row in rect.rows > 1 ? levels.compactMap({ row(of: $0, of: rect.rows) }) : [] {
      for column in rect.column..<rect.column + rect.columns {
        frame[rect.row + row, column] = Cell(glyphs.level, Style(.faint))
      }
    }
    if let column = cursor.flatMap({ cell(of: $0, in: rect, glyphs) }) {
      for row in rect.row..<rect.row + rect.rows {
        frame[row, column] = Cell(glyphs.vertical, Style(.accent))
      }
    }
    let hasDots = glyphs.hasBraille && letter == nil
    let line = isStepped ? nil : means(columns: rect.columns * (hasDots ? 2 : 1))
    let dim = Style(.faint, on: style.background)
    let band = behind.isEmpty && line != nil ? values : behind
    let curves: [(Points, Style, Unicode.Scalar)] = [
      ((band, places), dim, "."), (line ?? (values, places), style, letter ?? "*"),
    ]
    for (points, style, star) in curves where !points.values.isEmpty {
      var layer = Frame(columns: rect.columns, rows: rect.rows)
      if hasDots {
        drawDots(points, into: &layer, style: style)
      } else {
        draw(star, points, into: &layer, style: style)
      }
      lay(layer, over: &frame, in: rect, glyphs)
    }
    for marker in markers { draw(marker: marker, into: &frame, in: rect, glyphs: glyphs) }
  }

  private typealias Points = (values: [Float], places: [Double]?)

  /// A value for each column that several values fall into; nil where none does.
  private func means(columns: Int) -> Points? {
    guard columns > 0, values.count > columns else { return nil }
    var sums = [Double](repeating: 0, count: columns)
    var (counts, taken) = (Array(repeating: 0, count: columns), Set<Int>())
    for (index, value) in values.enumerated() {
      let place = places.map { places in
        (0...1).contains(places[index]) ? Series.index(at: places[index], of: columns) : nil
      }
      guard let column = place ?? Series.place(of: index, of: values.count, in: columns) else {
        continue
      }
      taken.insert(column)
      guard value.isFinite else { continue }
      sums[column] += Double(value)
      counts[column] += 1
    }
    let means = zip(sums, counts).map { $1 > 0 ? Float($0 / Double($1)) : .nan }
    guard places != nil else { return (means, nil) }
    // A column between two values is no gap where values have places: the line goes on.
    let filled = counts.indices.filter(taken.contains)
    return (
      filled.map { means[$0] }, filled.map { (Double($0) + 0.5) / Double(columns) }
    )
  }

  /// The cell over which a value lies.
  private func cell(of index: Int, in rect: Rect, _ glyphs: Glyphs) -> Int? {
    let fine = glyphs.hasBraille && letter == nil ? 2 : 1
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

  /// A dim band gives way to what other curves have drawn already.
  private func lay(_ layer: Frame, over frame: inout Frame, in rect: Rect, _ glyphs: Glyphs) {
    for row in 0..<layer.rows {
      for column in 0..<layer.columns where layer[row, column].character != " " {
        let (above, below) = (layer[row, column], frame[rect.row + row, rect.column + column])
        let isFree = below.character == " " || below.style.foreground == .faint
        guard above.style.foreground != .faint || isFree else { continue }
        frame[rect.row + row, rect.column + column] = above
      }
    }
  }

  private func drawDots(_ points: Points, into layer: inout Frame, style: Style) {
    var dots = Dots(columns: layer.columns, rows: layer.rows)
    let strokes = strokes(of: points, columns: dots.across, rows: dots.down)
    for (column, strokes) in strokes.enumerated() {
      for row in strokes.joined() { dots.set(column: column, row: row) }
    }
    for row in 0..<layer.rows {
      for column in 0..<layer.columns where dots[row, column] != 0 {
        layer[row, column] = Cell(Dots.braille(dots[row, column]), style)
      }
    }
  }

  private func draw(
    _ star: Unicode.Scalar, _ points: Points, into layer: inout Frame, style: Style
  ) {
    let strokes = strokes(of: points, columns: layer.columns, rows: layer.rows)
    for (column, strokes) in strokes.enumerated() {
      for row in strokes.joined() { layer[row, column] = Cell(star, style) }
    }
  }

  /// For each column the rows that the curve passes through, joined to the column before unless it
  /// goes in steps; none where there is a gap.
  private func strokes(
    of points: Points, columns: Int, rows: Int
  ) -> [[ClosedRange<Int>]] {
    var before: ClosedRange<Int>?
    let gathered =
      points.places.map { Series.columns(points.values, at: $0, count: columns, holds: isStepped) }
      ?? Series.columns(points.values, count: columns)
    return gathered.map { column in
      guard let column, let top = row(of: clamped(column.highest), of: rows),
        let bottom = row(of: clamped(column.lowest), of: rows)
      else {
        before = nil
        return []
      }
      if isStepped { return top == bottom ? [top...top] : [top...top, bottom...bottom] }
      defer { before = top...bottom }
      return [Self.joined(top...bottom, to: before)]
    }
  }

  private static func joined(
    _ stroke: ClosedRange<Int>, to before: ClosedRange<Int>?
  ) -> ClosedRange<Int> {
    guard let before else { return stroke }
    if before.upperBound < stroke.lowerBound - 1 {
      return before.upperBound + 1...stroke.upperBound
    }
    if before.lowerBound > stroke.upperBound + 1 {
      return stroke.lowerBound...before.lowerBound - 1
    }
    return stroke
  }

  private func clamped(_ value: Double) -> Double {
    min(max(value, axis.range.lowerBound), axis.range.upperBound)
  }
}
