import Plotting
import Testing
import ganbook

@Suite struct PaletteTests {
  private let full = Palette(depth: .full)

  @Test(arguments: Palette.grounds)
  func `every ink has a contrast of 4.5 on every ground`(ground: Ground) {
    for ink in Ink.allCases {
      let pair = full.pair(ink, on: ground)
      let contrast = Color(pair.foreground).contrast(to: Color(pair.background))
      #expect(contrast >= 4.5, "\(ink) on \(ground): \(contrast)")
    }
  }

  @Test(arguments: Color.Vision.allCases)
  func `real, generated and both differ on the field for every eye`(vision: Color.Vision) {
    let inks: [Ink] = [.real, .generated, .both]
    for ground in Palette.grounds {
      let colors = inks.map { Color(full.pair($0, on: ground).foreground).seen(by: vision) }
      #expect(colors[0].distance(to: colors[1]) > 40, "real, generated")
      // These two differ in weight as well, see LookTests.
      #expect(colors[0].distance(to: colors[2]) > 8, "real, both")
      #expect(colors[1].distance(to: colors[2]) > 8, "generated, both")
    }
  }

  @Test(arguments: Color.Vision.allCases)
  func `the field's two ends differ for every eye, and its levels are eight`(vision: Color.Vision) {
    let levels = (0..<Palette.fieldLevels).map {
      Color(full.pair(.normal, on: .field($0)).background).seen(by: vision)
    }
    for low in levels[..<2] {
      for high in levels[6...] { #expect(low.distance(to: high) > 25) }
    }
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(one.distance(to: next) > 2) }
  }

  @Test(arguments: [(ColorDepth.full, 256), (.eight, 64)])
  func `pairs are numbered from 1 on, as many as the terminal has`(depth: ColorDepth, room: Int) {
    let palette = Palette(depth: depth)
    #expect(Set(palette.pairs).count == palette.pairs.count)
    #expect(palette.pairs.count < room)
    for ink in Ink.allCases {
      for ground in Palette.grounds {
        let number = Int(palette.number(ink, on: ground))
        #expect(palette.pairs[number - 1] == palette.pair(ink, on: ground))
      }
    }
  }

  @Test func `a level beyond the scale is its end`() {
    #expect(full.pair(.real, on: .field(200)) == full.pair(.real, on: .field(7)))
  }

  @Test func `eight colours stay within eight, and ink differs from ground`() {
    let eight = Palette(depth: .eight)
    for ink in Ink.allCases {
      for ground in Palette.grounds {
        let pair = eight.pair(ink, on: ground)
        #expect((0..<8).contains(pair.foreground) && (0..<8).contains(pair.background))
        #expect(pair.foreground != pair.background)
      }
    }
    let field = [0, 3, 7].map { eight.pair(.real, on: .field($0)).background }
    #expect(Set(field).count == 3)
  }

  @Test func `the depth follows the terminal, and NO_COLOR unless it is empty`() {
    #expect(ColorDepth(colors: 256, noColor: nil) == .full)
    #expect(ColorDepth(colors: 16_777_216, noColor: "") == .full)
    #expect(ColorDepth(colors: 16, noColor: nil) == .eight)
    #expect(ColorDepth(colors: 0, noColor: nil) == .monochrome)
    #expect(ColorDepth(colors: 256, noColor: "1") == .monochrome)
  }
}
