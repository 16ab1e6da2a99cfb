private import CNcurses
import Plotting

/// Shows frames through ncurses, which sends what differs; only cells that changed are handed to
/// it.
final class Screen {
  private let palette: Palette
  private let ascii: Bool
  private var shown: [Look] = []
  private var columns = 0
  private var rows = 0

  init(depth: ColorDepth, ascii: Bool) {
    palette = Palette(depth: depth)
    self.ascii = ascii
    if depth != .monochrome { Self.prepare(palette.pairs) }
    invalidate()
  }

  /// The terminal's size in cells.
  var size: (columns: Int, rows: Int) { (Int(nc_columns()), Int(nc_rows())) }

  /// Takes over the size that the kernel has for the terminal: while the program was stopped
  /// nobody told it of a change.
  func adoptKernelSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard nc_kernel_size(1, &columns, &rows) != 0 else { return }
    if is_term_resized(rows, columns) { resizeterm(rows, columns) }
  }

  /// Whatever is on the terminal, the next frame is sent whole.
  func invalidate() {
    let size = size
    columns = size.columns
    rows = size.rows
    shown = []
    nc_invalidate()
  }

  /// Shows a frame; what lies outside the terminal is cut off, what the frame leaves open is
  /// blank.
  func present(_ frame: Frame) {
    if size != (columns, rows) { invalidate() }
    let looks = looks(of: frame)
    for row in 0..<rows { draw(row, of: looks) }
    shown = looks
    wrefresh(nc_window())
  }

  /// A blank keeps the pair it is shown in, or takes the one of its neighbour.
  private func looks(of frame: Frame) -> [Look] {
    var result: [Look] = []
    result.reserveCapacity(columns * rows)
    for row in 0..<rows {
      var neighbour = Look(Cell(), depth: palette.depth, ascii: ascii)
      for column in 0..<columns {
        var look = Look(frame[row, column], depth: palette.depth, ascii: ascii)
        if look.isBlank {
          let before = shown.isEmpty ? neighbour : shown[result.count]
          if before.isBlank && before.ground == look.ground {
            look = before
          } else if neighbour.ground == look.ground {
            look.ink = neighbour.ink
            look.attributes = neighbour.attributes.subtracting([.underline, .reverse])
          }
        }
        neighbour = look
        result.append(look)
      }
    }
    return result
  }

  /// Hands over the row's stretches of changed cells.
  private func draw(_ row: Int, of looks: [Look]) {
    var column = 0
    while column < columns {
      guard hasChanged(row * columns + column, looks) else {
        column += 1
        continue
      }
      let start = column
      while column < columns, hasChanged(row * columns + column, looks) { column += 1 }
      let cells = looks[(row * columns + start)..<(row * columns + column)].map(cell)
      mvwadd_wchnstr(nc_window(), Int32(row), Int32(start), cells, Int32(cells.count))
    }
  }

  private func hasChanged(_ index: Int, _ looks: [Look]) -> Bool {
    shown.isEmpty || shown[index] != looks[index]
  }

  private func cell(_ look: Look) -> cchar_t {
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= nc_bold() }
    if look.attributes.contains(.dim) { attributes |= nc_dim() }
    if look.attributes.contains(.reverse) { attributes |= nc_reverse() }
    if look.attributes.contains(.underline) { attributes |= nc_underline() }
    let pair = palette.depth == .monochrome ? 0 : palette.number(look.ink, on: look.ground)
    let character = Self.fillsOneCell(look.character) ? look.character : "?"
    var cell = cchar_t()
    nc_cell(&cell, character.value, attributes, pair)
    return cell
  }

  /// A wide or a combining character would shift the rest of its row. The plot's own characters
  /// are known not to.
  private static func fillsOneCell(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case ..<0x300, 0x2500..<0x25A0, 0x2800..<0x2900: true
    default: nc_width(character.value) == 1
    }
  }

  private static func prepare(_ pairs: [Palette.Pair]) {
    start_color()
    for (index, pair) in pairs.enumerated() {
      init_pair(Int16(index + 1), pair.foreground, pair.background)
    }
  }
}
