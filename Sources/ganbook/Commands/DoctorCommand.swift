internal import ArgumentParser
internal import Engine
internal import Experiments
internal import Foundation
internal import Notebook

/// Tells what this machine and this terminal can do, in a form to paste into a report.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell what this machine and this terminal can do.")

  func run() throws {
    let library = Surroundings.library()
    let sections = [
      ("ganbook", Self.program()), ("machine", Self.machine()), ("terminal", Self.terminal()),
      ("presets", Self.presets(library)),
    ]
    let lines = sections.flatMap { title, rows in
      rows.enumerated().map { index, row in (index == 0 ? title : "").padded(to: 10) + row }
    }
    try Console.print(lines.joined(separator: "\n"))
  }

  private static func program() -> [String] { [Ganbook.configuration.version] }

  private static func machine() -> [String] {
    let kernel = Program.kernel
    let process = ProcessInfo.processInfo
    return [
      "kernels \(kernel.name), "
        + (kernel.isFused
          ? "bits as on every machine with fused multiply-add"
          : "no fused multiply-add: bits of their own"),
      "\(process.activeProcessorCount) processors in use of \(process.processorCount), "
        + "\(process.physicalMemory >> 20) MiB memory",
      process.operatingSystemVersionString,
    ]
  }

  private static func terminal() -> [String] {
    let environment = ProcessInfo.processInfo.environment
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "unknown"
    let streams = [("input", STDIN_FILENO), ("output", STDOUT_FILENO), ("errors", STDERR_FILENO)]
      .map { name, number in "\(name) \(isatty(number) == 1 ? "a terminal" : "not a terminal")" }
    let names = ["TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX", "COLUMNS"]
    let variables = names.compactMap { name in
      environment[name].map { "\(name)=\(Wording.line($0))" }
    }
    return [
      streams.joined(separator: ", "),
      "characters \(codeset)" + (codeset == "UTF-8" ? "" : ": the screen draws in ASCII"),
      variables.joined(separator: " "),
    ]
  }

  private static func presets(_ library: PresetLibrary) -> [String] {
    let folders = library.folders.map { "looked in \($0)" }
    let count = "\(library.presets.count) presets for \(Contents.pages.count) pages"
    return [count] + (folders.isEmpty ? ["no folder with presets was found"] : folders)
      + library.problems.map { "problem: \($0)" }
  }
}
