/// A grid of dots, two across and four down in each cell: what braille characters can show.
public struct Dots: Sendable, Equatable {
  public let columns: Int
  public let rows: Int
  /// A bit a dot, a byte a cell, in the order of Unicode's braille patterns.
  public private(set) var masks: [UInt8]

  /// No dot set in so many cells.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    masks = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Dots across and down.
  public var across: Int { columns * 2 }
  public var down: Int { rows * 4 }

  /// Sets a dot, counted from the top left; one outside the grid is dropped.
  public mutating func set(column: Int, row: Int) {
    guard column >= 0, row >= 0, column < across, row < down else { return }
    masks[row / 4 * columns + column / 2] |= Self.bits[row % 4 * 2 + column % 2]
  }

  /// The dots of a cell.
  public subscript(row: Int, column: Int) -> UInt8 {
    guard row >= 0, column >= 0, row < rows, column < columns else { return 0 }
    return masks[row * columns + column]
  }

  /// The braille character of so many dots.
  public static func braille(_ mask: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x2800 + UInt32(mask)) ?? " "
  }

  /// Row by row, left and right: dots 1 4, 2 5, 3 6, 7 8.
  private static let bits: [UInt8] = [1, 8, 2, 16, 4, 32, 64, 128]
}
