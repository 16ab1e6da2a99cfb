extension Rect {
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// What is left when so many cells are taken off every side.
  public func inset(columns across: Int = 0, rows down: Int = 0) -> Rect {
    Rect(
      column: column + across, row: row + down, columns: columns - 2 * across,
      rows: rows - 2 * down)
  }

  /// Cuts rows off the top and returns them; never more than there are.
  public mutating func takeTop(_ count: Int) -> Rect {
    let count = min(max(0, count), rows)
    defer { self = Rect(column: column, row: row + count, columns: columns, rows: rows - count) }
    return Rect(column: column, row: row, columns: columns, rows: count)
  }

  /// Cuts rows off the bottom and returns them.
  public mutating func takeBottom(_ count: Int) -> Rect {
    let count = min(max(0, count), rows)
    defer { rows -= count }
    return Rect(column: column, row: row + rows - count, columns: columns, rows: count)
  }

  /// Cuts columns off the left and returns them.
  public mutating func takeLeft(_ count: Int) -> Rect {
    let count = min(max(0, count), columns)
    defer { self = Rect(column: column + count, row: row, columns: columns - count, rows: rows) }
    return Rect(column: column, row: row, columns: count, rows: rows)
  }

  /// An area of at most so many cells in the middle of this one.
  public func centred(columns wanted: Int, rows high: Int) -> Rect {
    let (across, down) = (min(max(0, wanted), columns), min(max(0, high), rows))
    return Rect(
      column: column + (columns - across) / 2, row: row + (rows - down) / 2, columns: across,
      rows: down)
  }

  /// The cells that lie in both.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(column + columns, other.column + other.columns) - left,
      rows: min(row + rows, other.row + other.rows) - top)
  }
}

extension Rect {
  /// Cuts columns off the right and returns them.
  public mutating func takeRight(_ count: Int) -> Rect {
    let count = min(max(0, count), columns)
    defer { columns -= count }
    return Rect(column: column + columns - count, row: row, columns: count, rows: rows)
  }
}
