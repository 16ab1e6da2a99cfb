/// A curve in one row of cells, in eight heights.
public struct Sparkline: Sendable {
  public var values: [Float]
  /// The values at the bottom and at the top.
  public var axis: Axis
  /// The value in view; its cell is shown in reverse.
  public var cursor: Int?

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
    guard row >= 0, row < rect.rows else { return }
    var before: Double?
    for (index, column) in Series.columns(values, count: rect.columns).enumerated() {
      guard let column else { continue }
      let value = Self.telling(column, after: before)
      before = value
      let scalar = glyphs.heights[height(of: value)]
      // The ground of a chosen row stays.
      var style = style
      let ground = frame[rect.row + row, rect.column + index].style.background
      if style.background == .normal { style.background = ground }
      frame[rect.row + row, rect.column + index] = Cell(scalar, style)
    }
    let place = cursor.flatMap { Series.place(of: $0, of: values.count, in: rect.columns) }
    if let place { frame[rect.row + row, rect.column + place].style = Style(.accent, .reverse) }
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
