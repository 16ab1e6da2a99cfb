import Adversarial
import Plotting

/// Where a plane stands on the screen: its cells, and the part of the plane that they show.
struct PlaneArea {
  /// The cells, without a border.
  let rect: Rect
  let window: Bounds

  /// Undistorted in the middle of an area.
  init(showing window: Bounds, in rect: Rect) {
    let (width, height) = window.extent
    let cells = Canvas.cells(showing: width, by: height, in: rect)
    self.rect = rect.centred(columns: cells.columns, rows: cells.rows)
    self.window = window
  }

  /// The row above the plane.
  var titleRow: Rect {
    Rect(column: rect.column, row: rect.row - 1, columns: rect.columns, rows: 1)
  }

  /// The extent of a cell in units of the plane.
  var cell: SIMD2<Double> {
    let (width, height) = window.extent
    return SIMD2(width / Double(max(1, rect.columns)), height / Double(max(1, rect.rows)))
  }

  /// The middle of a cell, counted within the area.
  func point(row: Int, column: Int) -> SIMD2<Double> {
    SIMD2(
      window.horizontal.lowerBound + (Double(column) + 0.5) * cell.x,
      window.vertical.upperBound - (Double(row) + 0.5) * cell.y)
  }

  /// The middle of a cell of the screen; nil outside.
  func point(at place: ScreenPlace) -> SIMD2<Double>? {
    let (row, column) = (place.row - rect.row, place.column - rect.column)
    guard (0..<rect.rows).contains(row), (0..<rect.columns).contains(column) else { return nil }
    return point(row: row, column: column)
  }

  /// The cell that a point falls into, counted within the area; nil outside.
  func place(of point: SIMD2<Double>) -> (row: Int, column: Int)? {
    guard !rect.isEmpty, window.horizontal.contains(point.x), window.vertical.contains(point.y),
      cell.x > 0, cell.y > 0, cell.x.isFinite, cell.y.isFinite
    else { return nil }
    let place = SIMD2(
      (point.x - window.horizontal.lowerBound) / cell.x,
      (window.vertical.upperBound - point.y) / cell.y)
    return (min(rect.rows - 1, Int(place.y)), min(rect.columns - 1, Int(place.x)))
  }

  /// The nearest cell, also from outside.
  func nearest(to point: SIMD2<Double>) -> (row: Int, column: Int)? {
    let (x, y) = (window.horizontal, window.vertical)
    return place(
      of: SIMD2(
        min(max(point.x, x.lowerBound), x.upperBound),
        min(max(point.y, y.lowerBound), y.upperBound)))
  }
}
