/// A part of the plane laid over cells: turns data coordinates into dots.
///
/// A cell is taken to be twice as high as wide, so that its 2×4 dots are square and a circle of
/// the data is a circle on the screen (see ``cells(showing:by:in:)``).
public struct Canvas: Sendable {
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>
  public private(set) var dots: Dots
  /// Points that were not drawn: outside the bounds, or not finite.
  public private(set) var outside = 0

  /// An empty canvas of so many cells over a rectangle of the plane.
  public init(columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = x
    self.y = y
    dots = Dots(columns: columns, rows: rows)
  }

  /// Sets the dots of points.
  public mutating func plot(_ points: [SIMD2<Float>]) {
    for point in points {
      let column = Self.place(Double(point.x), in: x, of: dots.across)
      let row = Self.place(Double(point.y), in: y, of: dots.down)
      if let column, let row {
        dots.set(column: column, row: dots.down - 1 - row)
      } else {
        outside += 1
      }
    }
  }

  /// Which of `count` equal parts of the range a value falls into.
  static func place(_ value: Double, in range: ClosedRange<Double>, of count: Int) -> Int? {
    let span = range.upperBound - range.lowerBound
    guard count > 0, span > 0, span.isFinite, range.contains(value) else { return nil }
    return min(count - 1, Int((value - range.lowerBound) / span * Double(count)))
  }

  /// The largest number of cells in an area that shows a rectangle of the plane undistorted.
  public static func cells(
    showing width: Double, by height: Double, in rect: Rect
  ) -> (columns: Int, rows: Int) {
    let ratio = 2 * width / height
    guard ratio.isFinite, ratio > 0, !rect.isEmpty else { return (rect.columns, rect.rows) }
    let columns = min(Double(rect.columns), (Double(rect.rows) * ratio).rounded())
    let rows = min(Double(rect.rows), (columns / ratio).rounded())
    return (max(1, Int(columns)), max(1, Int(rows)))
  }
}
