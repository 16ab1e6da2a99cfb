import Testing

/// What a terminal would show: a grid of cells, a cursor and the modes a program can leave behind.
struct Picture: CustomTestStringConvertible {
  /// Colours as SGR numbers them in the palette; -1 is the terminal's own.
  struct Pen: Equatable {
    var foreground = -1
    var background = -1
    var bold = false
    var dim = false
    var underline = false
    var reverse = false
  }

  struct Cell: Equatable {
    var character: Unicode.Scalar = " "
    var pen = Pen()
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var cells: [Cell]
  var row = 0
  var column = 0
  var pen = Pen()
  /// The last column is written and the next character goes to the next line.
  var wraps = false
  var scrollTop = 0
  var scrollBottom: Int
  var isAlternate = false { didSet { if isAlternate != oldValue { swap() } } }
  var showsCursor = true
  var cursorKeysApplication = false
  /// Reports that were asked for: of the mouse, of pastes.
  var reports: Set<String> = []
  private var other: [Cell]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Cell(), count: columns * rows)
    other = cells
    scrollBottom = rows - 1
  }

  subscript(row: Int, column: Int) -> Cell {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  /// The text of each row; a wide character takes two cells and one place here.
  var lines: [String] {
    (0..<rows).map { row in
      var line = String.UnicodeScalarView()
      for column in 0..<columns where self[row, column].character != Self.second {
        line.append(self[row, column].character)
      }
      return String(line)
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// What a failed expectation prints: not every cell.
  var testDescription: String { "\n" + text }

  func contains(_ text: String) -> Bool { self.text.contains(text) }

  private mutating func swap() {
    (cells, other) = (other, cells)
    if isAlternate { erase(0..<rows * columns) }
  }

  mutating func resize(columns: Int, rows: Int) {
    func resized(_ old: [Cell]) -> [Cell] {
      (0..<rows * columns).map { index in
        let (row, column) = (index / columns, index % columns)
        return row < self.rows && column < self.columns ? old[row * self.columns + column] : Cell()
      }
    }
    (cells, other) = (resized(cells), resized(other))
    (self.columns, self.rows) = (columns, rows)
    (scrollTop, scrollBottom) = (0, rows - 1)
    move(row, column)
  }

  mutating func move(_ row: Int, _ column: Int) {
    self.row = min(max(row, 0), rows - 1)
    self.column = min(max(column, 0), columns - 1)
    wraps = false
  }

  mutating func put(_ character: Unicode.Scalar) {
    // Marks over a character take no cell; CJK, full-width letters and emoji take two.
    if (0x300..<0x370).contains(character.value) || (0x20D0..<0x2100).contains(character.value) {
      return
    }
    let isWide = [0x2E80..<0xFE00, 0xFF01..<0xFF61, 0x1F300..<0x1FB00, 0x2705..<0x2706]
      .contains { $0.contains(Int(character.value)) }
    let width = isWide ? 2 : 1
    if wraps || column + width > columns {
      column = 0
      lineFeed()
    }
    self[row, column] = Cell(character: character, pen: pen)
    if width == 2 { self[row, column + 1] = Cell(character: Self.second, pen: pen) }
    if column + width == columns { wraps = true } else { column += width }
  }

  /// Stands in the second cell of a wide character.
  private static let second: Unicode.Scalar = "\0"

  mutating func lineFeed() {
    wraps = false
    if row == scrollBottom { scroll(1) } else if row < rows - 1 { row += 1 }
  }

  mutating func reverseLineFeed() {
    if row == scrollTop { scroll(-1) } else if row > 0 { row -= 1 }
  }

  /// Moves the scrolled region up, or down where negative.
  mutating func scroll(_ count: Int, from top: Int? = nil) {
    let region = (top ?? scrollTop)...scrollBottom
    let old = cells
    for row in region {
      for column in 0..<columns {
        let source = row + count
        self[row, column] = region.contains(source) ? old[source * columns + column] : blank
      }
    }
  }

  /// Moves the rest of the row left, or right where negative.
  mutating func shift(_ count: Int) {
    let old = cells
    for target in column..<columns {
      let source = target + count
      self[row, target] =
        (column..<columns).contains(source) ? old[row * columns + source] : blank
    }
  }

  /// Clears cells, counted row by row, in the pen's background.
  mutating func erase(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<cells.count) { cells[index] = blank }
  }

  private var blank: Cell {
    var cell = Cell()
    cell.pen.background = pen.background
    return cell
  }
}
