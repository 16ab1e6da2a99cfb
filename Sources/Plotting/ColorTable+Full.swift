extension ColorTable {
  /// A theme in the fixed palette of 256. The ground is set as well, so that the contrasts hold
  /// whatever the terminal's own colours are.
  static func full(_ theme: Theme) -> ColorTable {
    switch (theme.base, theme.scheme) {
    case (.dark, .standard): dark
    case (.dark, .redGreen): darkRedGreen
    case (.dark, .blueYellow): darkBlueYellow
    case (.dark, .contrast): darkContrast
    case (.light, .standard): light
    case (.light, .redGreen): lightRedGreen
    case (.light, .blueYellow): lightBlueYellow
    case (.light, .contrast): lightContrast
    }
  }

  // MARK: Dark

  /// Inks are brighter the lighter the ground is. The field goes from brown over dark red to
  /// the ground's own black and on over navy to blue, darker towards the middle on either side; the
  /// line between the sides is green, which none of the points is.
  private static let dark = ColorTable(
    ground: 16, selection: 238, field: [94, 94, 88, 52, 16, 17, 19, 25, 26],
    normal: Inks(252, 255, 255), faint: Inks(245, 250, 254), real: Inks(51),
    generated: Inks(226), both: Inks(231), boundary: Inks(120), accent: Inks(213, 219, 230),
    good: Inks(114, 120, 229), warning: Inks(209, 216, 229))

  /// Sky blue and gold over a field from red to blue, which these eyes see as dark and blue.
  private static var darkRedGreen: ColorTable {
    var table = dark
    table.field = [124, 88, 52, 52, 16, 17, 18, 20, 21]
    table.real = Inks(117)
    table.generated = Inks(220)
    table.good = Inks(75, 117, 229)
    table.warning = Inks(220, 220, 222)
    return table
  }

  /// Cyan and rose over a field from red to blue.
  private static var darkBlueYellow: ColorTable {
    var table = dark
    table.field = [88, 88, 52, 52, 16, 17, 18, 19, 20]
    table.generated = Inks(217)
    table.boundary = Inks(220)
    table.accent = Inks(219, 225, 231)
    table.good = Inks(86, 122, 158)
    table.warning = Inks(209, 216, 224)
    return table
  }

  private static let darkContrast = ColorTable(
    ground: 16, selection: 235, field: [88, 88, 52, 52, 16, 17, 18, 19, 20],
    normal: Inks(255, 231, 231), faint: Inks(250, 252, 254), real: Inks(51),
    generated: Inks(226), both: Inks(231), boundary: Inks(120), accent: Inks(219, 225, 230),
    good: Inks(117, 117, 229), warning: Inks(220, 220, 229))

  // MARK: Light

  /// Dark blue and dark red over a field from orange over white to sky blue; the line between the
  /// sides is violet.
  private static let light = ColorTable(
    ground: 231, selection: 254, field: [216, 222, 223, 230, 231, 195, 189, 117, 111],
    normal: Inks(235, 16, 16), faint: Inks(240, 238, 235), real: Inks(20),
    generated: Inks(124, 124, 88), both: Inks(16), boundary: Inks(54), accent: Inks(90, 53, 53),
    good: Inks(22, 22, 52), warning: Inks(124, 88, 52))

  private static var lightRedGreen: ColorTable {
    var table = light
    table.generated = Inks(88)
    table.accent = Inks(54, 53, 53)
    table.good = Inks(20, 19, 18)
    table.warning = Inks(94, 58, 52)
    return table
  }

  /// Dark green and dark red over a field from rose over white to cyan.
  private static var lightBlueYellow: ColorTable {
    var table = light
    table.field = [217, 218, 224, 230, 231, 195, 159, 123, 87]
    table.real = Inks(22)
    table.generated = Inks(88)
    table.accent = Inks(54, 53, 53)
    table.good = Inks(23, 23, 22)
    return table
  }

  private static let lightContrast = ColorTable(
    ground: 231, selection: 255, field: [216, 222, 223, 230, 231, 195, 159, 189, 117],
    normal: Inks(16), faint: Inks(237, 235, 233), real: Inks(18), generated: Inks(52),
    both: Inks(16), boundary: Inks(53), accent: Inks(53), good: Inks(17),
    warning: Inks(88, 52, 52))
}
