import Foundation
import Testing

/// The theme on the screen, and the question about the terminal's ground.
@Suite struct ThemeTests {
  private func grounds(_ picture: Picture) -> Set<Int> { Set(picture.cells.map(\.pen.background)) }

  private func contents(
    _ arguments: [String], answers: [Decoder.Question: String] = [:],
    environment: [String: String?] = [:]
  ) throws -> Notebook {
    let notebook = try Notebook(arguments: arguments, environment: environment)
    notebook.terminal.answers = answers
    try notebook.open()
    return notebook
  }

  private static let kind = "\u{1B}[?62;22c"

  @Test(arguments: [
    (["--theme", "light"], 231), (["--theme", "dark"], 16), ([], 16),
    (["--theme", "light", "--palette", "contrast"], 231),
  ])
  func `a theme is what the command line says, and nothing is asked`(
    arguments: [String], ground: Int
  ) throws {
    let notebook = try contents(arguments)
    #expect(notebook.picture[1, 1].pen.background == ground)
    #expect(!notebook.terminal.decoder.questions.contains(.ground))
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test(arguments: [("rgb:ffff/ffff/ffff", 231), ("rgb:0000/0000/0000", 16)])
  func `auto asks the terminal`(color: String, ground: Int) throws {
    let notebook = try contents(
      ["--theme", "auto"],
      answers: [.ground: "\u{1B}]11;\(color)\u{1B}\\", .kind: Self.kind])
    #expect(notebook.picture[1, 1].pen.background == ground)
    #expect(try notebook.quit() == 0)
    #expect(notebook.terminal.damage == [])
  }

  @Test func `where the terminal does not tell, COLORFGBG does`() throws {
    let notebook = try contents(
      ["--theme", "auto"], answers: [.kind: Self.kind], environment: ["COLORFGBG": "0;15"])
    #expect(notebook.picture[1, 1].pen.background == 231)
  }

  @Test func `a terminal that is silent is not waited for, and a late answer is no key`() throws {
    let notebook = try contents(["--theme", "auto"])
    #expect(notebook.picture[1, 1].pen.background == 16)
    let before = notebook.picture.text
    notebook.terminal.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\(Self.kind)")
    // A key behind it arrives.
    notebook.terminal.send("?")
    try notebook.terminal.wait(for: "help") { $0.contains("Keys and marks") }
    #expect(notebook.terminal.shows("letters search"), "nothing was typed")
    notebook.terminal.send("\u{1B}")
    try notebook.terminal.wait(for: "the contents") { $0.text == before }
    #expect(try notebook.quit() == 0)
  }

  @Test(arguments: [
    ["\u{1B}", "]11;rgb:ffff/ffff/ffff", "\u{1B}", "\\", "\u{1B}", "[?62;22c"],
    ["\u{1B}]11;rgb:ff", "ff/ffff/ffff\u{1B}", "\\\u{1B}[", "?62;22c"],
    ["\u{1B}]", "11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}[?", "62;22c"],
  ])
  func `no piece of a late answer is a key, with pauses anywhere`(pieces: [String]) throws {
    let notebook = try contents(["--theme", "auto"])
    let before = notebook.picture.text
    for piece in pieces {
      notebook.terminal.send(piece)
      notebook.terminal.pump(milliseconds: 200)
    }
    notebook.terminal.pump(milliseconds: 1_500)
    #expect(notebook.picture.text == before)
    notebook.terminal.send("?")
    try notebook.terminal.wait(for: "help") { $0.contains("Keys and marks") }
    notebook.terminal.send("\u{1B}")
    try notebook.terminal.wait(for: "the contents, by a real escape") { $0.text == before }
    #expect(try notebook.quit() == 0)
  }

  @Test func `an escape by hand works where a terminal is silent`() throws {
    let notebook = try contents(["--theme", "auto"])
    let before = notebook.picture.text
    notebook.terminal.send("?")
    try notebook.terminal.wait(for: "help") { $0.contains("Keys and marks") }
    notebook.terminal.send("\u{1B}")
    try notebook.terminal.wait(for: "the contents", seconds: 5) { $0.text == before }
    #expect(try notebook.quit() == 0)
  }

  @Test func `what was typed meanwhile counts`() throws {
    let notebook = try Notebook(arguments: ["--theme", "auto"])
    notebook.terminal.answers = [
      .ground: "?\u{1B}]11;rgb:0/0/0\u{7}", .kind: Self.kind,
    ]
    try notebook.terminal.wait(for: "help") { $0.contains("Keys and marks") }
  }

  @Test func `points have the colours of the palette`() throws {
    let notebook = try Notebook(arguments: ["--palette", "blue-yellow"])
    try notebook.startRun()
    try notebook.terminal.wait(for: "points") { picture in
      Set(picture.cells.map(\.pen.foreground)).isSuperset(of: [51, 217])
    }
  }

  @Test(arguments: [("--theme", "green"), ("--palette", "rainbow")])
  func `a name that is none is one sentence`(option: String, name: String) throws {
    let (code, output) = try Launch.run(Launch.built("ganbook"), [option, name])
    #expect(code == 64)
    #expect(output.split(separator: "\n").count == 1 && output.contains(name), "\(output)")
  }
}
