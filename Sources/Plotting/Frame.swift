/// A screenful of cells: what a view draws and a presenter shows.
public struct Frame: Sendable, Equatable {
  public let columns: Int
  public let rows: Int
  /// Row by row.
  public private(set) var cells: [Cell]
  /// What areas are about, in the order they were marked.
  public internal(set) var spots: [Spot] = []

  /// An empty frame.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// The cell at a place; writes outside the frame are dropped, reads outside give an empty cell.
  public subscript(row: Int, column: Int) -> Cell {
    get { contains(row, column) ? cells[row * columns + column] : Cell() }
    set { if contains(row, column) { cells[row * columns + column] = newValue } }
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }

  /// The text of each row, trailing blanks and all: what a test compares.
  public var lines: [String] {
    (0..<rows).map { row in
      var line = String.UnicodeScalarView()
      for column in 0..<columns {
        let cell = cells[row * columns + column]
        if cell.character != Cell.continuation { line.append(cell.character) }
        if let mark = cell.mark { line.append(mark) }
      }
      return String(line)
    }
  }
}
