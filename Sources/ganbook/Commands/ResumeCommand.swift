internal import Adversarial
internal import ArgumentParser
internal import Notebook

/// Goes on with a recorded run: on the screen where there is one, else in plain lines.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a recorded run where its recording ends.",
    discussion: "In a terminal the notebook opens at the run; --steps and --json train at once.")

  @Argument(help: "The name of a recorded run.")
  var name: String

  @Option(
    help: "Steps to train (default: those it was asked for; as many again where it has them).",
    transform: { try Arguments.whole($0, in: 1...Preset.mostSteps) })
  var steps: Int?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var notebook: NotebookOption
  @OptionGroup var threads: ThreadsOption

  func run() throws {
    let trains = steps != nil || json
    if trains || !TerminalSession.isAtHand {
      try screen.refuse(
        because: trains ? "--steps and --json train without one" : "there is no terminal for one")
    } else {
      throw ExitCode(
        try TerminalLoop.run(
          TerminalLoop.Options(
            library: Surroundings.library(), threads: threads.count,
            appearance: screen.appearance, store: notebook.store(),
            run: name)))
    }
    let stop = StopSignal()
    let run = try opened(until: stop)
    do {
      try run.apply(steps.map { .advance(steps: $0) } ?? .resume)
    } catch {
      throw Failure(.data, "\(name): \(error.description)")
    }
    var progress = ProgressLine(run: run, isTerminal: Console.isErrorTerminal)
    var pulse = Pulse()
    let first = run.step
    while stop.exitCode == nil, run.advance() {
      progress.update(run)
      pulse.beat(run)
    }
    let seconds = progress.seconds
    progress.clear()
    let summary = RunSummary(run, seconds: seconds, from: first)
    let loss = pulse.end(run)
    try Console.print(summary, json: json)
    if let loss {
      guard stop.exitCode != nil else { throw Failure(loss) }
      Console.remark("ganbook: \(loss)")
    }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  /// The run, with the right to go on writing it.
  private func opened(until stop: StopSignal) throws -> Run {
    do throws(StoreError) {
      let store: RunStore
      do { store = try notebook.store() } catch { throw StoreError(.misnamed, error.message) }
      var restoring = RestoringLine(to: try store.open(name).lastStep, until: stop)
      defer { restoring.clear() }
      let (run, remarks) = try store.resume(name, threads: threads.count) { restoring.goesOn($0) }
      guard run.recorder != nil else {
        throw StoreError(.locked, remarks.last ?? "\(name) can't be written")
      }
      for remark in remarks { Console.remark("ganbook: \(remark)") }
      return run
    } catch {
      if let code = stop.exitCode { throw ExitCode(code) }
      throw Failure(error)
    }
  }
}
