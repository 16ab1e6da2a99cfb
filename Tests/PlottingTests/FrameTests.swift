import Plotting
import Testing

@Suite struct FrameTests {
  @Test func `a line goes to the side it is told`() {
    var frame = Frame(columns: 9, rows: 3)
    let area = frame.area.inset(columns: 1)
    frame.write(Line("left"), row: 0, in: area)
    frame.write(Line("right"), row: 1, in: area, .trailing)
    frame.write(Line("mid"), row: 2, in: area, .centre)
    #expect(frame.lines == [" left    ", "   right ", "   mid   "])
  }

  @Test func `nothing leaves its area`() {
    var frame = Frame(columns: 8, rows: 3)
    let area = Rect(column: 2, row: 1, columns: 3, rows: 1)
    frame.write(Line("too long"), row: 0, in: area)
    frame.write(Line("below"), row: 1, in: area)
    frame.write(Line("above"), row: -1, in: area)
    #expect(frame.lines == ["        ", "  to…   ", "        "])
    frame.fill(Rect(column: -5, row: -5, columns: 100, rows: 100), Cell("x"))
    #expect(frame.lines == ["xxxxxxxx", "xxxxxxxx", "xxxxxxxx"])
  }

  @Test func `a wide character takes two cells`() {
    var frame = Frame(columns: 5, rows: 1)
    frame.write(Line("日a"), row: 0, in: frame.area)
    #expect(frame[0, 0].character == "日")
    #expect(frame[0, 1].character == Cell.continuation)
    #expect(frame[0, 2].character == "a")
    #expect(frame.lines == ["日a  "])
  }

  @Test func `a combining character stands over its letter and takes no cell`() {
    var frame = Frame(columns: 6, rows: 1)
    frame.write(Line("\u{301}e\u{301}\u{302}字\u{20D7}b"), row: 0, in: frame.area)
    #expect(frame[0, 0].mark == "\u{301}")
    #expect(frame[0, 1].mark == "\u{20D7}")
    #expect(frame[0, 3].character == "b")
    #expect(frame.lines == ["e\u{301}字\u{20D7}b  "])
    #expect(frame.plain()[0, 0].mark == nil)
  }

  @Test func `writing keeps the ground that lies there`() {
    var frame = Frame(columns: 4, rows: 1)
    frame.paint(.selection, row: 0, in: frame.area)
    frame.write(Line("ab", .accent), row: 0, in: frame.area)
    #expect(frame[0, 0].style == Style(.accent, on: .selection))
    #expect(frame[0, 3].style.background == .selection)
  }

  @Test func `only changed cells are written again`() {
    var before = Frame(columns: 3, rows: 2)
    before.write(Line("abc"), row: 0, in: before.area)
    var after = before
    after.write(Line("x"), row: 1, in: after.area, offset: 1)
    let changes = after.changes(from: before)
    #expect(changes.count == 1)
    #expect(changes.first?.row == 1)
    #expect(changes.first?.column == 1)
    #expect(changes.first?.cell == Cell("x"))
    #expect(after.changes(from: after).isEmpty)
    #expect(Frame(columns: 2, rows: 1).changes(from: after).count == 2)
  }

  @Test func `a plain frame is ASCII, cell for cell`() {
    var frame = Frame(columns: 10, rows: 1)
    frame.write(Line("│ 1×8 → ⠿…"), row: 0, in: frame.area)
    #expect(frame.plain().lines == ["| 1x8 > ?~"])
  }

  @Test func `a box carries words in its lines`() {
    var frame = Frame(columns: 16, rows: 3)
    let box = Box(title: Line("plane"), legend: Line("real"), note: Line("x"), count: Line("2"))
    let inside = box.draw(into: &frame, in: frame.area, glyphs: .unicode)
    #expect(frame.lines == ["┌ plane ─ real ┐", "│              │", "└ x ──────── 2 ┘"])
    #expect(inside == Rect(column: 1, row: 1, columns: 14, rows: 1))
  }

  @Test func `a legend gives way to the title`() {
    var frame = Frame(columns: 12, rows: 2)
    let box = Box(title: Line("plane"), legend: Line("generated"))
    _ = box.draw(into: &frame, in: frame.area, glyphs: .ascii)
    #expect(frame.lines == ["+ plane ---+", "+----------+"])
  }
}
