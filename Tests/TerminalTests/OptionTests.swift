import Foundation
import Testing

/// No option is taken and not used: every option of every command, in every way to use it, changes
/// what comes out or is refused by its name.
@Suite struct OptionTests {
  typealias Mode = OptionProbe.Mode

  /// The options of every command, as the program tells them.
  private static func options() throws -> [String: [String]] {
    let (code, output) = try Launch.run(Launch.built("ganbook"), ["--experimental-dump-help"])
    #expect(code == 0)
    let whole = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    var found: [String: [String]] = [:]
    var commands = [whole?["command"] as? [String: Any]].compactMap { $0 }
    while let command = commands.popLast() {
      commands += command["subcommands"] as? [[String: Any]] ?? []
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      found[command["commandName"] as? String ?? ""] =
        arguments
        .filter { $0["shouldDisplay"] as? Bool == true }
        .flatMap { $0["names"] as? [[String: Any]] ?? [] }
        .compactMap { $0["name"] as? String }
        .filter { !["h", "help", "version"].contains($0) }
    }
    found["help"] = nil
    return found
  }

  @Test func `every option of every command is in the table, and nothing else`() throws {
    let options = try Self.options()
    #expect(Set(options.keys) == Set(OptionProbe.modes.map(\.command)))
    for mode in OptionProbe.modes {
      let known = Set(options[mode.command] ?? [])
      #expect(known == Set(mode.uses.keys), "\(mode)")
    }
  }

  @Test(arguments: OptionProbe.modes)
  func `an option is used or refused`(mode: Mode) throws {
    var usual: [[String]: OptionProbe.Outcome] = [:]
    func outcome(_ more: [String]) throws -> OptionProbe.Outcome {
      try OptionProbe.outcome(of: mode.arguments + more, input: mode.input)
    }
    func base(_ more: [String]) throws -> OptionProbe.Outcome {
      let found = try usual[more] ?? outcome(more)
      usual[more] = found
      return found
    }
    for (name, use) in mode.uses.sorted(by: { $0.key < $1.key }) {
      let option = name.count == 1 ? "-" + name : "--" + name
      switch use {
      case .used(let values):
        #expect(try outcome([option] + values) != base([]), "\(mode) \(option)")
      case .usedBeside(let others, let values):
        #expect(try outcome(others + [option] + values) != base(others), "\(mode) \(option)")
        if name == "fit" { #expect(try outcome([option]).code == 64) }
      case .refused(let values):
        let (code, said) = try (outcome([option] + values)).told
        #expect(code == 64 && said.contains(option), "\(mode) \(option): \(code) \(said)")
      case .checked(let value):
        let (code, said) = try (outcome([option, value])).told
        #expect((64...78).contains(code), "\(mode) \(option): \(code) \(said)")
      case .elsewhere: break
      }
    }
  }

  @Test(arguments: [
    (["--theme", "light", "list"], "--theme"), (["--plain", "runs"], "--plain"),
    (["--threads", "2", "list"], "--threads"), (["--open", "x", "verify", "--all"], "--open"),
    (["--fit", "merge", "-"], "--fit"), (["--notebook=x", "merge", "-"], "--notebook"),
    (["list", "--theme", "light"], "--theme"), (["runs", "--plain"], "--plain"),
    (["show", "mode-collapse-paper", "--no-mouse"], "--no-mouse"),
    (["verify", "--all", "--open=x"], "--open"), (["runs", "--data", "text:A"], "--data"),
  ])
  func `the notebook's option is refused by a command that has not got it, wherever it stands`(
    arguments: [String], option: String
  ) throws {
    let (code, output) = try Launch.run(Launch.built("ganbook"), arguments)
    #expect(code == 64 && output.contains("has no option '\(option)'"), "\(output)")
  }

  @Test func `an option before a command that has it counts`() throws {
    let desk = try Desk()
    let other = desk.folder.appendingPathComponent("other").path
    #expect(
      try desk.ganbook("--notebook", other, "run", "mode-collapse-paper", "--steps", "1").code == 0)
    #expect(FileManager.default.fileExists(atPath: other + "/mode-collapse-paper-1"))
    #expect(desk.runs.isEmpty)
  }

  @Test(arguments: [
    ["--ascii"], ["--theme", "light"], ["--palette", "contrast"], ["--no-mouse"],
    ["--open", OptionProbe.run],
  ])
  func `on the screen an option shows`(arguments: [String]) throws {
    func look(_ more: [String]) throws -> String {
      let desk = try Desk()
      #expect(try desk.ganbook("run", "mode-collapse-paper", "--steps", "2").code == 0)
      let notebook = try Notebook(arguments: more, on: desk)
      try notebook.terminal.wait(for: "a picture") { !($0.lines.last ?? "").isEmpty }
      if more.contains("--open") { try notebook.openRun() } else { try notebook.open() }
      let cells = notebook.picture.cells.map { "\($0.pen)" }
      return notebook.picture.text + "\(Set(cells).sorted())\(notebook.picture.reports.sorted())"
    }
    #expect(try look(arguments) != look([]))
  }
}

extension OptionProbe.Outcome {
  fileprivate var told: (code: Int32, said: String) { (code, said) }
}
