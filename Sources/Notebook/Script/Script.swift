public import Adversarial

/// What a preset shows and asks while it trains: cues at steps, in order. A guided demonstration.
public struct Script: Sendable, Equatable {
  public var cues: [Cue]

  public init(_ cues: [Cue]) { self.cues = cues }

  /// What happens when training has come to a step: what it says, then what it does, then what it
  /// asks; training goes on when it has been answered.
  public struct Cue: Sendable, Equatable {
    /// Steps trained before.
    public var at: Int
    /// A caption; it stays until the next.
    public var caption: String?
    public var view: View?
    public var tweaks: [Tweak] = []
    /// The side of a twin that the tweaks and the prediction are about; nil for all, and for the
    /// first side's measures.
    public var side: Int?
    public var marks = false
    public var note: String?
    public var prediction: Prediction?
    /// Whether training waits for a key.
    public var waits = false

    public init(at step: Int) { at = step }
  }

  /// A knob and its new value.
  public struct Tweak: Sendable, Equatable {
    public var name: String
    public var setting: Setting
    public init(_ name: String, _ setting: Setting) {
      self.name = name
      self.setting = setting
    }
  }

  /// How the plane shows its points, by the name in a preset.
  public enum View: String, Sendable, CaseIterable {
    case overlay, costs, split, generated, density, field, optimum, difference
  }

  /// The commands of a cue's tweaks, mark and note.
  static func commands(of cue: Cue) -> [Command] {
    cue.tweaks.map { .set(name: $0.name, setting: $0.setting, column: cue.side) }
      + (cue.marks ? [.mark()] : []) + (cue.note.map { [.note($0)] } ?? [])
  }
}

/// What a player of a script wants done next.
public enum ScriptAction: Sendable, Equatable {
  /// Shows a caption.
  case say(String)
  case show(Script.View)
  /// Sends a command to the run.
  case send(Command)
  /// Says that a key goes on; then ``ScriptPlayer/goOn()``.
  case wait
  /// Asks; then ``ScriptPlayer/answer(_:)``.
  case ask(Prediction)
  /// Says what has come of a prediction; nil where nobody answered.
  case compare(Prediction, answer: Prediction.Answer?)
  /// Tells what was passed over while the person steered; then ``ScriptPlayer/goOn()``.
  case recall(Missed)
  /// The script is over; the run goes on without it.
  case end

  /// The captions and turns that a person steered past, each with its step. The turns are not made:
  /// a turn belongs to its own step.
  public struct Missed: Sendable, Equatable {
    public var captions: [Caption] = []
    public var turns: [StampedCommand] = []

    public init() {}

    public var isEmpty: Bool { captions.isEmpty && turns.isEmpty }

    /// What the lesson would have said, and at which step.
    public struct Caption: Sendable, Equatable {
      public let step: Int
      public let text: String

      public init(step: Int, text: String) {
        self.step = step
        self.text = text
      }
    }
  }
}
