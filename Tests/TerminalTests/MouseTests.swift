import Foundation
import Testing

/// The mouse of a terminal; what a click means is tested without one.
@Suite struct MouseTests {
  private func click(_ text: String, in notebook: Notebook) throws {
    // A notice may stand in its place for a while.
    try notebook.terminal.wait(for: text) { $0.contains(text) }
    let lines = notebook.picture.lines
    let row = try #require(lines.firstIndex { $0.contains(text) })
    let start = try #require(lines[row].range(of: text))
    let column = lines[row].distance(from: lines[row].startIndex, to: start.lowerBound)
    notebook.terminal.send("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
  }

  @Test func `from the contents into a run and back by clicks alone`() throws {
    let notebook = try Notebook()
    try notebook.choosePreset()
    // The first click chooses, the second starts.
    try click("small nets", in: notebook)
    try click("small nets", in: notebook)
    try notebook.terminal.wait(for: "training") { (Notebook.step(in: $0) ?? 0) > 0 }
    try click("? help", in: notebook)
    try notebook.terminal.wait(for: "help") { $0.contains("Keys and marks") }
    try click("Esc", in: notebook)
    try notebook.terminal.wait(for: "the run") { Notebook.step(in: $0) != nil }
    try notebook.train(to: 20)
    // The first cell of the line of time.
    let row = try #require(notebook.picture.lines.firstIndex { $0.hasPrefix(" time") })
    notebook.terminal.send("\u{1B}[<0;9;\(row + 1)M")
    try notebook.terminal.wait(for: "the past") { $0.contains(", live is at") }
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `without a mouse nothing is asked for, and reports are no keys`() throws {
    let notebook = try Notebook(arguments: ["--no-mouse"])
    try notebook.open()
    #expect(notebook.picture.reports == ["2004"])
    notebook.terminal.send("\u{1B}[<0;5;5M\u{1B}[<0;5;5m?")
    try notebook.terminal.wait(for: "help") { $0.contains("Keys and marks") }
    #expect(notebook.terminal.shows("letters search"), "nothing was typed")
  }

  @Test func `a terminal of another kind is not asked`() throws {
    let notebook = try Notebook(environment: ["TERM": "vt100"])
    try notebook.open()
    #expect(notebook.picture.reports == [])
  }
}
