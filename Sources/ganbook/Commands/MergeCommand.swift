internal import ArgumentParser
private import Foundation
internal import Notebook

/// Puts results of many seeds together.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put results of many seeds together.",
    discussion: """
      The files are what 'ganbook run --seeds' has written to its --results file or printed with \
      --json, here or on other machines, of one preset and one kind of kernels. '-' reads the \
      standard input.
      """)

  @Argument(help: "Files of results.")
  var files: [String]

  @Flag(help: "Print what they say together as one JSON object.")
  var json = false

  @Flag(help: "Print the results themselves, a line each, in the order of the seeds.")
  var lines = false

  func validate() throws {
    guard json, lines else { return }
    throw ValidationError("--json and --lines are two ways to print; give one of them")
  }

  func run() throws {
    var results = SeedResults()
    for file in files { try Self.read(file, into: &results) }
    if !results.repeated.isEmpty {
      let seeds = Set(results.repeated).sorted().prefix(10).map(String.init).joined(separator: ", ")
      Console.remark("ganbook: given more than once and counted once: seed \(seeds)")
    }
    if lines { return try results.results.forEach { try Console.print(json: $0.line) } }
    let table = SeedTable(results)
    if json {
      try Console.print(json: table.json.line)
    } else {
      try Console.print(table.text)
    }
  }

  private static func read(_ file: String, into results: inout SeedResults) throws(Failure) {
    let isInput = file == "-"
    let bytes: Data
    do throws(PresetError) {
      bytes = try isInput ? input() : InputFile.read(file, as: "a file of results")
    } catch {
      throw Failure(error)
    }
    do {
      let text = String(decoding: bytes, as: UTF8.self)
      if try results.add(text: text, name: isInput ? "standard input" : file) {
        Console.remark("ganbook: the last line of \(Wording.quoted(file)) is torn and left out")
      }
    } catch {
      throw Failure(.data, error.description)
    }
  }

  private static func input() throws(PresetError) -> Data {
    do { return try FileHandle.standardInput.readToEnd() ?? Data() } catch {
      throw PresetError(.unreadable, "the standard input can't be read")
    }
  }
}
