private import CNcurses
import Plotting

/// Shows frames through ncurses, which sends what differs; only cells that changed are handed to
/// it.
final class Screen {
  private let palette: Palette
  private let ascii: Bool
  /// What is on the terminal; empty where nobody knows.
  private var shown: [Look] = []
  /// What the last picture wanted there.
  private var wanted: [Look] = []
  /// The row at which the next piece of a picture begins.
  private var nextRow = 0
  private var columns = 0
  private var rows = 0

  init(_ palette: Palette, ascii: Bool) {
    self.palette = palette
    self.ascii = ascii
    if palette.depth != .monochrome { Self.prepare(palette.pairs) }
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
    wanted = []
    nc_invalidate()
  }

  /// What came of showing a frame.
  struct Outcome {
    /// About how many bytes went out.
    var bytes = 0
    /// Whether the terminal shows all of it.
    var isWhole = true
  }

  /// Shows a frame; what lies outside the terminal is cut off, what the frame leaves open is
  /// blank.
  ///
  /// - Parameters:
  ///   - room: how many bytes may go out; what does not fit is left for the next time.
  ///   - answersKey: what differs from the frame before goes out in any case.
  func present(_ frame: Frame, room: Int = .max, answersKey: Bool = false) -> Outcome {
    if size != (columns, rows) { invalidate() }
    let looks = looks(of: frame)
    var outcome = Outcome()
    if shown.isEmpty || room == .max {
      for row in 0..<rows {
        outcome.bytes += draw(row, of: looks) { [shown] in shown.isEmpty || shown[$0] != looks[$0] }
      }
      shown = looks
    } else {
      present(looks, room: room, answersKey: answersKey, &outcome)
    }
    wanted = looks
    wrefresh(nc_window())
    return outcome
  }

  /// Shows what fits into so many bytes, from where the last piece ended.
  private func present(_ looks: [Look], room: Int, answersKey: Bool, _ outcome: inout Outcome) {
    if answersKey, wanted.count == looks.count {
      for row in 0..<rows {
        outcome.bytes += draw(row, of: looks) { [wanted, shown] in
          wanted[$0] != looks[$0] && shown[$0] != looks[$0]
        }
      }
    }
    // The last row first: what is said there soon goes.
    for row in [rows - 1] + (0..<rows).map({ (nextRow + $0) % rows }) {
      let cells = row * columns..<(row + 1) * columns
      guard !shown[cells].elementsEqual(looks[cells]) else { continue }
      guard outcome.bytes < room else {
        nextRow = row
        outcome.isWhole = false
        return
      }
      outcome.bytes += draw(row, of: looks) { [shown] in shown[$0] != looks[$0] }
    }
  }

  /// A blank keeps the pair it is shown in, or takes the one of its neighbour.
  private func looks(of frame: Frame) -> [Look] {
    var result: [Look] = []
    result.reserveCapacity(columns * rows)
    for row in 0..<rows {
      var looks = (0..<columns).map { Look(frame[row, $0], on: palette, ascii: ascii) }
      WideCells.mend(&looks, width: Self.width)
      var neighbour = Look(Cell(), on: palette, ascii: ascii)
      for var look in looks {
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

  /// Hands over the row's stretches of changed cells; returns about how many bytes they take.
  private func draw(_ row: Int, of looks: [Look], where hasChanged: (Int) -> Bool) -> Int {
    var (column, bytes) = (0, 0)
    while column < columns {
      guard hasChanged(row * columns + column) else {
        column += 1
        continue
      }
      var start = column
      while column < columns, hasChanged(row * columns + column) { column += 1 }
      // A wide character is handed over by its first cell.
      if looks[row * columns + start].character == Cell.continuation { start -= 1 }
      let range = (row * columns + start)..<(row * columns + column)
      let cells = looks[range].filter { $0.character != Cell.continuation }.map(cell)
      mvwadd_wchnstr(nc_window(), Int32(row), Int32(start), cells, Int32(cells.count))
      if !shown.isEmpty { shown.replaceSubrange(range, with: looks[range]) }
      bytes += Self.cost(of: looks[range])
    }
    return bytes
  }

  /// About what cells that follow each other take on the line: a place, the characters, and each
  /// change of colours.
  private static func cost(of looks: ArraySlice<Look>) -> Int {
    var (bytes, last): (Int, Look?) = (8, nil)
    for look in looks {
      bytes += look.character.utf8.count + (look.mark?.utf8.count ?? 0)
      if look.ink != last?.ink || look.ground != last?.ground { bytes += 20 }
      last = look
    }
    return bytes
  }

  private func cell(_ look: Look) -> cchar_t {
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= nc_bold() }
    if look.attributes.contains(.dim) { attributes |= nc_dim() }
    if look.attributes.contains(.reverse) { attributes |= nc_reverse() }
    if look.attributes.contains(.underline) { attributes |= nc_underline() }
    let pair = palette.depth == .monochrome ? 0 : palette.number(look.ink, on: look.ground)
    var cell = cchar_t()
    nc_cell(&cell, look.character.value, look.mark?.value ?? 0, attributes, pair)
    return cell
  }

  /// Cells that the terminal gives a character. The plot's own are known to take one.
  private static func width(_ character: Unicode.Scalar) -> Int {
    switch character.value {
    case 0x20..<0x300, 0x2500..<0x25A0, 0x2800..<0x2900: 1
    default: Int(nc_width(character.value))
    }
  }

  private static func prepare(_ pairs: [Palette.Pair]) {
    start_color()
    for (index, pair) in pairs.enumerated() {
      init_pair(Int16(index + 1), pair.foreground, pair.background)
    }
  }
}
