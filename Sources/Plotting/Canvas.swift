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

  /// Sets the dots of a path through points. A piece of it that leaves the canvas is cut at its
  /// edge; one to or from a point that is not finite is left out.
  public mutating func plot(path points: [SIMD2<Float>]) {
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (start, end) = clipped(dot(of: start), dot(of: end)) else { continue }
      stroke(from: start, to: end)
    }
  }

  /// Sets the dots of a line whose pieces are given in shares of another rectangle, or of the
  /// canvas's own.
  public mutating func plot(
    _ contour: Contour, over area: (x: ClosedRange<Double>, y: ClosedRange<Double>)? = nil
  ) {
    let (x, y) = area ?? (self.x, self.y)
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    func place(_ share: SIMD2<Double>) -> SIMD2<Double> {
      dot(of: SIMD2(x.lowerBound + share.x * width, y.upperBound - share.y * height))
    }
    for piece in contour.pieces {
      guard let (start, end) = clipped(place(piece.start), place(piece.end)) else { continue }
      stroke(from: start, to: end)
    }
  }

  /// Sets the dots from a point on: so many dots long, in a direction of the data.
  /// - Returns: the row and column of the cell it ends in; nil where that is outside.
  public mutating func plot(
    stroke start: SIMD2<Float>, towards direction: SIMD2<Float>, dots length: Double
  ) -> (row: Int, column: Int)? {
    let here = dot(of: start)
    let way = dot(of: start + direction) - here
    let size = (way.x * way.x + way.y * way.y).squareRoot()
    guard size > 0, size.isFinite else { return nil }
    let tip = here + way * (length / size)
    guard let (start, end) = clipped(here, tip) else { return nil }
    stroke(from: start, to: end)
    guard isInside(tip) else { return nil }
    return (Int(tip.y) / 4, Int(tip.x) / 2)
  }

  /// The place of a point in dots from the upper left corner, parts of a dot and all.
  private func dot(of point: SIMD2<Float>) -> SIMD2<Double> { dot(of: SIMD2<Double>(point)) }

  private func dot(of point: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(
      (point.x - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(dots.across),
      (y.upperBound - point.y) / (y.upperBound - y.lowerBound) * Double(dots.down))
  }

  private func isInside(_ dot: SIMD2<Double>) -> Bool {
    dot.x >= 0 && dot.y >= 0 && dot.x < Double(dots.across) && dot.y < Double(dots.down)
  }

  /// What of a straight piece lies on the canvas (Liang and Barsky 1984).
  private func clipped(
    _ start: SIMD2<Double>, _ end: SIMD2<Double>
  ) -> (SIMD2<Double>, SIMD2<Double>)? {
    let way = end - start
    guard (start + way).isFinite else { return nil }
    let sides = [
      (-way.x, start.x), (way.x, Double(dots.across) - start.x), (-way.y, start.y),
      (way.y, Double(dots.down) - start.y),
    ]
    var (first, last) = (0.0, 1.0)
    for (speed, room) in sides {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        first = max(first, room / speed)
      } else {
        last = min(last, room / speed)
      }
    }
    return first <= last ? (start + way * first, start + way * last) : nil
  }

  private mutating func stroke(from start: SIMD2<Double>, to end: SIMD2<Double>) {
    let way = end - start
    let count = max(1, Int(max(abs(way.x), abs(way.y)).rounded(.up)))
    for index in 0...count {
      let place = start + way * (Double(index) / Double(count))
      dots.set(
        column: min(Int(place.x), dots.across - 1), row: min(Int(place.y), dots.down - 1))
    }
  }

  /// Which of `count` equal parts of the range a value falls into.
  public static func place(_ value: Double, in range: ClosedRange<Double>, of count: Int) -> Int? {
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

extension SIMD2<Double> {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}
