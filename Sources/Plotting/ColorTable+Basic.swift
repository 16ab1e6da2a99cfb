// Eight or sixteen colours, whatever exactly they look like on a terminal: the contrasts are
// those of xterm's palette and of the Linux console's.

extension ColorTable {
  private static let black: Int16 = 0
  private static let red: Int16 = 1
  private static let green: Int16 = 2
  private static let yellow: Int16 = 3
  private static let blue: Int16 = 4
  private static let magenta: Int16 = 5
  private static let cyan: Int16 = 6
  private static let white: Int16 = 7
  /// From a colour to its bright form, where there are sixteen.
  private static let bright: Int16 = 8

  /// A theme in eight colours: on a dark ground bold makes the inks bright, as ``Look`` asks for.
  static func eight(_ theme: Theme) -> ColorTable {
    switch theme.base {
    case .dark: darkBasic(theme.scheme, brightening: 0)
    case .light: lightBasic(theme.scheme, ground: white)
    }
  }

  /// A theme in sixteen colours, where brightness is a matter of the number.
  static func sixteen(_ theme: Theme) -> ColorTable {
    guard theme.base == .light else { return darkBasic(theme.scheme, brightening: bright) }
    var table = lightBasic(theme.scheme, ground: white + bright)
    table.accent = Inks(magenta, black, black)
    guard theme.scheme == .standard || theme.scheme == .redGreen else { return table }
    // Bright enough that red and blue can be read on them.
    let (low, high) = (yellow + bright, cyan + bright)
    table.field =
      Array(repeating: low, count: 3) + Array(repeating: table.ground, count: 3)
      + Array(repeating: high, count: 3)
    return table
  }

  /// The selection is black on white, in reverse; where the ground is red or blue, only points have
  /// a colour.
  private static func darkBasic(_ scheme: Theme.Scheme, brightening: Int16) -> ColorTable {
    func inks(_ color: Int16) -> Inks { Inks(color + brightening, white, white + brightening) }
    func points(_ color: Int16) -> Inks {
      Inks(color + brightening, white, color + brightening)
    }
    let plain = Inks(white, white, white + brightening)
    let table = ColorTable(
      ground: black, selection: black,
      field: [red, red, red] + [black, black, black] + [blue, blue, blue],
      normal: plain, faint: plain, real: points(cyan), generated: points(yellow),
      both: points(white), boundary: points(white),
      accent: inks(magenta), good: inks(green), warning: inks(yellow))
    return varied(table, scheme, good: inks(cyan), rose: points(red), warning: inks(red))
  }

  private static func varied(
    _ table: ColorTable, _ scheme: Theme.Scheme, good: Inks, rose: Inks, warning: Inks
  ) -> ColorTable {
    var table = table
    switch scheme {
    case .standard: break
    case .redGreen: table.good = good
    case .blueYellow:
      // Red can't be read on red or blue.
      table.field = []
      table.generated = rose
      table.good = good
      table.warning = warning
    case .contrast:
      table.field = []
      table.accent = good
    }
    return table
  }

  /// Blue, red and black are all that can be read on white.
  private static func lightBasic(_ scheme: Theme.Scheme, ground: Int16) -> ColorTable {
    ColorTable(
      ground: ground, selection: ground, field: [], normal: Inks(black), faint: Inks(black),
      real: Inks(blue, black, blue), generated: Inks(red, black, red), both: Inks(black),
      boundary: Inks(black), accent: Inks(blue, black, black), good: Inks(blue, black, black),
      warning: Inks(red, black, black))
  }
}
