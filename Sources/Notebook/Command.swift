public import Adversarial

/// Everything a person may do to a run. A run is its seed, its preset and its commands: each is
/// stamped with the step at which it applies and written down before it is applied.
public enum Command: Sendable, Equatable {
  /// Turns a hyperparameter; a structural one retraces before the next step.
  case set(name: String, setting: Setting)
  case pause
  case resume
  /// Trains so many whole steps, then pauses.
  case advance(steps: Int)
  /// One update of one player alone, then pauses.
  case stepPlayer(Player)
  /// Starts again from step 0 with this seed and the settings as they stand.
  case restart(seed: UInt64)

  /// A player of a two-player game.
  public typealias Player = Adversarial.Player
}

/// A command and the step before which it applies.
public struct StampedCommand: Sendable, Equatable {
  public let step: Int
  public let command: Command
  public init(step: Int, command: Command) {
    self.step = step
    self.command = command
  }
}
