import Foundation

/// The notebook on a pseudo-terminal, and what its tests do over and over.
struct Notebook {
  let terminal: PseudoTerminal
  let desk: Desk

  var picture: Picture { terminal.picture }

  /// - Parameter desk: where it lies; a new place by itself.
  init(
    columns: Int = 120, rows: Int = 40, arguments: [String] = [],
    environment: [String: String?] = [:], on desk: Desk? = nil, blocksSignals: Bool = false
  ) throws {
    let desk = try desk ?? Desk()
    self.desk = desk
    terminal = try PseudoTerminal(
      Launch.built("ganbook"), arguments + ["--threads", "1"], columns: columns, rows: rows,
      environment: desk.environment.merging(environment) { $1 }, blocksSignals: blocksSignals)
  }

  /// Waits for the table of contents.
  func open() throws {
    try terminal.wait(for: "the contents") { picture in
      picture.contains("mode-collapse") && (picture.lines.last ?? "").contains("quit")
    }
  }

  /// Finds the desk's own preset in the contents.
  func choosePreset() throws {
    try open()
    terminal.send("/small nets")
    try terminal.wait(for: "its page alone") { picture in
      picture.contains("small nets") && !picture.contains("label-smoothing")
    }
    terminal.send("\r")
    try terminal.wait(for: "the list") { ($0.lines.last ?? "").contains("quit") }
  }

  /// Starts the desk's own preset, and waits until it has trained.
  func startRun() throws {
    try choosePreset()
    terminal.send("\r")
    try terminal.wait(for: "training") { (Self.step(in: $0) ?? 0) > 0 }
  }

  /// Opens a recorded run, and waits for its picture.
  func openRun() throws {
    try terminal.wait(for: "the run") { $0.contains("live at step") && Self.dots(in: $0) > 0 }
  }

  /// Waits until it has trained so far.
  func train(to step: Int) throws {
    try terminal.wait(for: "step \(step)") { (Self.step(in: $0) ?? 0) >= step }
  }

  /// Leaves the run if there is one, and the program; returns its exit code.
  func quit() throws -> Int32 {
    if Self.step(in: picture) != nil {
      terminal.send("q")
      try terminal.wait(for: "the list that it came from") { Self.step(in: $0) == nil }
      if picture.contains("Recorded runs") { terminal.send("q") }
      try terminal.wait(for: "the contents") { ($0.lines.last ?? "").contains("quit") }
    }
    terminal.send("q")
    return try terminal.end()
  }

  /// The step that the title shows: "step  1 858 of 25 000", or "1 858/25 000".
  static func step(in picture: Picture) -> Int? {
    let title = picture.lines.first ?? ""
    // The contents say "1 of 3 pages".
    let figures = /(?:step +([0-9 ]+) of|  ([0-9 ]+)\/)/
    guard let match = title.firstMatch(of: figures) else { return nil }
    return Int((match.1 ?? match.2 ?? "").filter { $0 != " " })
  }

  /// Cells with braille dots.
  static func dots(in picture: Picture) -> Int {
    picture.cells.count { (0x2801...0x28FF).contains($0.character.value) }
  }
}
