/// The characters that pictures are made of: one set for terminals that show Unicode, one for
/// those that don't.
public struct Glyphs: Sendable, Hashable {
  public let horizontal: Unicode.Scalar
  public let vertical: Unicode.Scalar
  public let topLeft: Unicode.Scalar
  public let topRight: Unicode.Scalar
  public let bottomLeft: Unicode.Scalar
  public let bottomRight: Unicode.Scalar
  public let leftTee: Unicode.Scalar
  public let rightTee: Unicode.Scalar
  /// Nine heights, from nothing to a full cell.
  public let heights: [Unicode.Scalar]
  /// Four shades, from a hint to a full cell.
  public let shades: [Unicode.Scalar]
  /// A level drawn across a chart.
  public let level: Unicode.Scalar
  /// The line of a slider, its thumb, and where the thumb came from.
  public let track: Unicode.Scalar
  public let thumb: Unicode.Scalar
  public let origin: Unicode.Scalar
  /// Points at the chosen row.
  public let pointer: Unicode.Scalar
  /// Marks what has been changed.
  public let changed: Unicode.Scalar
  /// A dot of a legend.
  public let dot: Unicode.Scalar
  /// Where the next character goes.
  public let cursor: Unicode.Scalar
  /// Two cells each.
  public let playing: String
  public let paused: String
  public let past: String
  /// The line of time: what can be gone back to at once, what lies ahead, where one is going, how
  /// far it has come, and where something was turned.
  public let reached: Unicode.Scalar
  public let ahead: Unicode.Scalar
  public let goal: Unicode.Scalar
  public let live: Unicode.Scalar
  public let tweak: Unicode.Scalar
  /// Eight directions, to the right first and then against the clock; ASCII has four.
  public let arrows: [Unicode.Scalar]
  /// Something lies beyond an edge: the left one, the right, the upper, the lower.
  public let beyond: [Unicode.Scalar]
  /// Whether dots of eight to a cell can be drawn.
  public let hasBraille: Bool

  /// Lines, blocks and braille.
  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", leftTee: "├", rightTee: "┤",
    heights: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], shades: ["░", "▒", "▓", "█"],
    level: "┄", track: "─", thumb: "█",
    origin: "┼", pointer: "▸", changed: "•", dot: "●", cursor: "▏", playing: "▶ ",
    paused: "❚❚", past: "◀ ", reached: "═", ahead: "·", goal: "○", live: "»", tweak: "▲",
    arrows: ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"], beyond: ["◂", "▸", "▴", "▾"],
    hasBraille: true)

  /// What every terminal shows.
  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", leftTee: "+", rightTee: "+",
    heights: [" ", "_", ".", "-", "=", "+", "*", "#", "@"], shades: [".", ":", "%", "#"],
    level: "-", track: "-", thumb: "#",
    origin: "+", pointer: ">", changed: "*", dot: "o", cursor: "_", playing: "> ",
    paused: "||", past: "< ", reached: "=", ahead: ".", goal: "o", live: ">", tweak: "^",
    arrows: [">", "^", "^", "^", "<", "v", "v", "v"], beyond: ["<", ">", "^", "v"],
    hasBraille: false)
}
