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

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let stop = StopSignal()
    let run = try started()
    var progress = ProgressLine(run: run, isTerminal: Console.isErrorTerminal)
    while stop.exitCode == nil, run.advance() { progress.update(run) }
    let seconds = progress.seconds
    progress.clear()
    let summary = RunSummary(run, seconds: seconds)
    try Console.print(json ? summary.json.line : summary.text)
    if let code = stop.exitCode { throw ExitCode(code) }
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
