import Foundation
import Testing

@Suite struct TerminalKindTests {
  @Test(arguments: ["vt100", "xterm", "linux", "screen-256color"])
  func `every kind of terminal shows a run and is given back`(kind: String) throws {
    let notebook = try Notebook(columns: 100, rows: 30, environment: ["TERM": kind])
    try notebook.startRun()
    func colors(_ picture: Picture) -> Set<Int> {
      Set(picture.cells.map(\.pen.foreground) + picture.cells.map(\.pen.background))
    }
    let wanted: Set<Int> =
      switch kind {
      case "vt100": [-1]
      case "xterm", "linux": [0, 3, 6, 7]
      default: [16, 51, 226]
      }
    try notebook.terminal.wait(for: "its colours") { colors($0).isSuperset(of: wanted) }
    let highest = kind == "vt100" ? -1 : kind.hasSuffix("256color") ? 255 : 7
    #expect(colors(notebook.picture).allSatisfy { $0 <= highest })
    #expect(notebook.terminal.decoder.unknown == [])
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `NO_COLOR is honoured`() throws {
    let notebook = try Notebook(environment: ["NO_COLOR": "1"])
    try notebook.startRun()
    try notebook.terminal.wait(for: "the field in characters") { picture in
      picture.contains("░") || picture.contains("··")
    }
    let pens = notebook.picture.cells.map(\.pen)
    #expect(Set(pens.map(\.foreground) + pens.map(\.background)) == [-1])
  }

  @Test(
    arguments: [(["LANG": "C"], []), (["LANG": "C.UTF-8"], ["--ascii"])]
      as [([String: String], [String])])
  func `LANG=C and --ascii draw in ASCII`(environment: [String: String], arguments: [String])
    throws
  {
    let notebook = try Notebook(arguments: arguments, environment: environment.mapValues { $0 })
    try notebook.startRun()
    try notebook.terminal.wait(for: "real points") { picture in
      picture.cells.count { $0.pen.foreground == 51 } > 10
    }
    let strange = notebook.picture.cells.map(\.character).filter { !$0.isASCII }
    #expect(strange == [])
  }

  @Test func `a locale in UTF-8 that is not installed draws in braille all the same`() throws {
    let notebook = try Notebook(environment: ["LANG": "tlh_QO.UTF-8"])
    try notebook.startRun()
    try notebook.terminal.wait(for: "points") { Notebook.dots(in: $0) > 20 }
  }

  @Test(arguments: [
    ("", "TERM is not set"), ("no-such-terminal", "no-such-terminal"),
  ])
  func `a terminal that won't do is refused in one sentence`(kind: String, word: String) throws {
    let terminal = try PseudoTerminal(
      Launch.built("ganbook"), environment: ["TERM": kind.isEmpty ? nil : kind])
    #expect(try terminal.end() == 78)
    #expect(terminal.shows(word))
    #expect(terminal.picture.lines.joined().hasPrefix("ganbook: "))
    #expect(terminal.damage == [])
    #expect(terminal.byteCount < 200)
  }

  @Test func `a dumb terminal is worked on in plain lines`() throws {
    let desk = try Desk()
    let terminal = try PseudoTerminal(
      Launch.built("ganbook"), environment: desk.environment.merging(["TERM": "dumb"]) { $1 })
    try terminal.wait(for: "the list") { $0.contains("mode-collapse") }
    terminal.send("quit\n")
    #expect(try terminal.end() == 0)
    #expect(terminal.damage == [] && !terminal.decoder.hasEscaped)
  }

  @Test(arguments: [[:], ["TERM": "dumb"]] as [[String: String]])
  func `without a terminal it works in plain lines`(environment: [String: String]) throws {
    let (code, output) = try Launch.run(
      Launch.built("ganbook"), [], environment: environment.mapValues { $0 })
    #expect(code == 0)
    #expect(output.contains("1  ") && output.contains("mode-collapse-paper"))
    #expect(!output.contains("\u{1B}"))
  }
}
