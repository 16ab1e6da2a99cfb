import Plotting

@testable import Workbench

/// A screen as text with a map of styles, as it reaches terminals of 256 colours, of 8 and of none.
///
/// ```text
/// a 252/16  b 213/16 bold        what the letters mean: ink/ground, weight
/// ▸ mode-collapse                 the characters, row by row, blanks at the end left out
/// 256  a4 b13 a63                 a row's styles: the letter and how many cells
/// =                               the same as the row before
/// ```
struct GoldenPicture {
  private(set) var text = ""
  private var legend: [String] = []

  /// - Parameters:
  ///   - coloured: the frame for terminals with colours.
  ///   - plain: the one for those without.
  init(coloured: Frame, plain: Frame, ascii: Bool) {
    let full = looks(coloured, .full, ascii), eight = looks(coloured, .eight, ascii)
    let mono = looks(plain, .monochrome, ascii)
    let body =
      characters(full) + different(mono, from: full)
      + styles("256", full, .full) + styles("8", eight, .eight)
      + styles("mono", mono, .monochrome)
    let letters = legend.enumerated().map { "\(Self.letter($0)) \($1)\n" }.joined()
    text = letters + body
  }

  private typealias Grid = [[Look]]

  private func looks(_ frame: Frame, _ depth: ColorDepth, _ ascii: Bool) -> Grid {
    let palette = Palette(depth: depth)
    return (0..<frame.rows).map { row in
      (0..<frame.columns).map { Look(frame[row, $0], on: palette, ascii: ascii) }
    }
  }

  private func line(_ row: [Look]) -> String {
    var scalars = String.UnicodeScalarView()
    for look in row where look.character != Cell.continuation { scalars.append(look.character) }
    let text = String(scalars)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func characters(_ grid: Grid) -> String {
    grid.map { line($0) + "\n" }.joined()
  }

  /// The rows that look different without colours.
  private func different(_ mono: Grid, from full: Grid) -> String {
    zip(mono, full).enumerated().map { index, rows in
      line(rows.0) == line(rows.1) ? "" : "mono \(index): \(line(rows.0))\n"
    }.joined()
  }

  private mutating func styles(_ name: String, _ grid: Grid, _ depth: ColorDepth) -> String {
    let palette = Palette(depth: depth)
    var (result, before) = ("", "")
    for row in grid {
      var runs: [(style: String, count: Int)] = []
      for look in row {
        let style = Self.style(look, palette)
        if runs.last?.style == style {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((style, 1))
        }
      }
      let words = runs.map { "\(letter(of: $0.style))\($0.count)" }.joined(separator: " ")
      result += words == before ? "=\n" : "\(name)  \(words)\n"
      before = words
    }
    return result
  }

  /// What shows of a look: the ink of a blank doesn't.
  private static func style(_ look: Look, _ palette: Palette) -> String {
    let pair = palette.pair(look.ink, on: look.ground)
    guard !look.isBlank else { return "/\(pair.background)" }
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
    ]
    let weight = names.filter { look.attributes.contains($0.0) }.map { " " + $0.1 }.joined()
    return "\(pair.foreground)/\(pair.background)\(weight)"
  }

  private mutating func letter(of style: String) -> String {
    if let index = legend.firstIndex(of: style) { return Self.letter(index) }
    legend.append(style)
    return Self.letter(legend.count - 1)
  }

  /// a … z, then A … Z, then with an apostrophe for each round more.
  private static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String(letters[index % letters.count])
      + String(repeating: "'", count: index / letters.count)
  }
}
