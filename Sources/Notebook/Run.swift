public import Adversarial
public import Experiments

/// One run: its seed, its preset and its commands. Live training and replay are this one class,
/// fed from the mailbox or from a recording: both call ``advance(_:)`` and nothing else.
///
/// Born and dead on one thread. Everything that reaches a number is the preset, the seed and the
/// commands with the steps they apply at; looking (``moment(_:)``) changes
/// nothing.
///
/// ## Topics
/// - Going on: ``advance(_:)``, ``apply(_:)``, ``replay(_:to:)``
/// - Looking: ``moment(_:)``, ``measures``, ``fingerprint``
/// - Time: ``past(_:)``, ``fork(at:)``
public final class Run {
  public let experiment: Experiment
  /// The preset as it was when the run began.
  public let preset: Preset
  public internal(set) var status = RunStatus.training
  /// The steps the run is asked for; going on after its end asks for more.
  public internal(set) var target: Int
  /// Everything that was done to the run, in order, with the steps it applied at.
  public internal(set) var commands: [StampedCommand] = []
  /// The first step whose curves differ between the columns.
  public internal(set) var parted: Int?
  /// The name it is recorded under, if it is.
  public internal(set) var id: String?
  /// The first step at which a run that was executed again differed from its recording; nil where
  /// it is what was recorded.
  public internal(set) var strays: Int?
  /// Where the run is written down, if anywhere.
  public internal(set) var recorder: (any Recorder)?

  /// Measures are taken at the start and every so many steps: a matter of the step's number, so
  /// that a replay measures at the same steps. Fingerprints are kept at the same steps.
  public static let measureInterval = 100

  let threads: Int
  var columns: [RunColumn]
  var keyframes = KeyframeStore()
  /// A run that only shows another's past keeps no keyframes of its own.
  var keepsKeyframes = true
  /// Whole steps until the run pauses by itself; nil runs on.
  var stepsToPause: Int?
  /// A second run that shows the past; made when somebody first looks back.
  var replica: Run?
  /// How much of the run the recorder knows.
  var noted = (step: -1, commandCount: -1)

  /// Builds and compiles the games of a preset.
  /// - Throws: ``DesignError`` where its settings contradict each other.
  public convenience init(
    experiment: Experiment, preset: Preset, threads: Int
  ) throws(DesignError) {
    try experiment.checkSides(preset.columns.map(\.settings))
    var columns: [RunColumn] = []
    for column in preset.columns {
      columns.append(try RunColumn(experiment, column, seed: preset.seed, threads: threads))
    }
    self.init(experiment, preset, threads, columns)
    keyframes.keep(keyframe)
  }

  init(_ experiment: Experiment, _ preset: Preset, _ threads: Int, _ columns: [RunColumn]) {
    self.experiment = experiment
    self.preset = preset
    self.threads = threads
    self.columns = columns
    target = preset.steps
  }

  /// Steps trained so far; every move of one player or both counts. A column that diverged stays
  /// behind, and the run goes on while any other trains.
  public var step: Int { columns.reduce(0) { max($0, $1.session.step) } }
  public var seed: UInt64 { preset.seed }
  /// What sets each column apart; one empty title where there is one.
  public var titles: [String] { columns.map(\.title) }
  /// The settings that each column's next step will use.
  public var settings: [Settings] { columns.map(\.settings) }
  /// The newest measures of each column.
  public var measures: [[Measurement]] { columns.map(\.measures.values) }
  /// A hash of all parameter bits of each column.
  public var fingerprints: [UInt64] { columns.map(\.session.fingerprint) }
  /// The kind of kernels, and with it of bits: "avx2+fma".
  public static var kernel: String { Kernels.name }

  // MARK: Going on

  /// Applies commands at this step boundary, in order, then takes one step unless the run is
  /// paused, finished or diverged. The one function of live training and replay.
  ///
  /// - Returns: whether a step was taken, and why commands were refused.
  @discardableResult
  public func advance(_ commands: [Command]) -> (moved: Bool, refusals: [CommandError]) {
    var refusals: [CommandError] = []
    for command in commands {
      do { try apply(command) } catch { refusals.append(error) }
    }
    return (advance(), refusals)
  }

  /// One step, unless the run is paused, finished or diverged. Returns whether it moved.
  @discardableResult
  public func advance() -> Bool {
    guard status == .training else { return false }
    for column in columns { column.advance() }
    finishStep()
    return true
  }

  /// Runs a recording: each command at its step, and the steps between them, up to `lastStep`
  /// after the last command, or until nothing moves any more.
  ///
  /// - Returns: how many commands were applied; fewer than there are where the recording does
  ///   not fit the run.
  @discardableResult
  public func replay(_ recording: [StampedCommand], to lastStep: Int) -> Int {
    var applied = 0
    while true {
      if applied < recording.count, recording[applied].step == step {
        // One at a time: a command may itself move the run by a step.
        guard (try? apply(recording[applied].command)) != nil else { return applied }
        applied += 1
      } else {
        if applied == recording.count, step >= lastStep { return applied }
        guard advance() else { return applied }
      }
    }
  }

  /// Books what a step brought: where twins part, what is written down, how the run stands.
  func finishStep() {
    if hasDiverged { status = .diverged(step: step) }
    if parted == nil, columns.contains(where: { $0.session.curves != columns[0].session.curves }) {
      parted = step
    }
    if let left = stepsToPause {
      stepsToPause = left > 1 ? left - 1 : nil
      if left <= 1, status == .training { status = .paused }
    }
    if step >= target, status == .training || status == .paused {
      status = .finished
      measure()
    }
    writeDown()
    if keepsKeyframes, keyframes.wants(step) { keep(keyframe) }
  }

  /// Takes the measures now; they do not change what the next step does.
  public func measure() {
    for column in columns { column.measure() }
  }

  // MARK: Looking

  /// What a screen shows of this moment.
  public func moment(_ look: PlaneLook) -> Moment {
    Moment(
      step: step, status: status, seed: seed, steps: target, kernel: Self.kernel,
      columns: columns.map { $0.moment(look) },
      time: .init(
        live: step, commands: commands, keyframes: keyframes.frames.map(\.step), parted: parted),
      id: id)
  }

  /// The same, D's field sampled at the centres of so many cells.
  public func moment(fieldColumns: Int, fieldRows: Int) -> Moment {
    moment(PlaneLook(columns: fieldColumns, rows: fieldRows))
  }
}

/// Why a command was not applied: one sentence.
public struct CommandError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
