import Foundation
import Testing

/// Marks, notes, presets and exports, on the screen.
@Suite struct WritingTests {
  private let run = "mode-collapse-paper-1"

  @Test func `a mark and a pasted note are in the file that others may edit`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send("m")
    try notebook.terminal.wait(for: "the mark") { $0.contains("Marked step") }
    notebook.terminal.send("e")
    try notebook.terminal.wait(for: "the editor") { $0.contains("note at step") }
    // Typed as keys these letters would do something, and the line end would keep the note.
    notebook.terminal.send("\u{1B}[200~quiet 字\rsteps\u{1B}[201~")
    notebook.terminal.send(" é!")
    try notebook.terminal.wait(for: "the text") { $0.contains("quiet 字 steps é!") }
    notebook.terminal.send("\r")
    try notebook.terminal.wait(for: "the word of it") { $0.contains("Noted at step") }
    try notebook.terminal.wait(for: "the note on the disk") { _ in
      notebook.desk.text(run, "notes.md").contains("quiet 字 steps é!")
    }
    #expect(notebook.terminal.decoder.unknown == [])
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `the knobs as they stand become a preset, which nothing overwrites`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    func save(as name: String, until said: String) throws {
      notebook.terminal.send("w")
      try notebook.terminal.wait(for: "the name") { $0.contains("save as preset:") }
      notebook.terminal.send("\u{15}\(name)\r")
      try notebook.terminal.wait(for: said) { $0.contains(said) }
    }
    try save(as: "mine", until: "Saved as mine")
    try save(as: "mine", until: "there is a preset 'mine' already")
    let (code, said) = try notebook.desk.ganbook("show", "mine")
    #expect(code == 0 && said.contains("generatorWidth"))
  }

  @Test func `an export lies beside the recording while the run goes on`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    try notebook.train(to: 30)
    notebook.terminal.send("x")
    try notebook.terminal.wait(for: "the formats") { $0.contains("export as:") }
    notebook.terminal.send("\r")
    try notebook.terminal.wait(for: "the file", seconds: 60) { _ in
      notebook.desk.text(run, "\(run).md").contains("mode-collapse")
    }
    let step = try #require(Notebook.step(in: notebook.picture))
    try notebook.train(to: step + 5)
    #expect(try notebook.quit() == 0)
  }
}
