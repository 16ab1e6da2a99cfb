extension Frame {
  /// An area that a pointer can be put on: what it is about is the affair of whoever drew it, and
  /// so it can't stand elsewhere than what is drawn.
  public struct Spot: Sendable, Hashable {
    public let rect: Rect
    public let kind: UInt8
    /// Which one of its kind.
    public let value: Int
  }

  /// Says what an area is about; the spot that is marked last lies on top.
  public mutating func mark(_ rect: Rect, kind: UInt8, value: Int = 0) {
    spots.append(Spot(rect: rect.intersection(area), kind: kind, value: value))
  }

  /// The topmost spot at a cell.
  public func spot(row: Int, column: Int) -> Spot? {
    spots.last { $0.rect.contains(row: row, column: column) }
  }
}

extension Rect {
  /// Whether a cell lies in it.
  public func contains(row: Int, column: Int) -> Bool {
    (self.row..<self.row + rows).contains(row)
      && (self.column..<self.column + columns).contains(column)
  }
}
