/// How a tensor lies in memory: rows of contiguous columns, a stride apart.
///
/// Axis 0 counts rows and the other axes lie in a row, so that a batch is tiled by rows; a tensor
/// of at most one axis is a single row. Rows of more than eight columns are padded to whole cache
/// lines, so that no vector lies across two, and once more where the stride would be a multiple of
/// 64 floats: walking down a column then meets every cache set instead of a few.
struct Layout: Hashable {
  let rows: Int
  let columns: Int
  let stride: Int

  init(_ shape: Shape) {
    self.init(
      rows: shape.rank < 2 ? 1 : shape[0],
      columns: shape.rank < 2 ? shape.count : shape.count / shape[0])
  }

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    if columns <= 8 {
      stride = columns
    } else {
      let whole = (columns + 15) / 16 * 16
      stride = rows > 1 && whole.isMultiple(of: 64) ? whole + 16 : whole
    }
  }

  /// Elements, without the padding.
  var count: Int { rows * columns }

  /// Floats that `rows` rows take.
  func size(rows: Int) -> Int { rows * stride }

  /// Strides of the axes of a shape in this layout.
  func strides(of shape: Shape) -> [Int] {
    guard shape.rank >= 2 else { return shape.strides }
    return [stride] + shape.strides.dropFirst()
  }
}
