public import Adversarial
public import Experiments

/// One run: its seed, its preset and its commands. Live training and replay are this one class,
/// fed from the mailbox or from a recording.
///
/// Born and dead on one thread. Everything that reaches a number is the preset, the seed and the
/// commands with the steps they apply at; looking (``moment(fieldColumns:fieldRows:)``) changes
/// nothing.
public final class Run {
  public let experiment: Experiment
  /// The preset as it was when the run began.
  public let preset: Preset

  /// Builds and compiles the game of a preset.
  /// - Throws: ``DesignError`` where its settings contradict each other.
  public init(experiment: Experiment, preset: Preset, threads: Int) throws(DesignError) {
    self.experiment = experiment
    self.preset = preset
  }

  /// Steps trained so far; every move of one player or both counts.
  public var step: Int { 0 }
  public var status: RunStatus { .paused }

  /// Applies a command at this step boundary.
  /// - Throws: ``CommandError`` where it can't be done; nothing has changed then.
  public func apply(_ command: Command) throws(CommandError) {}

  /// One step, unless the run is paused, finished or diverged. Returns whether it moved.
  @discardableResult public func advance() -> Bool { false }

  /// What a screen shows of this moment; D's field is sampled at the centres of so many cells.
  public func moment(fieldColumns: Int, fieldRows: Int) -> Moment {
    preconditionFailure("not built yet")
  }
}

/// Why a command was not applied: one sentence.
public struct CommandError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
