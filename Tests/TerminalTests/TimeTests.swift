import Foundation
import Testing

/// Back in time and on from there, on the screen.
@Suite struct TimeTests {
  private let first = "mode-collapse-paper-1"

  private func started(at step: Int) throws -> Notebook {
    let notebook = try Notebook()
    try notebook.startRun()
    try notebook.train(to: step)
    return notebook
  }

  @Test func `a look back shows the past in words, and End comes back to a run that waited`() throws
  {
    let notebook = try started(at: 25)
    notebook.terminal.send(",")
    try notebook.terminal.wait(for: "the past") {
      $0.contains("the past") && $0.contains(", live is at")
    }
    notebook.terminal.send("<<,.")
    notebook.terminal.send("\u{1B}[H")
    try notebook.terminal.wait(for: "the first step") { Notebook.step(in: $0) == 0 }
    notebook.terminal.send("\u{1B}[F")
    try notebook.terminal.wait(for: "training that goes on") { $0.contains("training") }
    try notebook.train(to: 30)
    #expect(notebook.terminal.decoder.unknown == [])
  }

  @Test func `a fork is a run of its own from the step in view`() throws {
    let notebook = try started(at: 25)
    notebook.terminal.send("<")
    try notebook.terminal.wait(for: "the past") { $0.contains(", live is at") }
    notebook.terminal.send("f")
    try notebook.terminal.wait(for: "the fork") { $0.contains("fork of \(first) at") }
    let start = try #require(Notebook.step(in: notebook.picture))
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "its own steps") { (Notebook.step(in: $0) ?? 0) > start + 3 }
    #expect(try notebook.quit() == 0)
    #expect(notebook.desk.runs == [first, "mode-collapse-paper-2"])
    let (_, list) = try notebook.desk.ganbook("runs", "--json")
    #expect(list.contains("\"run\":\"\(first)\""))
    let (code, said) = try notebook.desk.ganbook("verify", first, "mode-collapse-paper-2")
    #expect(code == 0, "\(said)")
  }

  @Test func `a twin stands beside the run, and a knob sets it apart`() throws {
    let notebook = try started(at: 20)
    notebook.terminal.send("t")
    try notebook.terminal.wait(for: "two columns") { $0.contains("no knob differs") }
    notebook.terminal.send("\u{1B}[C")
    try notebook.terminal.wait(for: "what differs") { $0.contains("differs in:") }
    #expect(notebook.desk.text(first, "commands.jsonl").contains("\"twin\""))
    #expect(try notebook.quit() == 0)
  }

  @Test func `a recorded run plays on the screen, and a key takes over`() throws {
    let desk = try Desk()
    let (code, said) = try desk.ganbook(
      "run", "mode-collapse-paper", "--steps", "600", "--threads", "1")
    #expect(code == 0, "\(said)")
    let notebook = try Notebook(arguments: ["replay", first, "--speed", "50"], on: desk)
    try notebook.terminal.wait(for: "the past") { $0.contains("the past") }
    try notebook.train(to: 5)
    notebook.terminal.send("\u{1B}[F")
    try notebook.terminal.wait(for: "the live step") { $0.contains("live at step 600") }
    #expect(try notebook.quit() == 0)
  }
}
