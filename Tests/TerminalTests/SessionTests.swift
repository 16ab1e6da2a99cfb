import Foundation
import Testing

@Suite struct SessionTests {
  @Test func `Enter starts a run, and points move over the field`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    try notebook.terminal.wait(for: "points, real and generated") { picture in
      Notebook.dots(in: picture) > 20
        && Set(picture.cells.map(\.pen.foreground)).isSuperset(of: [51, 226])
    }
    try notebook.terminal.wait(for: "D's field") { picture in
      Set(picture.cells.map(\.pen.background)).count >= 4
    }
    let step = try #require(Notebook.step(in: notebook.picture))
    try notebook.terminal.wait(for: "more steps") { (Notebook.step(in: $0) ?? 0) > step }
    #expect(notebook.terminal.decoder.unknown == [])
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `a paused run stands still, and goes on one step at a time`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "the pause") { $0.contains("paused") }
    notebook.terminal.settle()
    let step = try #require(Notebook.step(in: notebook.picture))
    notebook.terminal.send("n")
    try notebook.terminal.wait(for: "the next step") { Notebook.step(in: $0) != step }
    let next = try #require(Notebook.step(in: notebook.picture))
    #expect(next == step + 1)
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "training on") { (Notebook.step(in: $0) ?? 0) > next + 1 }
  }

  @Test func `arrows turn a knob while it trains`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    func knob(_ picture: Picture) -> Substring? {
      picture.lines.first { $0.contains("▸") }
        .flatMap { line in line.range(of: "▸").map { line[$0.upperBound...] } }
    }
    try notebook.terminal.wait(for: "the knobs") { knob($0) != nil }
    let before = knob(notebook.picture)
    notebook.terminal.send("\u{1B}OC")
    try notebook.terminal.wait(for: "another value") { knob($0) != before }
    // The other form that terminals send, back again.
    notebook.terminal.send("\u{1B}[D")
    try notebook.terminal.wait(for: "the value before") { knob($0) == before }
    notebook.terminal.send("\u{1B}[C")
    try notebook.terminal.wait(for: "another value again") { knob($0) != before }
    notebook.terminal.send("u")
    try notebook.terminal.wait(for: "the turn taken back") { knob($0) == before }
    try notebook.terminal.wait(for: "four turns on the disk") { _ in
      notebook.desk.text("mode-collapse-paper-1", "commands.jsonl").split(separator: "\n")
        .count { $0.contains("\"set\"") } == 4
    }
  }

  @Test func `F trains many seeds side by side`() throws {
    let notebook = try Notebook()
    try notebook.choosePreset()
    notebook.terminal.send("F")
    try notebook.terminal.wait(for: "points of the first seed") { picture in
      picture.contains("seeds ") && Notebook.dots(in: picture) > 10
    }
    notebook.terminal.send("q")
    try notebook.terminal.wait(for: "the question") { $0.contains("Leave these seeds?") }
    notebook.terminal.send("\r")
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `a lone Escape is a key of its own`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send("?")
    try notebook.terminal.wait(for: "help") { Notebook.step(in: $0) == nil }
    notebook.terminal.send("\u{1B}")
    try notebook.terminal.wait(for: "the run again") { Notebook.step(in: $0) != nil }
  }

  @Test func `a resize is drawn whole, however often it comes`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    for index in 0..<300 {
      let (columns, rows) = (1 + index * 37 % 200, 1 + index * 23 % 60)
      notebook.terminal.resize(columns: columns, rows: rows)
      if index.isMultiple(of: 5) { notebook.terminal.send("v") }
      notebook.terminal.pump(milliseconds: 1)
    }
    for (columns, rows) in [(30, 8), (80, 24), (60, 20), (150, 45)] {
      notebook.terminal.resize(columns: columns, rows: rows)
      try notebook.terminal.wait(for: "a picture of \(columns)×\(rows)") { picture in
        columns == 30
          ? picture.contains("needs")
          : Notebook.step(in: picture) != nil && (picture.lines.last ?? "").contains("help")
      }
    }
    #expect(notebook.terminal.decoder.unknown == [])
    notebook.terminal.signal(SIGTERM)
    #expect(try notebook.terminal.end() == 143)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `a wide character in a title takes two cells, and nothing shifts`() throws {
    let notebook = try Notebook()
    try notebook.choosePreset()
    #expect(notebook.terminal.shows("字 small nets"))
    // The rule between the two columns stands straight.
    let rules = Set(
      (2..<notebook.picture.rows - 2).map { row in
        (0..<notebook.picture.columns).first { notebook.picture[row, $0].character == "│" }
      })
    #expect(rules.count == 1 && !rules.contains(nil))
  }

  @Test func `Ctrl-S does not freeze the screen`() throws {
    let notebook = try Notebook()
    try notebook.choosePreset()
    notebook.terminal.send("\u{13}\r")
    try notebook.terminal.wait(for: "a run") { Notebook.step(in: $0) != nil }
  }

  @Test func `Ctrl-L paints everything anew`() throws {
    let notebook = try Notebook()
    try notebook.open()
    notebook.terminal.settle()
    let before = notebook.picture.text
    // Something else wrote over the screen.
    notebook.terminal.scribble()
    #expect(notebook.picture.text != before)
    notebook.terminal.send("\u{0C}")
    try notebook.terminal.wait(for: "the picture as it was") { $0.text == before }
  }

  @Test func `what changes drew is what a whole paint draws`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    let step = try #require(Notebook.step(in: notebook.picture))
    try notebook.terminal.wait(for: "some frames") { (Notebook.step(in: $0) ?? 0) > step + 20 }
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "the pause") { $0.contains("paused") }
    notebook.terminal.settle()
    // The ink of a blank does not show.
    func visible(_ picture: Picture) -> [Picture.Cell] {
      picture.cells.map { cell in
        var cell = cell
        if cell.character == " " { cell.pen = Picture.Pen(background: cell.pen.background) }
        return cell
      }
    }
    let before = visible(notebook.picture)
    let bytes = notebook.terminal.byteCount
    notebook.terminal.send("\u{0C}")
    try notebook.terminal.wait(for: "the same cells, painted whole") { picture in
      notebook.terminal.byteCount > bytes + 5_000 && visible(picture) == before
    }
  }

  @Test func `a terminal that pauses does not stop the training`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    let step = try #require(Notebook.step(in: notebook.picture))
    notebook.terminal.isReading = false
    for _ in 0..<10 { notebook.terminal.pump() }
    notebook.terminal.isReading = true
    try notebook.terminal.wait(for: "the steps since") { (Notebook.step(in: $0) ?? 0) > step }
    #expect(try notebook.quit() == 0)
  }
}
