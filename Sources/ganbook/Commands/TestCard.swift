internal import Plotting
internal import Workbench

/// Every kind of character and colour that the screen draws with, each line closed by a bar under
/// a ruler: where a terminal counts cells otherwise, or lacks a character, it shows.
struct TestCard {
  let charset: Workbench.Charset
  let palette: Palette
  /// Whether colours can be shown here, and not only told.
  let isOnTerminal: Bool

  /// Cells between the bars.
  private static let width = 40
  private static let labelWidth = 11

  var lines: [String] {
    [title, row("", Self.ruler)] + characters.map { row($0, $1) } + colors
  }

  private var title: String {
    "test card: every line ends at the same bar, and no character is a box or a question mark"
  }

  private var bar: String { charset == .ascii ? "|" : "│" }

  private func row(_ label: String, _ text: String) -> String {
    label.padded(to: Self.labelWidth) + bar + Text.leading(text, in: Self.width) + bar
  }

  private static var ruler: String {
    (1...width).map { $0 % 10 == 0 ? "\($0 / 10)" : $0 % 5 == 0 ? ":" : "." }.joined()
  }

  private var characters: [(String, String)] {
    guard charset != .ascii else {
      return [("lines", "+--+ |  | heights _.-=+*#@"), ("points", "o x %   field  .:-=+*#")]
    }
    return [
      ("lines", "┌─┐ ├─┤ └─┘ │ ┄ ┼ ═"), ("braille", "⠁⠃⠇⡇⣇⣧⣷⣿ ⢎⡱ ⠒⠤⣀"),
      ("blocks", "▁▂▃▄▅▆▇█ ░▒▓ ▏❚❚ ▶ ◀"), ("marks", "▸ ● ○ ▲ • » ↻ ↑↓←→ ◂▴▾ ‹ › …"),
      ("formulas", "½ θ ∇ ‖∇J_G‖ ≤ ≥ ≈ ∈ Σ √ ∞ − × § ²₀"), ("wide", "字 日本語 한국어 ＡＢＣ"),
      ("combining", "e\u{301} n\u{303} o\u{308} x\u{20D7}"), ("emoji", "😀 🎲 ✅"),
    ]
  }

  // MARK: Colours

  private var colors: [String] {
    guard isOnTerminal, palette.depth != .monochrome else { return [] }
    let inks: [(Ink, String)] = [
      (.real, "real "), (.generated, "generated "), (.both, "both "), (.accent, "accent "),
      (.good, "good "), (.warning, "warning"),
    ]
    let words = inks.map { painted($1, $0, on: .normal) }.joined()
    let pad = Self.blank(Self.width - inks.reduce(0) { $0 + $1.1.count })
    let levels = (0..<Palette.fieldLevels).map { level in
      painted(charset == .ascii ? " o" : " ⢎", .real, on: .field(level))
        + painted(charset == .ascii ? "x " : "⡱ ", .generated, on: .field(level))
    }
    return [
      "inks".padded(to: Self.labelWidth) + bar + words + painted(pad, .normal, on: .normal) + bar,
      "field".padded(to: Self.labelWidth) + bar + levels.joined()
        + painted(Self.blank(Self.width - 4 * levels.count), .normal, on: .normal) + bar,
    ]
  }

  private static func blank(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private func painted(_ text: String, _ ink: Ink, on ground: Ground) -> String {
    let look = Look(Cell("x", Style(ink, on: ground)), on: palette, ascii: charset == .ascii)
    let pair = palette.pair(look.ink, on: look.ground)
    let weight = look.attributes.contains(.bold) ? ";1" : ""
    let front = Self.code(pair.foreground, low: 30, bright: 90, many: "38;5;", palette.depth)
    let back = Self.code(pair.background, low: 40, bright: 100, many: "48;5;", palette.depth)
    return "\u{1B}[0\(weight);\(front);\(back)m\(text)\u{1B}[0m"
  }

  private static func code(
    _ number: Int16, low: Int16, bright: Int16, many: String, _ depth: ColorDepth
  ) -> String {
    guard depth != .full else { return "\(many)\(number)" }
    return number < 8 ? "\(low + number)" : "\(bright + number - 8)"
  }
}
