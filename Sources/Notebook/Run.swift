public import Adversarial
public import Experiments

/// One run: its seed, its preset and its commands. Live training and replay are this one class,
/// fed from the mailbox or from a recording: both call ``advance(_:)`` and nothing else.
///
/// Born and dead on one thread. Everything that reaches a number is the preset, the seed and the
/// commands with the steps they apply at; looking (``moment(fieldColumns:fieldRows:)``) changes
/// nothing.
public final class Run {
  public let experiment: Experiment
  /// The preset as it was when the run began.
  public let preset: Preset
  /// The settings that the next step will use.
  public internal(set) var settings: Settings
  public internal(set) var status = RunStatus.training
  /// The steps the run is asked for; going on after its end asks for more.
  public internal(set) var target: Int
  /// Everything that was done to the run, in order, with the steps it applied at.
  public internal(set) var commands: [StampedCommand] = []
  /// The curves and, after them, the measures: each record holds the newest measures there were.
  public internal(set) var history: History
  /// The newest measures, and the step they were taken at.
  public internal(set) var measures: (step: Int, values: [Measurement])

  /// Measures are taken at the start and every so many steps: a matter of the step's number, so
  /// that a replay measures at the same steps.
  public static let measureInterval = 100

  let threads: Int
  var session: Session
  /// Whole steps until the run pauses by itself; nil runs on.
  var stepsToPause: Int?

  /// Builds and compiles the game of a preset.
  /// - Throws: ``DesignError`` where its settings contradict each other.
  public init(experiment: Experiment, preset: Preset, threads: Int) throws(DesignError) {
    self.experiment = experiment
    self.preset = preset
    self.threads = threads
    settings = preset.settings
    target = preset.steps
    session = Session(
      design: try experiment.design(preset.settings), settings: preset.settings,
      seed: preset.seed, threads: threads)
    let values = session.measurements()
    measures = (session.step, values)
    history = Self.emptyHistory(session, values)
  }

  /// Steps trained so far; every move of one player or both counts.
  public var step: Int { session.step }
  public var seed: UInt64 { session.seed }
  /// What ``history``'s first series are; the measures come after them.
  public var curves: [Curve] { session.curveList }
  /// A hash of all parameter bits.
  public var fingerprint: UInt64 { session.fingerprint }
  /// The kind of kernels, and with it of bits: "avx2+fma".
  public static var kernel: String { Session.kernel }

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
    session.advance()
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
        // One at a time: a command may itself move the run, by a step or back to the start.
        guard (try? apply(recording[applied].command)) != nil else { return applied }
        applied += 1
      } else {
        if applied == recording.count, step >= lastStep { return applied }
        guard advance() else { return applied }
      }
    }
  }

  /// Books what a step brought: the curves, the measures when they are due, how the run stands.
  func finishStep() {
    guard session.isFinite else {
      status = .diverged(step: step)
      return
    }
    if step.isMultiple(of: Self.measureInterval) { measure() }
    record()
    if let left = stepsToPause {
      stepsToPause = left > 1 ? left - 1 : nil
      if left <= 1 { status = .paused }
    }
    if step >= target { status = .finished }
  }

  /// Takes the measures now; they do not change what the next step does.
  public func measure() {
    if measures.step != step { measureAnew() }
  }

  /// Another data set or game may have other measures: its curves begin anew.
  func measureAnew() {
    measures = (step, session.measurements())
    let count = session.curveList.count + measures.values.count
    if history.series.count != count { history = History(series: count) }
  }

  // MARK: Looking

  /// What a screen shows of this moment; D's field is sampled at the centres of so many cells.
  public func moment(fieldColumns: Int, fieldRows: Int) -> Moment {
    let snapshot = Snapshot(
      step: step, curves: session.curves, measures: measures.values,
      picture: session.picture(fieldColumns: fieldColumns, fieldRows: fieldRows), status: status)
    return Moment(
      snapshot: snapshot, curves: curves, settings: settings, seed: seed, steps: target,
      history: history, kernel: Self.kernel)
  }

  private func record() {
    history.record(step: step, session.curves + measures.values.map { Float($0.value) })
  }

  static func emptyHistory(_ session: Session, _ measures: [Measurement]) -> History {
    History(series: session.curveList.count + measures.count)
  }
}

/// Why a command was not applied: one sentence.
public struct CommandError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
