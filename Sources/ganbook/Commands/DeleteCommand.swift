internal import ArgumentParser
private import Foundation
internal import Notebook

/// Deletes recorded runs.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete recorded runs and everything in their folders.")

  @Argument(help: "Names of recorded runs.")
  var runs: [String]

  @Flag(help: "Do not ask.")
  var force = false

  @OptionGroup var notebook: NotebookOption

  func run() throws {
    let store = try notebook.store()
    for id in runs where !store.has(id) {
      do { _ = try store.open(id) } catch { throw Failure(error) }
    }
    guard force || Self.isSure(runs) else {
      throw Failure(.usage, "nothing is deleted; --force deletes without asking")
    }
    for id in runs {
      do { try store.delete(id) } catch { throw Failure(error) }
      Console.remark("\(id) is deleted")
    }
  }

  /// Asks at a terminal; nobody is asked, and nothing deleted, where there is none.
  private static func isSure(_ runs: [String]) -> Bool {
    guard isatty(STDIN_FILENO) == 1, Console.isErrorTerminal else { return false }
    Console.remark("Delete \(runs.joined(separator: ", "))? [y/N] ", end: "")
    return readLine().map { $0.lowercased().hasPrefix("y") } ?? false
  }
}
