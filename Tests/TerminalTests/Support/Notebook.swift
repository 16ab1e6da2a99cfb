import Foundation

/// The notebook on a pseudo-terminal, and what its tests do over and over.
struct Notebook {
  let terminal: PseudoTerminal

  var picture: Picture { terminal.picture }

  init(
    columns: Int = 120, rows: Int = 40, arguments: [String] = [],
    environment: [String: String?] = [:]
  ) throws {
    let own = ["XDG_CONFIG_HOME": "/nonexistent"].merging(environment) { $1 }
    terminal = try PseudoTerminal(
      Launch.built("ganbook"), ["--threads", "1"] + arguments, columns: columns, rows: rows,
      environment: own)
  }

  /// Waits for the table of contents.
  func open() throws {
    try terminal.wait(for: "the contents") { picture in
      picture.contains("mode-collapse") && (picture.lines.last ?? "").contains("quit")
    }
  }

  /// Starts the preset that is chosen first, and waits until it has trained.
  func startRun() throws {
    try open()
    terminal.send("\r")
    try terminal.wait(for: "training") { (Self.step(in: $0) ?? 0) > 0 }
  }

  /// Leaves the run if there is one, and the program; returns its exit code.
  func quit() throws -> Int32 {
    if Self.step(in: picture) != nil {
      terminal.send("q")
      try terminal.wait(for: "the question") { $0.contains("Enter") && $0.contains("Esc") }
      terminal.send("\r")
      try terminal.wait(for: "the contents again") { Self.step(in: $0) == nil }
    }
    terminal.send("q")
    return try terminal.end()
  }

  /// The step that the title shows: "step  1 858 of 25 000", or "1 858/25 000".
  static func step(in picture: Picture) -> Int? {
    let title = picture.lines.first ?? ""
    let figures = /(?:step| ) *([0-9 ]+)(?: of |\/)[0-9]/
    guard let match = title.firstMatch(of: figures) else { return nil }
    return Int(match.1.filter { $0 != " " })
  }

  /// Cells with braille dots.
  static func dots(in picture: Picture) -> Int {
    picture.cells.count { (0x2801...0x28FF).contains($0.character.value) }
  }
}
