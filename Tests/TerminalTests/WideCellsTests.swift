import Plotting
import Testing
import ganbook

@Suite struct WideCellsTests {
  /// The row as it reaches a terminal that takes CJK for wide and knows no combining characters.
  private func mended(_ text: String) -> String {
    let palette = Palette(depth: .full)
    var row = text.unicodeScalars.map { Look(Cell($0), on: palette, ascii: false) }
    WideCells.mend(&row) { scalar in
      scalar == Cell.continuation || scalar == "\u{301}" ? 0 : scalar.value >= 0x4E00 ? 2 : 1
    }
    return String(String.UnicodeScalarView(row.map(\.character)))
  }

  @Test func `a wide character keeps its second cell`() {
    #expect(mended("a字\0b字\0") == "a字\0b字\0")
  }

  @Test func `half of a wide character is none`() {
    #expect(mended("字b") == "?b")
    #expect(mended("b字") == "b?")
    #expect(mended("a\0b") == "a b")
    #expect(mended("\0字\0\0") == " 字\0 ")
  }

  @Test func `where the terminal counts otherwise, nothing shifts`() {
    #expect(mended("é\0b") == "é b")
    #expect(mended("e\u{301}b") == "e?b")
  }

  @Test func `a mark that the terminal would set beside its letter is left out`() {
    let palette = Palette(depth: .full)
    var cell = Cell("e")
    cell.mark = "\u{301}"
    for (width, mark) in [(0, cell.mark), (1, nil), (-1, nil)] {
      var row = [Look(cell, on: palette, ascii: false)]
      WideCells.mend(&row) { $0 == "\u{301}" ? width : 1 }
      #expect(row[0].mark == mark)
    }
  }
}
