import Plotting

/// Frames as what a terminal of 256 colours is sent: the changed cells alone, with the screen's
/// own palette.
struct EscapeText {
  private let palette = Palette(depth: .full)
  private var shown = Frame(columns: 0, rows: 0)

  /// The start of a film: a clear screen without a cursor.
  static let opening = "\u{1B}[0m\u{1B}[?25l\u{1B}[2J"

  /// Leaves the picture and gives the cursor back under it.
  static func closing(rows: Int) -> String { "\u{1B}[0m\u{1B}[\(rows);1H\u{1B}[?25h" }

  /// What turns the frame before into this one; empty where nothing changes.
  mutating func text(for frame: Frame) -> String {
    var text = ""
    var place: (row: Int, column: Int)?
    var style: Look?
    for change in changes(to: frame) {
      let look = Look(change.cell, on: palette, ascii: false)
      if place?.row != change.row || place?.column != change.column {
        text += "\u{1B}[\(change.row + 1);\(change.column + 1)H"
      }
      if style.map({ !Self.looksAlike($0, look) }) ?? true { text += code(of: look) }
      style = look
      text.unicodeScalars.append(look.character)
      if let mark = look.mark { text.unicodeScalars.append(mark) }
      place = (change.row, change.column + Text.width(of: look.character))
    }
    shown = frame
    return text
  }

  /// The second half of a wide character comes with the first.
  private func changes(to frame: Frame) -> [Frame.Change] {
    frame.changes(from: shown).filter { $0.cell.character != Cell.continuation }
  }

  private static func looksAlike(_ one: Look, _ other: Look) -> Bool {
    one.ground == other.ground && one.attributes == other.attributes
      && (one.ink == other.ink || other.isBlank)
  }

  private func code(of look: Look) -> String {
    let pair = palette.pair(look.ink, on: look.ground)
    var codes = ["0"]
    if look.attributes.contains(.bold) { codes.append("1") }
    if look.attributes.contains(.dim) { codes.append("2") }
    if look.attributes.contains(.underline) { codes.append("4") }
    if look.attributes.contains(.reverse) { codes.append("7") }
    codes += ["38", "5", String(pair.foreground), "48", "5", String(pair.background)]
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
