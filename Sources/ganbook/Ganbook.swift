internal import ArgumentParser
private import Foundation
private import Notebook

/// The program. Alone it opens the notebook; its subcommands work without a screen.
@main
struct Ganbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ganbook",
    abstract: "A lab notebook for generative adversarial networks, in your terminal.",
    discussion: """
      Without a command the notebook opens: choose a page, watch it train, turn its knobs.

        ganbook list                          what there is
        ganbook run mode-collapse-paper       train without a screen
        ganbook run mode-collapse-paper --set unrollSteps=5 --steps 2000
      """,
    version: "ganbook 0.1.0",
    subcommands: [
      ListCommand.self, ShowCommand.self, RunCommand.self, ClaimsCommand.self,
      MergeCommand.self, BenchCommand.self, DoctorCommand.self,
      // Recorded runs.
      RunsCommand.self, ReplayCommand.self, VerifyCommand.self, ResumeCommand.self,
      RepairCommand.self, DeleteCommand.self, ExportCommand.self,
    ])

  @OptionGroup var threads: ThreadsOption

  @OptionGroup var notebook: NotebookOption

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: PlainOption

  @Option(help: ArgumentHelp("Begin with a recorded run.", valueName: "run"))
  var open: String?

  @OptionGroup var data: DataOptions

  func run() throws {
    guard !data.isStandardInput else {
      throw Failure(
        .usage, "the notebook reads keys there; put the points into a file, or use ganbook run")
    }
    let isPlain = lines.plain || Surroundings.wantsPlainLines
    if isPlain {
      try screen.refuse(because: lines.plain ? "--plain has none" : "there is no terminal for one")
    }
    let own = try data.read()
    if let remark = own?.remark { Console.remark("ganbook: \(remark)") }
    let options = TerminalLoop.Options(
      library: Surroundings.library().on(own), threads: threads.count,
      appearance: screen.appearance, data: own, store: try? notebook.store(), run: open)
    throw ExitCode(
      isPlain
        ? try PlainNotebook(options).work(until: StopSignal()) : try TerminalLoop.run(options))
  }

  /// Every error is one sentence on the standard error stream and an exit code of sysexits.
  static func main() {
    StandardStreams.complete()
    // A file that has reached its limit is refused like one on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try checkName(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      let arguments = Array(CommandLine.arguments.dropFirst())
      try NotebookOptions.check(arguments, of: type(of: command))
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// The parser would call a mistyped command an unexpected argument.
  private static func checkName(_ first: String?) throws(Failure) {
    guard let first, !first.hasPrefix("-") else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(first) else { return }
    throw Failure(
      .usage,
      "there is no command \(Wording.quoted(first))"
        + NearestName.hint(first, among: known, list: "the commands are"))
  }

  /// Prints what was asked for, and ends.
  private static func tell(_ text: String) -> Never {
    do { try Console.print(text) } catch { Console.exit(error) }
    Foundation.exit(0)
  }

  private static func end(with error: any Error) -> Never {
    if let failure = error as? Failure { Console.exit(failure) }
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    let code = exitCode(for: error)
    // Help and the version arrive as errors too.
    if code == .success { tell(fullMessage(for: error)) }
    let lines = message(for: error).split(whereSeparator: \.isNewline)
    Console.exit(Failure(code.rawValue, lines.joined(separator: " ")))
  }
}

/// How many threads help with the arithmetic: the results are the same for any number.
struct ThreadsOption: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Threads that compute (default: one for each processor).",
    transform: { try Arguments.whole($0, in: 1...256) })
  var threads: Int?

  var count: Int { threads ?? Self.processors }

  /// The same as arguments of another process.
  func arguments(default count: Int) -> [String] { ["--threads", "\(threads ?? count)"] }

  /// Processors that this machine has for us.
  static var processors: Int { min(256, ProcessInfo.processInfo.activeProcessorCount) }
}
