import Foundation
import Testing

/// What the screen leaves on the disk, however it ends.
@Suite struct RecordingTests {
  private let run = "mode-collapse-paper-1"

  @Test func `the list of runs opens one where it stopped, and deletes it after a question`() throws
  {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send("q")
    try notebook.terminal.wait(for: "the contents") { ($0.lines.last ?? "").contains("quit") }
    notebook.terminal.send("r")
    try notebook.terminal.wait(for: "the list") { $0.contains(run) }
    notebook.terminal.send("\r")
    try notebook.openRun()
    #expect(notebook.terminal.shows("paused"))
    notebook.terminal.send("q")
    try notebook.terminal.wait(for: "the list again") { $0.contains("Recorded runs") }
    notebook.terminal.send("D")
    try notebook.terminal.wait(for: "the question") { $0.contains("Delete \(run)?") }
    notebook.terminal.send("\r")
    try notebook.terminal.wait(for: "an empty list") { $0.contains("No run is recorded") }
    #expect(notebook.desk.runs == [])
  }

  @Test func `kill -9 loses nothing that was flushed`() throws {
    let desk = try Desk()
    let notebook = try Notebook(on: desk)
    try notebook.startRun()
    try notebook.terminal.wait(for: "a flush") { _ in desk.recordedStep(run) > 0 }
    let step = desk.recordedStep(run)
    notebook.terminal.signal(SIGKILL)
    #expect(try notebook.terminal.end() == -SIGKILL)
    let (code, said) = try desk.ganbook("verify", run)
    #expect(code == 0, "\(said)")
    let again = try Notebook(arguments: ["--open", run], on: desk)
    try again.openRun()
    #expect((Notebook.step(in: again.picture) ?? 0) >= step)
    again.terminal.send(" ")
    try again.train(to: step + 5)
    #expect(try again.quit() == 0)
    #expect(try desk.ganbook("verify", run).code == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal leaves a complete recording`(signal: Int32) throws {
    let notebook = try Notebook()
    try notebook.startRun()
    let step = try #require(Notebook.step(in: notebook.picture))
    notebook.terminal.signal(signal)
    #expect(try notebook.terminal.end() == 128 + signal)
    #expect(notebook.desk.recordedStep(run) >= step)
    #expect(try notebook.desk.ganbook("verify", run).code == 0)
  }

  @Test func `two notebooks share a folder, and the second only reads what the first writes`()
    throws
  {
    let desk = try Desk()
    let one = try Notebook(on: desk)
    try one.startRun()
    let two = try Notebook(on: desk)
    try two.open()
    two.terminal.send("r")
    try two.terminal.wait(for: "the list") { $0.contains(run) }
    two.terminal.send("D\r")
    try two.terminal.wait(for: "a refusal") { $0.contains("another ganbook") }
    #expect(desk.runs == [run])
    two.terminal.send("\r")
    try two.openRun()
    let step = try #require(Notebook.step(in: one.picture))
    try one.train(to: step + 5)
    #expect(try two.quit() == 0)
    #expect(try one.quit() == 0)
    #expect(try desk.ganbook("verify", run).code == 0)
  }

  @Test func `without a place to record, it says so and trains`() throws {
    let notebook = try Notebook(environment: ["GANBOOK_HOME": "/dev/null/notebook"])
    try notebook.terminal.wait(for: "a sentence") { $0.contains("can't be made") }
    notebook.terminal.send("\u{1B}")
    try notebook.startRun()
    try notebook.train(to: 5)
    notebook.terminal.signal(SIGTERM)
    #expect(try notebook.terminal.end() == 143)
  }

  @Test func `a run that is not there is refused before the screen opens`() throws {
    let notebook = try Notebook(arguments: ["--open", "mode-colapse-paper-1"])
    #expect(try notebook.terminal.end() == 66)
    #expect(notebook.terminal.shows("there is no run 'mode-colapse-paper-1'"))
    #expect(notebook.terminal.byteCount < 400)
  }
}
