/// A field in nine levels that don't flicker: four on either side of the middle one. A cell changes
/// its level only when its value has clearly left the old one, which also saves most of a frame's
/// bytes.
public struct Heatmap: Sendable, Equatable {
  public private(set) var columns = 0
  public private(set) var rows = 0
  /// Row by row, 0 … 8; ``none`` where nothing is known.
  public private(set) var levels: [UInt8] = []

  public init() {}

  /// The level of a value of 0.
  public static let middle: UInt8 = 4
  /// The level of a cell that is not known.
  public static let none: UInt8 = 255
  /// How far past a boundary, in levels, a value must be to change its cell.
  private static let margin = 0.25

  /// Takes new values, row by row, in shares of the scale: −1 and below are the lowest level, 1 and
  /// above the highest. What is not a number is not known.
  public mutating func take(_ values: [Float], columns: Int, rows: Int) {
    precondition(values.count == columns * rows, "\(columns)×\(rows) is not \(values.count)")
    let isSameGrid = columns == self.columns && rows == self.rows
    levels = values.indices.map { index in
      Self.level(of: Double(values[index]), after: isSameGrid ? levels[index] : nil)
    }
    (self.columns, self.rows) = (columns, rows)
  }

  private static func level(of value: Double, after previous: UInt8?) -> UInt8 {
    guard !value.isNaN else { return none }
    let steps = Double(middle)
    let scaled = (min(max(value, -1), 1) + 1) * steps
    let level = UInt8(scaled.rounded())
    guard let previous, previous != none, level != previous else { return level }
    let boundary = Double(previous) + (level > previous ? 0.5 : -0.5)
    return abs(scaled - boundary) < margin ? previous : level
  }

  /// The level at a cell of a grid of another size over the same area; nil while there is none.
  public func level(row: Int, of rowCount: Int, column: Int, of columnCount: Int) -> UInt8? {
    guard !levels.isEmpty, row >= 0, column >= 0, row < rowCount, column < columnCount else {
      return nil
    }
    let level = levels[row * rows / rowCount * columns + column * columns / columnCount]
    return level == Self.none ? nil : level
  }

  /// A part of the area, or more than it, at so many cells of another grid. Corners are given in
  /// shares of the area: (0, 0) is its upper left one, (1, 1) its lower right one.
  public func part(
    from start: SIMD2<Double>, to end: SIMD2<Double>, columns across: Int, rows down: Int
  ) -> Heatmap {
    var part = Heatmap()
    (part.columns, part.rows) = (max(0, across), max(0, down))
    let scale = SIMD2(Double(columns), Double(rows))
    for row in 0..<part.rows {
      for column in 0..<part.columns {
        let share = SIMD2(
          (Double(column) + 0.5) / Double(across), (Double(row) + 0.5) / Double(down))
        let place = (start + (end - start) * share) * scale
        let isInside = place.x >= 0 && place.y >= 0 && place.x < scale.x && place.y < scale.y
        part.levels.append(isInside ? levels[Int(place.y) * columns + Int(place.x)] : Self.none)
      }
    }
    return part
  }
}
