package import Plotting

/// Characters that take two cells, as the terminal counts them: a row in which every one has its
/// second cell, so that nothing behind it shifts.
package enum WideCells {
  /// Mends a row of looks in place: what doesn't fill exactly the cells that the picture gives it
  /// becomes a question mark, and
  /// a mark that would take a cell of its own is left out.
  ///
  /// - Parameter width: the cells that the terminal gives a character; -1 where it shows none.
  package static func mend(_ row: inout [Look], width: (Unicode.Scalar) -> Int) {
    var column = 0
    while column < row.count {
      if let mark = row[column].mark, width(mark) != 0 { row[column].mark = nil }
      let isPair = column + 1 < row.count && row[column + 1].character == Cell.continuation
      if row[column].character == Cell.continuation {
        // Its first half was written over.
        row[column].character = " "
      } else if isPair, width(row[column].character) == 2 {
        column += 1
      } else if width(row[column].character) != 1 {
        row[column].character = "?"
      }
      column += 1
    }
  }
}
