import Plotting
import Testing
import ganbook

@Suite struct LookTests {
  private func look(
    _ character: Unicode.Scalar, _ style: Style = Style(), _ depth: ColorDepth = .full,
    theme: Theme = Theme(), ascii: Bool = false
  ) -> Look {
    Look(Cell(character, style), on: Palette(depth: depth, theme: theme), ascii: ascii)
  }

  @Test func `a control character can't reach the terminal`() {
    for value in Array(1..<32) + Array(0x7F..<0xA0) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(look(scalar).character == "?")
    }
    #expect(look("\u{202E}").character == "?", "a mark that turns the text around")
    #expect(look("⢎").character == "⢎")
    #expect(look("⢎", ascii: true).character == "?")
  }

  @Test func `dimming is a colour where there are colours`() {
    let dim = look("x", Style(.normal, on: .normal, .dim))
    #expect(dim.ink == .faint)
    #expect(dim.attributes == [])
  }

  @Test func `where both kinds of points fall it is bold, not only white`() {
    #expect(look("⢎", Style(.both)).attributes.contains(.bold))
    #expect(!look("⢎", Style(.real)).attributes.contains(.bold))
  }

  @Test func `without colour every meaning of a point looks different`() {
    let looks = [Ink.real, .generated, .both].map { look("⢎", Style($0), .monochrome) }
    #expect(Set(looks.map(\.attributes.rawValue)).count == 3)
    #expect(looks.allSatisfy { $0.ground == .normal })
  }

  @Test(arguments: [true, false])
  func `without colour the field is shaded by characters, under points it is not`(ascii: Bool) {
    let shades = (0..<9).map { level in
      look(" ", Style(.normal, on: .field(UInt8(level))), .monochrome, ascii: ascii).character
    }
    #expect(shades == (ascii ? "   ...:::" : "   ···░░░").unicodeScalars.map { $0 })
    let point = look("x", Style(.real, on: .field(8)), .monochrome, ascii: ascii)
    #expect(point.character == "x")
  }

  @Test func `the selection is in reverse where it has no colour of its own`() {
    for depth in [ColorDepth.monochrome, .eight] {
      #expect(look("x", Style(.normal, on: .selection), depth).attributes.contains(.reverse))
    }
    #expect(!look("x", Style(.normal, on: .selection)).attributes.contains(.reverse))
  }

  @Test(arguments: [ColorDepth.eight, .sixteen])
  func `few colours shade the field by characters where none of them can be read on it`(
    depth: ColorDepth
  ) {
    let field = Style(.normal, on: .field(8))
    #expect(look(" ", field, depth, theme: Theme(.light, .contrast)).character == "░")
    #expect(look(" ", field, depth).character == " ")
    #expect(look("⢎", field, depth, theme: Theme(.light, .contrast)).character == "⢎")
  }

  @Test func `on a light ground of few colours nothing is bold: it would be grey`() {
    let style = Style(.accent, on: .normal, .bold)
    #expect(look("x", style, .eight, theme: Theme(.light)).attributes == [])
    #expect(look("x", style, .eight).attributes == .bold)
    #expect(look("x", Style(.normal, on: .selection, .bold), .eight).attributes == .reverse)
  }

  @Test func `a blank is one only where nothing but its ground shows`() {
    #expect(look(" ").isBlank)
    #expect(!look(" ", Style(.normal, on: .normal, .underline)).isBlank)
    #expect(!look(" ", Style(.normal, on: .normal, .reverse)).isBlank)
    #expect(!look("x").isBlank)
  }
}
