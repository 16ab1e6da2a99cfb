public import Adversarial

/// Everything a person may do to a run. A run is its seed, its preset and its commands: each is
/// stamped with the step at which it applies and written down before it is applied.
public enum Command: Sendable, Equatable {
  /// Turns a hyperparameter of one column, or of all where it is nil; a structural one retraces
  /// before the next step.
  case set(name: String, setting: Setting, column: Int? = nil)
  case pause
  case resume
  /// Trains so many whole steps, then pauses.
  case advance(steps: Int)
  /// One update of one player alone, then pauses.
  case stepPlayer(Player)
  /// Adds a column that starts as a copy of one: a twin, until a knob is turned.
  case twin(of: Int)
  /// A place to come back to; changes no number. It speaks of the step it applies at, or of an
  /// earlier one that the person looks back at.
  case mark(at: Int? = nil)
  /// What the person saw, there or at an earlier step; changes no number.
  case note(String, at: Int? = nil)
  /// What the person answered to a question of the script, as it was typed; changes no number. Nil
  /// where it will show.
  case answer(String, to: String, isRight: Bool?)

  /// Whether the command can change what the next step computes.
  public var isTweak: Bool {
    switch self {
    case .set, .stepPlayer, .twin: true
    case .pause, .resume, .advance, .mark, .note, .answer: false
    }
  }

  /// What the command says to whoever reads the run: empty for a mark, nil where it says nothing.
  public var remark: String? {
    switch self {
    case .mark: return ""
    case .note(let text, _): return text
    case .answer(let text, let question, let isRight):
      let verdict = isRight.map { $0 ? " (right)" : " (not so)" } ?? ""
      return "\(text)\(verdict): \(question)"
    case .set, .pause, .resume, .advance, .stepPlayer, .twin: return nil
    }
  }
}

/// A command and the step before which it applies.
public struct StampedCommand: Sendable, Equatable {
  public let step: Int
  public let command: Command
  public init(step: Int, command: Command) {
    self.step = step
    self.command = command
  }

  /// The step that it is about: of a mark or a note, the one that the person looked at.
  public var subject: Int {
    switch command {
    case .mark(let past), .note(_, let past): past ?? step
    case .set, .pause, .resume, .advance, .stepPlayer, .twin, .answer: step
    }
  }
}

extension Command {
  /// The same with texts that a recording takes, so that what was done and what is read back are
  /// equal.
  var recordable: Command {
    switch self {
    case .note(let text, let past): .note(Wording.recorded(text), at: past)
    case .answer(let text, let question, let isRight):
      .answer(Wording.recorded(text), to: Wording.recorded(question), isRight: isRight)
    case .set, .advance, .pause, .resume, .stepPlayer, .twin, .mark: self
    }
  }
}
