import Foundation
import Testing

/// What is exported of a run that is on the screen, and what a saved preset does to the contents.
@Suite struct LiveExportTests {
  @Test func `an export of a paused run holds the step on the screen`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    try notebook.train(to: 30)
    notebook.terminal.send("nn")
    try notebook.terminal.wait(for: "the pause") { ($0.lines.first ?? "").contains("paused") }
    notebook.terminal.send("n")
    try notebook.terminal.wait(for: "the pause") { ($0.lines.first ?? "").contains("paused") }
    notebook.terminal.send("x\u{15}json\r")
    let run = "mode-collapse-paper-1"
    try notebook.terminal.wait(for: "the file", seconds: 60) { _ in
      !notebook.desk.text(run, "\(run).json").isEmpty
    }
    let step = try #require(Notebook.step(in: notebook.picture))
    let json = notebook.desk.text(run, "\(run).json")
    #expect(json.contains("\"steps\":\(step)") || json.contains("\"step\":\(step)"), "\(step)")
    #expect(try notebook.quit() == 0)
  }

  @Test func `a saved preset stands in the contents at once`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send("w\u{15}mode-collapse-mine\r")
    try notebook.terminal.wait(for: "the word of it") { $0.contains("Saved as") }
    notebook.terminal.send("q")
    try notebook.terminal.wait(for: "the preset in the list") { picture in
      picture.lines.contains { $0.prefix(40).contains(" mine ") }
    }
    notebook.terminal.send("q")
    #expect(try notebook.terminal.end() == 0)
  }
}
