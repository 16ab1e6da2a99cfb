import Foundation
import Testing

/// What people do in one go, in a real terminal.
@Suite struct JourneyTests {
  private let run = "mode-collapse-paper-1"

  @Test func `tweak, undo, scrub and fork leave two runs that verify`() throws {
    let notebook = try Notebook(columns: 80, rows: 24)
    try notebook.startRun()
    notebook.terminal.send("\u{1B}[C")
    try notebook.terminal.wait(for: "the turn on the disk") { _ in
      notebook.desk.text(run, "commands.jsonl").contains("\"set\"")
    }
    notebook.terminal.send("u")
    try notebook.terminal.wait(for: "the turn back on the disk") { _ in
      notebook.desk.text(run, "commands.jsonl").split(separator: "\n")
        .count { $0.contains("\"set\"") } == 2
    }
    try notebook.train(to: 25)
    notebook.terminal.send("<<")
    try notebook.terminal.wait(for: "the past") { $0.contains(", live ") }
    notebook.terminal.send("f")
    try notebook.terminal.wait(for: "the fork") { $0.contains("Forked at step") }
    notebook.terminal.send(" ")
    try notebook.terminal.wait(for: "the fork's folder") { _ in notebook.desk.runs.count == 2 }
    #expect(try notebook.quit() == 0)
    let (code, said) = try notebook.desk.ganbook("verify", run, "mode-collapse-paper-2")
    #expect(code == 0, "\(said)")
    #expect(notebook.terminal.damage == [])
  }

  @Test func `the palette finds a command and sets a knob`() throws {
    let notebook = try Notebook()
    try notebook.startRun()
    notebook.terminal.send(":twin")
    try notebook.terminal.wait(for: "the palette") { $0.contains("Makes a twin") }
    notebook.terminal.send("\r")
    try notebook.terminal.wait(for: "two columns") { $0.contains("no knob differs") }
    notebook.terminal.send(":set generatorLearningRate 3e-4\r")
    try notebook.terminal.wait(for: "what differs") { $0.contains("differs in:") }
    try notebook.terminal.wait(for: "the turn on the disk") { _ in
      notebook.desk.text(run, "commands.jsonl").contains("generatorLearningRate")
    }
    #expect(try notebook.quit() == 0)
  }

  @Test(.enabled(if: Launch.tool("bash") != nil, "needs bash"))
  func `a run that is suspended goes on where it was, with every mode back`() throws {
    let shell = try #require(Launch.tool("bash"))
    let desk = try Desk()
    let words = ["PS1": "shell> ", "HISTFILE": nil].merging(desk.environment) { $1 }
    let terminal = try PseudoTerminal(
      shell, ["--norc", "--noprofile", "-i"], columns: 100, rows: 30, environment: words)
    try terminal.wait(for: "the prompt") { $0.contains("shell>") }
    terminal.send("'\(Launch.built("ganbook").path)' --threads 1\r")
    try terminal.wait(for: "the contents") { $0.isAlternate && $0.contains("Watch") }
    terminal.send("/small nets\r")
    try terminal.wait(for: "its page") { $0.contains("small nets") && !$0.contains("label-") }
    terminal.send("\r")
    try terminal.wait(for: "training") { (Notebook.step(in: $0) ?? 0) > 0 }
    #expect(terminal.picture.reports == ["1000", "1002", "1006", "2004"])
    terminal.send("\u{1A}")
    try terminal.wait(for: "the shell") { !$0.isAlternate && $0.contains("Stopped") }
    // The shell itself asks for pastes.
    #expect(terminal.picture.reports.isSubset(of: ["2004"]))
    terminal.send("fg\r")
    try terminal.wait(for: "the run") { $0.isAlternate && Notebook.step(in: $0) != nil }
    let step = try #require(Notebook.step(in: terminal.picture))
    try terminal.wait(for: "more steps") { (Notebook.step(in: $0) ?? 0) > step }
    #expect(terminal.picture.reports == ["1000", "1002", "1006", "2004"])
    terminal.signal(SIGHUP)
    terminal.hangUp()
    _ = try terminal.end()
  }
}
