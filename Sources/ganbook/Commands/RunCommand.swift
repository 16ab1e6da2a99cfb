internal import Adversarial
internal import ArgumentParser
internal import Experiments
internal import Notebook

/// Trains a preset without a screen.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Train a preset without a screen, with one seed or with many.",
    discussion: """
      The result goes to the standard output, progress to the error stream. The same preset, \
      seed and settings give the same fingerprint, on one thread and on many. Ctrl-C ends the \
      run with the result so far.

      With --seeds or --seed-range, seeds are spread over the cores and put into one table. A \
      --results file takes each result as it comes; the same command goes on with it after a kill.
      """)

  @OptionGroup var choice: RunChoice

  @Option(
    parsing: .unconditional, help: "The seed, in place of the preset's.",
    transform: { try Arguments.whole($0, in: 0...UInt64.max) })
  var seed: UInt64?

  @OptionGroup var many: SeedsOptions
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var notebook: NotebookOption

  @Flag(help: "Print one JSON object; with many seeds, one a line for each as it comes.")
  var json = false

  @Flag(help: "Play the preset's script: its captions, tweaks and measures at their steps.")
  var guided = false

  @Flag(help: .hidden)
  var worker = false

  func validate() throws {
    guard !choice.data.isStandardInput || many.count == nil && many.range == nil else {
      throw ValidationError("many seeds read the points many times: put them into a file")
    }
    guard seed == nil || many.range == nil else {
      throw ValidationError(
        "--seed-range names all seeds; --seed is for one, and goes with --seeds")
    }
    guard guided, json || many.count != nil || many.range != nil else { return }
    throw ValidationError(
      "--guided tells one seed in words; it goes without --json, --seeds and --seed-range")
  }

  func run() throws {
    let stop = StopSignal()
    let library = Surroundings.library()
    var (preset, page) = try choice.preset(in: library)
    if let seed { preset.seed = seed }
    if let seeds = try many.seeds(from: preset.seed) {
      return try SeedsRun(
        preset: preset, configuration: choice.configuration(of: preset, in: library),
        arguments: choice.arguments + threads.arguments(default: 1) + notebook.arguments,
        options: many, json: json
      ).run(seeds, until: stop)
    }
    let run = try Self.run(preset, page, threads: threads.count)
    var loss = record(run)
    let id = run.id
    let summary = RunSummary(
      run, seconds: try train(run, until: stop, &loss),
      configuration: guided ? nil : choice.configuration(of: preset, in: library))
    if guided { try Console.print("") }
    try Console.print(summary, json: json)
    // A worker's parent reads its last line.
    if let id, !worker { Console.remark("recorded as \(id)") }
    if let code = stop.exitCode {
      if let loss { Console.remark("ganbook: \(loss)") }
      throw ExitCode(code)
    }
    if let loss { throw Failure(loss) }
  }

  /// Writes the run down where a notebook was named. One that can't be written does not keep
  /// anybody from training, and is a loss. A worker's line goes to its parent, which keeps it.
  private func record(_ run: Run) -> RecordingLoss? {
    guard !worker, let store = notebook.namedStore() else { return nil }
    do {
      run.attach(try RunKeeper(store).begin(run, parent: nil))
      return nil
    } catch {
      let loss = RecordingLoss(id: nil, step: 0, cause: error.description)
      Console.remark("ganbook: \(loss)")
      return loss
    }
  }

  private static func run(
    _ preset: Preset, _ page: Experiment, threads: Int
  ) throws(Failure) -> Run {
    do {
      return try Run(experiment: page, preset: preset, threads: threads)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  /// Trains to the end or to a signal; returns the seconds it took.
  private func train(
    _ run: Run, until stop: StopSignal, _ loss: inout RecordingLoss?
  ) throws(Failure) -> Double {
    var progress = ProgressLine(run: run, isTerminal: Console.isErrorTerminal)
    var pulse = Pulse()
    var script = guided ? try GuidedRun(run) : nil
    while stop.exitCode == nil, try script?.advance() ?? run.advance() {
      pulse.beat(run)
      // A worker whose parent is gone has nobody left to read its result.
      if worker, Leash.isCut { break }
      if !worker { progress.update(run) }
    }
    let seconds = progress.seconds
    progress.clear()
    loss = pulse.end(run) ?? loss
    return seconds
  }
}
