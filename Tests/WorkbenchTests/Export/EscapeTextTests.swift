import Plotting
import Testing

@testable import Workbench

@Suite struct EscapeTextTests {
  @Test func `only what changed is sent, in the screen's colours`() {
    var screen = EscapeText()
    var frame = Frame(columns: 6, rows: 2)
    _ = screen.text(for: frame)
    #expect(screen.text(for: frame) == "")
    frame[1, 2] = Cell("x", Style(.generated, on: .field(7), .bold))
    frame[1, 3] = Cell("y", Style(.generated, on: .field(7), .bold))
    #expect(screen.text(for: frame) == "\u{1B}[2;3H\u{1B}[0;1;38;5;226;48;5;25mxy")
  }

  @Test func `a wide character takes two cells, and what follows needs no new place`() {
    var screen = EscapeText()
    var frame = Frame(columns: 6, rows: 1)
    _ = screen.text(for: frame)
    frame.write(Line("a漢b"), row: 0, in: frame.area)
    #expect(screen.text(for: frame) == "\u{1B}[1;1H\u{1B}[0;38;5;252;48;5;16ma漢b")
  }

  @Test func `a text can't steer the terminal`() {
    var screen = EscapeText()
    var frame = Frame(columns: 1, rows: 1)
    frame[0, 0] = Cell("\u{1B}")
    #expect(screen.text(for: frame).hasSuffix("m?"))
  }
}
