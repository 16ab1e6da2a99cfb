import Plotting
import Testing
import ganbook

@Suite struct PaletteTests {
  /// The pair of colours that a cell is shown in, brightened by bold and turned around by reverse.
  private func shown(_ ink: Ink, on ground: Ground, _ palette: Palette) -> (Int16, Int16) {
    let look = Look(Cell("x", Style(ink, on: ground)), on: palette, ascii: false)
    let pair = palette.pair(look.ink, on: look.ground)
    let isBright = palette.depth == .eight && look.attributes.contains(.bold)
    let front = isBright ? pair.foreground + 8 : pair.foreground
    return look.attributes.contains(.reverse)
      ? (pair.background, front) : (front, pair.background)
  }

  /// The least contrast that a theme is held to, and what the colours below 16 look like.
  private func demands(_ theme: Theme, _ depth: ColorDepth) -> (Double, [Color.Console]) {
    guard depth != .full else { return (theme.scheme == .contrast ? 7 : 4.5, [.xterm]) }
    // White is grey on the Linux console, and a light theme no choice there.
    return (4.5, theme.base == .light ? [.xterm] : [.xterm, .linux])
  }

  @Test(arguments: Theme.all, [ColorDepth.full, .sixteen, .eight])
  func `every ink has a contrast of 4.5 on every ground`(theme: Theme, depth: ColorDepth) {
    let palette = Palette(depth: depth, theme: theme)
    let (least, consoles) = demands(theme, depth)
    for console in consoles {
      for ground in Palette.grounds {
        for ink in Ink.allCases {
          let (front, back) = shown(ink, on: ground, palette)
          let contrast = Color(front, console).contrast(to: Color(back, console))
          #expect(contrast >= least, "\(ink) on \(ground), \(console): \(contrast)")
        }
      }
    }
  }

  /// How an eye may see, and how far apart what matters is to be for it in a theme made for it.
  private func made(_ scheme: Theme.Scheme, for vision: Color.Vision) -> Bool {
    switch scheme {
    case .standard, .contrast: true
    case .redGreen: vision == .protanopia || vision == .deuteranopia
    case .blueYellow: vision == .tritanopia
    }
  }

  @Test(arguments: Theme.all, Color.Vision.allCases)
  func `real, generated and both differ on every ground for the eyes a theme is made for`(
    theme: Theme, vision: Color.Vision
  ) {
    guard made(theme.scheme, for: vision) else { return }
    let palette = Palette(depth: .full, theme: theme)
    for ground in Palette.grounds {
      let colors = [Ink.real, .generated, .both].map {
        Color(palette.pair($0, on: ground).foreground).seen(by: vision)
      }
      #expect(colors[0].distance(to: colors[1]) > 40, "real, generated")
      // These two differ in weight as well, see LookTests.
      #expect(colors[0].distance(to: colors[2]) > 8, "real, both")
      #expect(colors[1].distance(to: colors[2]) > 8, "generated, both")
    }
  }

  @Test(arguments: Theme.all)
  func `the line at D's middle differs from every kind of points on every ground`(theme: Theme) {
    for vision in Color.Vision.allCases where made(theme.scheme, for: vision) {
      let palette = Palette(depth: .full, theme: theme)
      for ground in Palette.grounds {
        func color(_ ink: Ink) -> Color {
          Color(palette.pair(ink, on: ground).foreground).seen(by: vision)
        }
        for ink in [Ink.real, .generated, .both] {
          #expect(color(.boundary).distance(to: color(ink)) > 14, "\(ink), \(vision)")
        }
      }
    }
  }

  /// The colours of the field's levels as an eye sees them.
  private func levels(_ theme: Theme, _ vision: Color.Vision = .common) -> [Color] {
    let palette = Palette(depth: .full, theme: theme)
    return (0..<Palette.fieldLevels).map {
      Color(palette.pair(.normal, on: .field($0)).background).seen(by: vision)
    }
  }

  @Test(arguments: Theme.all)
  func `the field has a hue at every level but the middle, which is the ground`(theme: Theme) {
    let (levels, ground) = (
      levels(theme), Palette(depth: .full, theme: theme).pair(.normal, on: .normal)
    )
    #expect(levels[4].distance(to: Color(ground.background)) == 0)
    for level in levels[..<4] { #expect(level.warmth > 4) }
    for level in levels[5...] { #expect(level.warmth < -4) }
  }

  @Test(arguments: Theme.all)
  func `on either side the levels go one way, away from the ground`(theme: Theme) {
    let levels = levels(theme).map { theme.base == .dark ? $0.luminance : -$0.luminance }
    for side in [Array(levels[...4].reversed()), Array(levels[4...])] {
      #expect(zip(side, side.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(Set(side).count >= 3, "the ground, and two steps at least")
    }
  }

  @Test(arguments: Theme.all, Color.Vision.allCases)
  func `the field's two sides differ for them, and from the middle`(
    theme: Theme, vision: Color.Vision
  ) {
    guard made(theme.scheme, for: vision) else { return }
    let levels = levels(theme, vision)
    for low in levels[..<2] {
      for high in levels[7...] { #expect(low.distance(to: high) > 20) }
    }
    for (index, level) in levels.enumerated() where index != 4 {
      #expect(level.distance(to: levels[4]) > 2)
    }
  }

  @Test(arguments: [
    (Theme.Scheme.redGreen, Color.Vision.protanopia), (.redGreen, .deuteranopia),
    (.blueYellow, .tritanopia), (.contrast, .protanopia), (.contrast, .deuteranopia),
  ])
  func `good and bad ends differ in themes for eyes without a kind of cones`(
    scheme: Theme.Scheme, vision: Color.Vision
  ) {
    for base in Theme.Base.allCases {
      let palette = Palette(depth: .full, theme: Theme(base, scheme))
      for ground in [Ground.normal, .selection] {
        let colors = [Ink.good, .warning].map {
          Color(palette.pair($0, on: ground).foreground).seen(by: vision)
        }
        #expect(colors[0].distance(to: colors[1]) > 60)
      }
    }
  }

  @Test(arguments: Theme.all, [(ColorDepth.full, 256), (.sixteen, 256), (.eight, 64)])
  func `pairs are numbered from 1 on, as many as the terminal has`(
    theme: Theme, depth: (ColorDepth, room: Int)
  ) {
    let palette = Palette(depth: depth.0, theme: theme)
    #expect(Set(palette.pairs).count == palette.pairs.count)
    #expect(palette.pairs.count < depth.room)
    for ink in Ink.allCases {
      for ground in Palette.grounds {
        let number = Int(palette.number(ink, on: ground))
        #expect(palette.pairs[number - 1] == palette.pair(ink, on: ground))
      }
    }
  }

  @Test func `a level beyond the scale is its end`() {
    let full = Palette(depth: .full)
    #expect(full.pair(.real, on: .field(200)) == full.pair(.real, on: .field(8)))
  }

  @Test(arguments: Theme.all, [(ColorDepth.eight, 8), (.sixteen, 16)])
  func `few colours stay within their number, and real samples differ from generated ones`(
    theme: Theme, depth: (ColorDepth, count: Int)
  ) {
    let palette = Palette(depth: depth.0, theme: theme)
    for pair in palette.pairs {
      #expect((0..<depth.count).contains(Int(pair.foreground)))
      #expect((0..<depth.count).contains(Int(pair.background)))
    }
    for ground in Palette.grounds where ground != .selection {
      #expect(palette.pair(.real, on: ground) != palette.pair(.generated, on: ground))
    }
    let field = Set([0, 4, 8].map { palette.pair(.real, on: .field($0)).background })
    #expect(field.count == (palette.colorsField ? 3 : 1))
  }

  @Test func `the depth follows the terminal, and NO_COLOR unless it is empty`() {
    #expect(ColorDepth(colors: 256, noColor: nil) == .full)
    #expect(ColorDepth(colors: 16_777_216, noColor: "") == .full)
    #expect(ColorDepth(colors: 16, noColor: nil) == .sixteen)
    #expect(ColorDepth(colors: 8, noColor: nil) == .eight)
    #expect(ColorDepth(colors: 0, noColor: nil) == .monochrome)
    #expect(ColorDepth(colors: 256, noColor: "1") == .monochrome)
  }
}
