public import Experiments

/// The thread that drives a run at its own pace. Only values cross: commands go in by a mailbox,
/// moments come out by a slot that keeps the newest.
public final class Trainer: Sendable {
  /// What comes out.
  public enum Report: Sendable {
    case moment(Moment)
    /// A command was refused, in one sentence.
    case refused(CommandError)
    /// The preset's settings describe no game.
    case failed(String)
  }

  /// Starts a thread that builds the run and trains it.
  public init(experiment: Experiment, preset: Preset, threads: Int) {}

  /// Hands in a command; it applies at the next step boundary.
  public func send(_ command: Command) {}

  /// Asks for a moment with D's field at so many cells; it comes after the step in progress.
  public func look(fieldColumns: Int, fieldRows: Int) {}

  /// What has come out since the last time: refusals and failures in order, and the newest moment.
  public func reports() -> [Report] { [] }

  /// Ends the thread and returns when it has ended.
  public func stop() {}
}
