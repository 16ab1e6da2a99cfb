import Foundation
import Testing

/// Tries an option of a command in one of the ways that the command can be used.
struct OptionProbe {
  /// What an option has to show for itself.
  enum Use: Sendable {
    /// With these values behind it something else comes out.
    case used([String])
    /// The same, beside these arguments.
    case usedBeside([String], [String])
    /// It is one sentence with its name.
    case refused([String])
    /// It changes no result, or takes long: a value that it can't have is refused.
    case checked(String)
    /// It chose this way, says where to look, or is tried elsewhere.
    case elsewhere

    static func used(_ values: String...) -> Use { .used(values) }
    static func refused(_ values: String...) -> Use { .refused(values) }
  }

  /// A way to use a command.
  struct Mode: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let uses: [String: Use]
    /// What is typed.
    var input = ""

    init(_ words: String, _ uses: [String: Use], input: String = "") {
      arguments = words.split(separator: " ").map(String.init)
      self.uses = uses
      self.input = input
    }

    /// The command's name; that of the program where there is none.
    var command: String { arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 } ?? "ganbook" }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// What came out: the code, what was said without its times, and the files that lie there.
  struct Outcome: Equatable {
    let code: Int32
    let said: String
    let files: [String]
  }

  static let run = "mode-collapse-paper-1"

  /// A desk with a run of a few steps, a guided preset, points, results and a file in the way.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    let small = "generatorWidth: 4, discriminatorWidth: 4, batch: 8"
    let presets = "config/ganbook/presets"
    let files = [
      "\(presets)/mode-collapse-paper.yaml": "page: mode-collapse\nsteps: 4\nknobs: {\(small)}\n",
      "\(presets)/told.yaml": "page: mode-collapse\nsteps: 4\nknobs: {\(small)}\n"
        + "script:\n  - at: 1\n    say: one\n  - at: 3\n    say: three\n",
      "points.csv": "30,30\n31,30\n32,35\n", "there.md": "mine\n",
      "results.jsonl": "",
    ]
    for (name, text) in files {
      try text.write(
        to: desk.folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    _ = try desk.ganbook("run", "mode-collapse-paper")
    let elsewhere = desk.folder.appendingPathComponent("elsewhere")
    let results = try ["1", "2"].map { seed in
      try desk.ganbook(
        "run", "mode-collapse-paper", "--seed", seed, "--json", "--notebook", elsewhere.path
      ).output
    }.joined().split(separator: "\n").filter { $0.hasPrefix("{") }.joined(separator: "\n")
    try FileManager.default.removeItem(at: elsewhere)
    try (results + "\n").write(
      to: desk.folder.appendingPathComponent("results.jsonl"), atomically: true, encoding: .utf8)
    return desk
  }

  /// Runs the program on a desk of its own.
  static func outcome(of arguments: [String], input: String = "") throws -> Outcome {
    let desk = try desk()
    let words = ([Launch.built("ganbook").path] + arguments).map { "'\($0)'" }
    let typed = "printf '\(input)' | "
    let line = "cd '\(desk.folder.path)' && \(typed)timeout 60 \(words.joined(separator: " "))"
    let (code, output) = try Launch.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line], environment: desk.environment)
    let said = output.replacing(desk.folder.path, with: "DESK")
      .replacing(/[0-9][0-9 .]* steps\/s/, with: "").replacing(/"stepsPerSecond":[0-9.]+/, with: "")
      // Seeds that train at once are done in any order.
      .split(separator: "\n").filter { !$0.contains(/^[0-9]+ of [0-9]+: seed/) }.sorted()
      .joined(separator: "\n")
    return Outcome(code: code, said: said, files: files(of: desk))
  }

  /// Names everywhere, without the numbers of runs, and what is in files outside the notebook.
  private static func files(of desk: Desk) -> [String] {
    let names = FileManager.default.enumerator(atPath: desk.folder.path)?
      .compactMap { $0 as? String }
    return (names ?? []).sorted().map { name in
      let url = desk.folder.appendingPathComponent(name)
      guard !name.contains("/"), let bytes = try? Data(contentsOf: url) else {
        return String(name.replacing(/-[0-9]+/, with: ""))
      }
      return "\(name) \(bytes.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) })"
    }
  }
}
