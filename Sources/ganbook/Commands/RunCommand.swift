internal import Adversarial
internal import ArgumentParser
internal import Experiments
internal import Notebook

/// Trains a preset without a screen.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Train a preset without a screen.",
    discussion: """
      The result goes to the standard output, progress to the error stream. The same preset, \
      seed and settings give the same fingerprint, on one thread and on many. Ctrl-C ends the \
      run with the result so far.
      """)

  @Argument(help: "A preset's name, or the path of a preset file.")
  var preset: String

  @Option(
    parsing: .unconditional, help: "Steps to train, in place of the preset's.",
    transform: { try Arguments.whole($0, in: 1...Preset.mostSteps) })
  var steps: Int?

  @Option(
    parsing: .unconditional, help: "The seed, in place of the preset's.",
    transform: { try Arguments.whole($0, in: 0...UInt64.max) })
  var seed: UInt64?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A knob's value, in place of the preset's; may be repeated.", valueName: "knob=value"))
  var assignments: [String] = []

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var notebook: NotebookOption

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let stop = StopSignal()
    let run = try started()
    let id = record(run)
    var progress = ProgressLine(run: run, isTerminal: Console.isErrorTerminal)
    var pulse = Pulse()
    while stop.exitCode == nil, run.advance() {
      progress.update(run)
      pulse.beat(run)
    }
    let seconds = progress.seconds
    progress.clear()
    let summary = RunSummary(run, seconds: seconds)
    pulse.end(run)
    try Console.print(json ? summary.json.line : summary.text)
    if let id { Console.remark("recorded as \(id)") }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  /// Writes the run down where a notebook was named; returns its name there. A notebook that
  /// can't be written does not keep anybody from training.
  private func record(_ run: Run) -> String? {
    guard let store = notebook.namedStore() else { return nil }
    do {
      run.attach(try RunKeeper(store).begin(run, parent: nil))
    } catch {
      Console.remark("ganbook: not recorded: \(error.description)")
    }
    return run.id
  }

  private func started() throws(Failure) -> Run {
    var (preset, page) = try Surroundings.preset(preset, in: Surroundings.library())
    if let steps { preset.steps = steps }
    if let seed { preset.seed = seed }
    for assignment in assignments { try Self.set(assignment, in: &preset) }
    do {
      return try Run(experiment: page, preset: preset, threads: threads.count)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  /// A knob of the command line holds for every side of a twin.
  private static func set(_ assignment: String, in preset: inout Preset) throws(Failure) {
    let (name, value) = try Arguments.assignment(assignment)
    do {
      try preset.settings.set(name, toText: value)
      for index in preset.twins.indices {
        try preset.twins[index].settings.set(name, toText: value)
      }
    } catch {
      throw Failure(.usage, "--set: \(error.description)")
    }
  }
}
