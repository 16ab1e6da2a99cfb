internal import ArgumentParser
internal import Engine
internal import Experiments
internal import Foundation
internal import Notebook
internal import Plotting

/// Tells what this machine and this terminal can do, in a form to paste into a report.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what this machine and this terminal can do, and show a test card.",
    discussion: """
      The text is for a report; the card under it is for your eyes. With --theme, --palette and \
      --ascii it is drawn as the screen would be.
      """)

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var notebook: NotebookOption

  @Option(
    parsing: .unconditional,
    help: "Only compare every kernel with its scalar reference, bit for bit, on so many cases.",
    transform: { try Arguments.whole($0, in: 1...1_000_000) })
  var kernels: Int?

  func run() throws {
    if let kernels {
      try screen.refuse(because: "--kernels prints lines")
      guard notebook.notebook == nil else {
        throw Failure(.usage, "--notebook is not looked at with --kernels")
      }
      guard try KernelCheck.run(cases: kernels) == 0 else { throw ExitCode(1) }
      return
    }
    let library = Surroundings.library()
    let report = TerminalReport(screen.appearance)
    let sections = [
      ("ganbook", [Ganbook.configuration.version]), ("machine", Self.machine()),
      ("terminal", report.lines), ("notebook", folder()), ("presets", Self.presets(library)),
    ]
    let lines = sections.flatMap { title, rows in
      rows.enumerated().map { index, row in (index == 0 ? title : "").padded(to: 10) + row }
    }
    try Console.print(
      coloured: (lines.map(Wording.line) + [""] + report.card.lines).joined(separator: "\n"))
  }

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
      "peak of one core, measured: \(Wording.fixed(Stopwatch.peak(), places: 1)) GFLOP/s",
      process.operatingSystemVersionString,
    ]
  }

  private func folder() -> [String] {
    let store: RunStore
    do { store = try notebook.store() } catch { return ["none: \(error.message)"] }
    let path = Wording.line(store.path)
    if let problem = store.problem() { return [path, "problem: \(Wording.line(problem))"] }
    let count = store.cards().count
    return [path + ": \(count == 1 ? "1 run" : "\(count) runs"), can be written"]
  }

  private static func presets(_ library: PresetLibrary) -> [String] {
    let folders = library.folders.map { "looked in \($0)" }
    let count = "\(library.presets.count) presets for \(Contents.pages.count) pages"
    return [count] + (folders.isEmpty ? ["no folder with presets was found"] : folders)
      + library.problems.map { "problem: \($0)" }
  }
}
