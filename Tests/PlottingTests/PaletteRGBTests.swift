import Plotting
import Testing

@Suite struct PaletteRGBTests {
  private let palette = Palette(depth: .full)

  @Test func `pictures have the screen's colours`() {
    #expect(palette.hexadecimal(.real as Ink) == "#00ffff")
    #expect(palette.hexadecimal(.generated as Ink) == "#ffff00")
    #expect(palette.hexadecimal(.both as Ink) == "#ffffff")
    #expect(palette.hexadecimal(.normal as Ground) == "#000000")
    #expect(palette.hexadecimal(.field(0)) == "#875f00")
    #expect(palette.hexadecimal(.field(7)) == "#005faf")
  }
}
