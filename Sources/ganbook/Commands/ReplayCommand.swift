internal import Adversarial
internal import ArgumentParser
internal import Notebook

/// Plays a recorded run again: in plain lines, or with a speed on the screen.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play a recorded run or a guided preset, and print what it says and measures.",
    discussion: """
      With --speed a recorded run plays on the screen, from the first step to the last; any key \
      takes over, and f forks a run of your own where you are.
      """)

  @Argument(help: "The name of a recorded run, or of a preset with a script.")
  var name: String

  @Option(
    help: "The step to stop at (default: the last recorded one).",
    transform: { try Arguments.whole($0, in: 0...Preset.mostSteps) })
  var to: Int?

  @Option(
    parsing: .unconditional, help: "Play on the screen, so many steps a second.",
    transform: { try Arguments.number($0, in: 0.1...1e6) })
  var speed: Double?

  @OptionGroup var lines: PlainOption

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var notebook: NotebookOption
  @OptionGroup var threads: ThreadsOption

  func run() throws {
    if let speed {
      guard to == nil, !lines.plain else {
        throw Failure(.usage, "--speed plays all of the run on the screen; --to and --plain do not")
      }
      throw ExitCode(
        try TerminalLoop.run(
          TerminalLoop.Options(
            library: Surroundings.library(), threads: threads.count,
            appearance: screen.appearance, store: notebook.store(),
            run: name, speed: speed)))
    }
    try screen.refuse(because: "without --speed a replay is lines")
    let stop = StopSignal()
    if try GuidedRun.replay(name, threads: threads.count, to: to, until: stop) { return }
    let recorded: RecordedRun
    let run: Run
    do {
      recorded = try notebook.store().open(name)
      run = try Run(
        experiment: recorded.page, preset: recorded.preset, threads: threads.count)
    } catch let error as StoreError {
      throw Failure(error)
    } catch let error as DesignError {
      throw Failure(.data, error.description)
    }
    for remark in recorded.remarks { Console.remark("ganbook: \(remark)") }
    let goal = min(to ?? recorded.lastStep, recorded.lastStep)
    var story = ReplayStory()
    let isWhole = run.replay(recorded.commands, to: goal) { run in
      story.tell(run)
      return stop.exitCode == nil && story.failure == nil
    }
    story.tell(run)
    if let failure = story.failure { throw failure }
    if let code = stop.exitCode { throw ExitCode(code) }
    guard isWhole else {
      throw Failure(.data, "\(name): what was recorded at step \(run.step) can't be done")
    }
  }
}

/// What a replay prints: every command, and the measures of every measured step.
struct ReplayStory {
  private var told = 0
  private var measured = -1
  /// Why no line can be written any more.
  private(set) var failure: Failure?

  /// Tells what is new; to be called before every step.
  mutating func tell(_ run: Run) {
    for stamped in run.commands.dropFirst(told) {
      print(step: stamped.step, stamped.command.words)
    }
    told = run.commands.count
    guard run.step.isMultiple(of: Run.measureInterval), run.step != measured else { return }
    measured = run.step
    for (title, measures) in zip(run.titles, run.measures) {
      let values = measures.map { "\($0.title) \($0.words($0.value))" }.joined(separator: "  ")
      print(step: run.step, (title.isEmpty ? "" : "[\(title)] ") + values)
    }
  }

  private mutating func print(step: Int, _ text: String) {
    guard failure == nil else { return }
    do throws(Failure) {
      try Console.print("\(Wording.count(step).padded(to: 9)) \(Wording.line(text))")
    } catch {
      failure = error
    }
  }
}

extension Command {
  /// What was done, in words.
  var words: String {
    switch self {
    case .set(let name, let setting, let column):
      "> \(name) = \(Wording.setting(setting))" + (column.map { " in column \($0 + 1)" } ?? "")
    case .pause: "> pause"
    case .resume: "> resume"
    case .advance(let steps): "> \(steps) \(steps == 1 ? "step" : "steps")"
    case .stepPlayer(let player): "> one step of the \(player.rawValue)"
    case .twin(let column): "> a twin of column \(column + 1)"
    case .mark(let past): "> mark" + Self.words(of: past)
    case .note(let text, let past): "> note\(Self.words(of: past)): \(text)"
    case .answer(let text, let question, _): "> answer: \(text) (\(question))"
    }
  }

  private static func words(of past: Int?) -> String {
    past.map { " at step \(Wording.count($0))" } ?? ""
  }
}
