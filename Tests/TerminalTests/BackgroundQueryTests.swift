import Plotting
import Testing
import ganbook

@Suite struct BackgroundQueryTests {
  private func answered(_ text: String) -> BackgroundQuery {
    var query = BackgroundQuery()
    for byte in text.utf8 { query.take(byte) }
    return query
  }

  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", Theme.Base.light), ("rgb:fdf6/f6e3/e300", .light),
    ("rgb:0000/2b2b/3636", .dark), ("rgb:ff/ff/dd", .light), ("rgba:0/0/0/f", .dark),
  ])
  func `a colour is light or dark, with either end of the answer`(color: String, base: Theme.Base) {
    for end in ["\u{7}", "\u{1B}\\"] {
      let query = answered("\u{1B}]11;\(color)\(end)\u{1B}[?62;22c")
      #expect(query.base == base && query.isComplete && query.typed == [])
    }
  }

  @Test(arguments: ["rgb:", "rgb:ff/ff", "rgb:fffff/0/0", "cmyk:0/0/0", "rgb:x/y/z", "?"])
  func `nonsense is no colour`(color: String) {
    #expect(answered("\u{1B}]11;\(color)\u{7}").base == nil)
  }

  @Test func `a terminal that only tells its kind has answered`() {
    #expect(!answered("\u{1B}[?62").isComplete)
    #expect(answered("\u{1B}[?1;2c").isComplete)
    #expect(answered("\u{1B}[?1;2c").base == nil)
    #expect(!answered("\u{1B}[A").isComplete, "a key is no answer")
  }

  @Test func `what is typed meanwhile is kept`() {
    let query = answered("a\u{1B}]11;rgb:0/0/0\u{1B}\\b\u{1B}[Ac\u{1B}[?6c")
    #expect(query.typed == Array("abc".utf8))
    #expect(query.base == .dark)
  }

  @Test(arguments: [
    ("15;0", Theme.Base.dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark),
    ("0;7", .light), ("", nil), ("x", nil), ("0;99", nil), (nil, nil),
  ])
  func `COLORFGBG tells it too`(value: String?, base: Theme.Base?) {
    #expect(BackgroundQuery.base(ofVariable: value) == base)
  }
}
