import Plotting
import Testing

@Suite struct TextTests {
  @Test(arguments: [("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("a\u{1B}[0m", 4)])
  func `a string is as wide as its cells`(text: String, width: Int) {
    #expect(Text.width(of: text) == width)
  }

  @Test func `a cut shows`() {
    #expect(Text.clipped("discriminator", to: 8) == "discrim…")
    #expect(Text.clipped("D", to: 8) == "D")
    #expect(Text.clipped("日本語", to: 4) == "日…")
    #expect(Text.clipped("anything", to: 0) == "")
  }

  @Test func `padding gives the width asked for`() {
    #expect(Text.leading("ab", in: 4) == "ab  ")
    #expect(Text.trailing("ab", in: 4) == "  ab")
    #expect(Text.trailing("abcdef", in: 4) == "abc…")
  }

  @Test func `text breaks between words, and inside those that are too long`() {
    #expect(Text.wrapped("G runs to the next point", to: 10) == ["G runs to", "the next", "point"])
    #expect(Text.wrapped("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
    #expect(Text.wrapped("one\n\ntwo", to: 10) == ["one", "", "two"])
    #expect(Text.wrapped("anything", to: 0).isEmpty)
  }

  @Test func `a number's groups stay together`() {
    #expect(Text.wrapped("by step 25 000, seed 1", to: 12) == ["by step", "25 000, seed", "1"])
    #expect(Text.wrapped("1 000 000", to: 6) == ["1 000 ", "000"])
  }

  @Test func `breaking a wide character into one cell ends`() {
    #expect(Text.wrapped("日本", to: 1) == ["日", "本"])
  }

  @Test func `a line is cut with its looks`() {
    let line = Line("real ", .real) + Line("generated", .generated)
    let cut = line.clipped(to: 8)
    #expect(cut == Line("real ", .real) + Line("ge…", .generated))
    #expect(line.clipped(to: 14) == line)
    #expect(line.clipped(to: 5).width == 5)
  }
}
