internal import ArgumentParser
private import Notebook

/// The notebook's own options on the line of a command: `--theme light` behind `runs`.
///
/// The parser takes them for the notebook wherever they stand. A command that has one too gets its
/// value; on the line of every other it would be read and not used.
enum NotebookOptions {
  /// - Throws: ``Failure`` with the first option that the command has not.
  static func check(
    _ arguments: [String], of command: any ParsableCommand.Type
  ) throws(Failure) {
    guard let name = command.configuration.commandName,
      Ganbook.configuration.subcommands.contains(where: { $0 == command })
    else { return }
    let others = names(in: Ganbook.helpMessage()).subtracting(
      names(in: Ganbook.helpMessage(for: command)))
    for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("-") {
      let option = String(word.prefix { $0 != "=" })
      guard others.contains(option) else { continue }
      throw Failure(
        .usage, "'\(name)' has no option '\(option)'; it is for the notebook, without a command")
    }
  }

  /// The options that a manual has a line about.
  private static func names(in manual: String) -> Set<String> {
    let lines = manual.split(separator: "\n").filter { $0.hasPrefix("  -") }
    return Set(
      lines.flatMap { line in
        line.drop { $0 == " " }.split(whereSeparator: { " ,/".contains($0) })
          .prefix { $0.hasPrefix("-") }.map(String.init)
      })
  }
}

/// Work in lines of text, where a screen would open.
struct PlainOption: ParsableArguments {
  @Flag(help: "Work in lines of text: for a screen reader, or without a screen.")
  var plain = false
}
