extension Frame {
  /// A cell that has to be written again.
  public struct Change: Sendable, Equatable {
    public let row: Int
    public let column: Int
    public let cell: Cell
  }

  /// The cells that differ from what is on the screen, row by row; all of them where the size is
  /// another.
  public func changes(from shown: Frame) -> [Change] {
    let isSameSize = columns == shown.columns && rows == shown.rows
    var changes: [Change] = []
    for index in cells.indices where !isSameSize || cells[index] != shown.cells[index] {
      changes.append(
        Change(row: index / columns, column: index % columns, cell: cells[index]))
    }
    return changes
  }
}
