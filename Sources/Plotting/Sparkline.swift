/// A curve in one row of cells: a line of dots, four heights and two values to a cell; in eight
/// heights where there are no dots.
///
/// Where values are gathered, a line has their mean, and steps the last of them: a band from the
/// least to the greatest would fill the row.
public struct Sparkline: Sendable {
  public var values: [Float]
  /// The values at the bottom and at the top.
  public var axis: Axis
  /// The value in view; its cell is shown in reverse.
  public var cursor: Int?
  /// Whether the values were taken now and then and hold until the next.
  public var isStepped = false

  public init(_ values: [Float], in range: ClosedRange<Double>, cursor: Int? = nil) {
    self.init(values, on: Axis(range), cursor: cursor)
  }

  public init(_ values: [Float], on axis: Axis, cursor: Int? = nil) {
    self.values = values
    self.axis = axis
    self.cursor = cursor
  }

  /// Draws as many columns as there are; what is not a number leaves a gap.
  public func draw(
    into frame: inout Frame, row: Int, in rect: Rect, glyphs: Glyphs, style: Style
  ) {
    guard row >= 0, row < rect.rows, rect.columns > 0 else { return }
    let area = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
    // The ground of a chosen row stays.
    var style = style
    let ground = frame[area.row, area.column].style.background
    if style.background == .normal { style.background = ground }
    if glyphs.hasBraille {
      var chart = Chart(gathered(to: rect.columns * 2), on: axis)
      chart.isStepped = isStepped
      chart.draw(into: &frame, in: area, glyphs: glyphs, style: style)
    } else {
      drawHeights(into: &frame, in: area, glyphs: glyphs, style: style)
    }
    let fine = glyphs.hasBraille ? 2 : 1
    let place = cursor.flatMap { Series.place(of: $0, of: values.count, in: rect.columns * fine) }
    if let place { frame[area.row, area.column + place / fine].style = Style(.accent, .reverse) }
  }

  /// At most so many values, oldest first; what is not a number stays a gap.
  private func gathered(to count: Int) -> [Float] {
    guard values.count > count, count > 0 else { return values }
    return (0..<count).map { index in
      let (start, end) = (index * values.count / count, (index + 1) * values.count / count)
      let finite = values[start..<end].filter(\.isFinite)
      guard let last = finite.last else { return .nan }
      return isStepped ? last : finite.reduce(0, +) / Float(finite.count)
    }
  }

  private func drawHeights(
    into frame: inout Frame, in rect: Rect, glyphs: Glyphs, style: Style
  ) {
    var before: Double?
    for (index, column) in Series.columns(values, count: rect.columns).enumerated() {
      guard let column else { continue }
      let value = Self.telling(column, after: before)
      before = value
      frame[rect.row, rect.column + index] = Cell(glyphs.heights[height(of: value)], style)
    }
  }

  /// Of a column's extremes, the one farther from what was drawn before: spikes stay visible.
  private static func telling(_ column: Series.Column, after before: Double?) -> Double {
    guard let before else { return column.highest }
    let isUp = abs(column.highest - before) >= abs(column.lowest - before)
    return isUp ? column.highest : column.lowest
  }

  /// 1 … 8: even the smallest value is seen to be there.
  private func height(of value: Double) -> Int {
    let (low, high) = (axis.range.lowerBound, axis.range.upperBound)
    guard high > low, (high - low).isFinite else { return 4 }
    let share = axis.share(of: min(max(value, low), high)) ?? 0
    return 1 + Int((share * 7).rounded())
  }
}
