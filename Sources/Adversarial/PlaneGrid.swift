/// A grid of cells over a part of the plane, row 0 at the top (largest y).
struct PlaneGrid: Sendable, Hashable {
  let bounds: Bounds
  let columns: Int
  let rows: Int

  init(_ bounds: Bounds, columns: Int, rows: Int) {
    self.bounds = bounds
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  var count: Int { columns * rows }

  /// The extent of one cell.
  var cell: SIMD2<Float> {
    SIMD2(
      (bounds.x.upperBound - bounds.x.lowerBound) / Float(columns),
      (bounds.y.upperBound - bounds.y.lowerBound) / Float(rows))
  }

  /// The centre of a cell.
  func centre(row: Int, column: Int) -> SIMD2<Float> {
    let cell = cell
    return SIMD2(
      bounds.x.lowerBound + (Float(column) + 0.5) * cell.x,
      bounds.y.upperBound - (Float(row) + 0.5) * cell.y)
  }

  /// All centres, row by row: x, y, x, y …
  var centres: [Float] {
    (0..<rows).flatMap { row in
      (0..<columns).flatMap { column in
        let place = centre(row: row, column: column)
        return [place.x, place.y]
      }
    }
  }

  /// The cell that a point falls into; nil outside.
  func place(of point: SIMD2<Float>) -> (row: Int, column: Int)? {
    guard count > 0, bounds.x.contains(point.x), bounds.y.contains(point.y) else { return nil }
    let scale = SIMD2(
      Float(columns) / (bounds.x.upperBound - bounds.x.lowerBound),
      Float(rows) / (bounds.y.upperBound - bounds.y.lowerBound))
    let place = (point - SIMD2(bounds.x.lowerBound, bounds.y.lowerBound)) * scale
    return (rows - 1 - min(rows - 1, Int(place.y)), min(columns - 1, Int(place.x)))
  }

  /// One cell as a grid of its own.
  func single(row: Int, column: Int) -> PlaneGrid {
    let (centre, half) = (centre(row: row, column: column), cell / 2)
    return PlaneGrid(
      Bounds(
        x: centre.x - half.x...centre.x + half.x, y: centre.y - half.y...centre.y + half.y),
      columns: 1, rows: 1)
  }
}
