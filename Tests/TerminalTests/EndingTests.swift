import Foundation
import Testing

/// However the notebook ends, the shell gets its terminal as it was.
@Suite struct EndingTests {
  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
  func `a signal ends it in order`(signal: Int32, code: Int32) throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.signal(signal)
    #expect(try notebook.terminal.end() == code)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `Ctrl-C ends it in order`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send("\u{03}")
    #expect(try notebook.terminal.end() == 130)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `closing the window ends it`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.hangUp()
    #expect(try notebook.terminal.end() == 129)
    #expect(try notebook.desk.ganbook("verify", "mode-collapse-paper-1").code == 0)
  }

  @Test func `a terminal that takes no output can't hold it, and the run is saved`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    let step = try #require(Notebook.step(in: notebook.picture))
    notebook.terminal.isReading = false
    // The heartbeat goes on while the screen waits.
    let run = "mode-collapse-paper-1"
    try notebook.terminal.wait(for: "a flush", seconds: 30) { _ in
      notebook.desk.recordedStep(run) > step
    }
    notebook.terminal.signal(SIGTERM)
    let code = try notebook.terminal.end()
    #expect(code == 143 || code == -SIGTERM, "\(code)")
    notebook.terminal.isReading = true
    notebook.terminal.pump()
    #expect(notebook.terminal.damage.filter { $0.hasSuffix("modes") } == [])
    #expect(try notebook.desk.ganbook("verify", run).code == 0)
  }

  @Test func `a parent that left every signal blocked takes nothing away`() throws {
    let notebook = try Notebook(blocksSignals: true)
    try notebook.open()
    notebook.terminal.resize(columns: 80, rows: 24)
    try notebook.terminal.wait(for: "the new size") { ($0.lines.last ?? "").contains("quit") }
    notebook.terminal.send("\u{03}")
    #expect(try notebook.terminal.end() == 130)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `from the contents q is enough`() throws {
    let notebook = try Notebook(columns: 80, rows: 24)
    try notebook.open()
    #expect(notebook.terminal.isAlternate)
    #expect(notebook.picture.reports == ["1000", "1002", "1006", "2004"])
    notebook.terminal.send("q")
    #expect(try notebook.terminal.end() == 0)
    #expect(notebook.terminal.damage == [])
    #expect(!notebook.terminal.shows("mode-collapse"), "the shell's own screen is back")
  }

  @Test(.enabled(if: Launch.tool("bash") != nil, "needs bash"))
  func `Ctrl-Z gives the shell its terminal, and fg brings the picture back in the new size`()
    throws
  {
    let shell = try #require(Launch.tool("bash"))
    let desk = try Desk()
    let words = ["PS1": "shell> ", "HISTFILE": nil].merging(desk.environment) { $1 }
    let terminal = try PseudoTerminal(
      shell, ["--norc", "--noprofile", "-i"], columns: 100, rows: 30,
      environment: words)
    try terminal.wait(for: "the prompt") { $0.contains("shell>") }
    terminal.send("'\(Launch.built("ganbook").path)' --threads 1\r")
    try terminal.wait(for: "the contents") { $0.isAlternate && $0.contains("Watch") }
    terminal.send("\u{1A}")
    try terminal.wait(for: "the shell") { !$0.isAlternate && $0.contains("Stopped") }
    terminal.send("echo sa''ne\r")
    try terminal.wait(for: "an echo") { $0.contains("sane") && $0.showsCursor }
    terminal.resize(columns: 90, rows: 26)
    terminal.send("fg\r")
    try terminal.wait(for: "the picture") { picture in
      picture.isAlternate && picture.contains("Watch")
        && (picture.lines.last ?? "").contains("quit")
    }
    terminal.send("q")
    try terminal.wait(for: "the shell again") { !$0.isAlternate && $0.showsCursor }
    terminal.send("exit\r")
    #expect(try terminal.end() == 0)
  }
}
