import Foundation
import Testing

@Suite struct CrashGuardTests {
  /// A way to end, and how the system should see it.
  struct Ending: Sendable, CustomTestStringConvertible {
    let way: String
    let codes: [Int32]
    var testDescription: String { way }
  }

  static let endings = [
    Ending(way: "segmentation", codes: [-SIGSEGV]),
    Ending(way: "abort", codes: [-SIGABRT]),
    Ending(way: "fatal", codes: [-SIGTRAP, -SIGILL]),
    Ending(way: "index", codes: [-SIGTRAP, -SIGILL]),
    Ending(way: "precondition", codes: [-SIGTRAP, -SIGILL]),
    Ending(way: "division", codes: [-SIGTRAP, -SIGILL]),
    Ending(way: "arithmetic", codes: [-SIGTRAP, -SIGILL]),
    Ending(way: "overflow", codes: [-SIGSEGV, -SIGBUS]),
    Ending(way: "raise", codes: [-SIGFPE]),
    Ending(way: "exit", codes: [3]),
  ]

  private func probe(
    _ arguments: [String], terminal: String = "xterm-256color", backtrace: String? = nil
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Launch.built("crash-probe"), arguments, columns: 80, rows: 24,
      environment: ["TERM": terminal, "SWIFT_BACKTRACE": backtrace])
  }

  @Test(arguments: endings, ["main", "worker"])
  func `a program that dies gives the terminal back`(ending: Ending, thread: String) throws {
    let terminal = try probe([ending.way, thread])
    let code = try terminal.end()
    #expect(ending.codes.contains(code), "\(code)")
    #expect(terminal.damage == [])
  }

  @Test func `the probe does what it is tested for: without an end it holds the terminal`() throws {
    let terminal = try probe(["none", "worker"])
    try terminal.wait(for: "the screen") { $0.contains("ready") }
    #expect(terminal.isAlternate)
    #expect(!terminal.showsCursor)
    terminal.signal(SIGKILL)
    _ = try terminal.end()
    #expect(terminal.damage.contains("local modes"))
    #expect(terminal.damage.contains("alternate screen"))
  }

  @Test func `the reason in words is printed after the screen`() throws {
    let terminal = try probe(["fatal", "main"])
    _ = try terminal.end()
    #expect(terminal.shows("the reason in words"))
    #expect(!terminal.isAlternate)
  }

  @Test func `whoever asks for Swift's backtrace gets it on a terminal that is itself again`()
    throws
  {
    let terminal = try probe(
      ["fatal", "main"], backtrace: "enable=yes,interactive=no,color=no,output-to=stderr")
    let code = try terminal.end(seconds: 40)
    #expect([-SIGTRAP, -SIGILL].contains(code), "\(code)")
    #expect(terminal.damage == [])
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func `a program that does not look is ended all the same`(signal: Int32) throws {
    let terminal = try probe(["none", "worker"])
    try terminal.wait(for: "the screen") { $0.contains("ready") }
    terminal.signal(signal)
    // The first signal asks; two seconds without an end and the guard ends it.
    #expect(try terminal.end() == -signal)
    #expect(terminal.damage == [])
  }

  @Test(arguments: [SIGQUIT, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGSYS, SIGABRT, SIGSEGV])
  func `a signal that nobody waits for ends it with a sound terminal`(signal: Int32) throws {
    let terminal = try probe(["none", "worker"])
    try terminal.wait(for: "the screen") { $0.contains("ready") }
    terminal.signal(signal)
    #expect(try terminal.end() == -signal)
    #expect(terminal.damage == [])
  }

  @Test func `a terminal that stops reading can't hold the program`() throws {
    let terminal = try probe(["stalled", "main"])
    terminal.isReading = false
    // Long enough for the write to be stuck; if it were not yet, the test would only be weaker.
    for _ in 0..<10 { terminal.pump(milliseconds: 20) }
    terminal.signal(SIGTERM)
    #expect(try terminal.end() == -SIGTERM)
    terminal.isReading = true
    terminal.pump()
    #expect(terminal.damage.filter { $0.hasSuffix("modes") } == [])
  }

  @Test func `the end in order leaves nothing behind`() throws {
    let terminal = try probe(["none", "main"])
    #expect(try terminal.end() == 0)
    #expect(terminal.damage == [])
    #expect(terminal.decoder.unknown == [])
  }

  @Test(arguments: ["vt100", "xterm", "screen", "linux", "tmux-256color"])
  func `each kind of terminal is put back in its own way`(kind: String) throws {
    let terminal = try probe(["abort", "main"], terminal: kind)
    #expect(try terminal.end() == -SIGABRT)
    #expect(terminal.damage == [])
    #expect(terminal.decoder.unknown == [])
  }
}
