public import Adversarial

/// What a line of the plain notebook asks for: the same things that keys do on the screen.
public enum PlainLine: Sendable, Equatable {
  /// An empty line: the status, or whatever the script waits for.
  case enter
  /// A number alone: a line of the menu, or an answer.
  case number(Double)
  case menu
  case help
  case quit
  /// Starts a preset by its name or by a line.
  case start(String)
  /// The knobs and what they stand at, or one of them with its explanation.
  case knobs(String?)
  case status
  /// A status line every so many steps.
  case every(Int)
  case command(Command)
  /// Turns a knob, of one side or of all; the text is read when the knobs are known.
  case set(name: String, value: String, side: Int?)
  /// The modes of the data, numbered.
  case modes
  /// Changes the data's modes, of all sides.
  case edit(ModeEdit)
  /// Looks back at a step.
  case back(Int)
  /// Looks at the newest step again.
  case live
  case fork
  case save(String)
  /// The script goes on after a person's turn.
  case guide

  /// The lines and what they do, for `help`.
  public static let manual: [(line: String, meaning: String)] = [
    ("menu", "the presets, numbered; a number starts one"),
    ("start NAME", "start a preset by its name, or 'NAME?seed=7&unrollSteps=5'"),
    ("go", "train on"),
    ("pause", "stop training"),
    ("step 10", "train ten steps, then pause"),
    ("d, g", "one step of the discriminator, or of the generator, alone"),
    ("set KNOB VALUE", "turn a knob; 'set b.KNOB VALUE' for the second side of a twin"),
    ("knobs, knobs KNOB", "what the knobs stand at; what one of them does"),
    ("modes", "the modes of the data, numbered"),
    ("add 0 1 .1 2", "add a mode at (0, 1), of deviation .1 and weight 2 where you say so"),
    ("move 3 1 0", "move mode 3 to (1, 0)"),
    ("weigh 3 2", "let mode 3 weigh twice as much as a mode of weight 1"),
    ("spread 3 .1", "set the deviation of mode 3"),
    ("remove 3", "take mode 3 out of the data"),
    ("status", "where the run is; 'every 500' says it every 500 steps"),
    ("back 1200", "look back at step 1200; 'live' looks at the newest again"),
    ("fork", "go on from the step in view as a run of its own"),
    ("twin", "add a side that is a copy of the first"),
    ("mark", "mark this step"),
    ("note TEXT", "write down what you saw"),
    ("save NAME", "save the knobs as a preset"),
    ("guide", "let the preset's script go on after your turn"),
    ("quit", "end"),
  ]

  private static let words = [
    "menu", "start", "go", "pause", "step", "d", "g", "set", "knobs", "modes", "add", "move",
    "weigh", "spread", "remove", "status", "every", "back", "live", "fork", "twin", "mark", "note",
    "save", "guide", "help", "quit",
  ]
  private static let longest = 2_000

  /// Reads a line.
  /// - Throws: ``CommandError`` with one sentence that says what would do.
  public init(_ text: String) throws(CommandError) {
    guard text.utf8.count <= Self.longest else {
      throw CommandError("a line has at most \(Wording.count(Self.longest)) characters")
    }
    let line = Wording.trimmed(text)
    let word = line.prefix { !$0.isWhitespace }.lowercased()
    let rest = Wording.trimmed(String(line.dropFirst(word.count)))
    if let line = try Self.plain(word, rest) {
      self = line
    } else if let line = try Self.withText(word, rest) {
      self = line
    } else if let number = Double(line), number.isFinite {
      self = .number(number)
    } else {
      throw CommandError(
        "there is no line \(Wording.quoted(word))"
          + NearestName.hint(word, among: Self.words, list: "'help' lists them; the words are"))
    }
  }

  /// Words that stand alone.
  private static func plain(_ word: String, _ rest: String) throws(CommandError) -> PlainLine? {
    let alone: [String: PlainLine] = [
      "": .enter, "menu": .menu, "help": .help, "?": .help, "quit": .quit, "q": .quit,
      "exit": .quit, "go": .command(.resume), "pause": .command(.pause),
      "d": .command(.stepPlayer(.discriminator)), "g": .command(.stepPlayer(.generator)),
      "status": .status, "live": .live, "fork": .fork, "twin": .command(.twin(of: 0)),
      "mark": .command(.mark()), "guide": .guide, "modes": .modes,
    ]
    guard let line = alone[word] else { return nil }
    guard rest.isEmpty else {
      throw CommandError("'\(word)' stands alone, without \(Wording.quoted(rest))")
    }
    return line
  }

  /// Words with something after them.
  private static func withText(_ word: String, _ rest: String) throws(CommandError) -> PlainLine? {
    switch word {
    case "start": return .start(try needed(rest, "start NAME"))
    case "knobs": return .knobs(rest.isEmpty ? nil : rest)
    case "note": return .command(.note(try needed(rest, "note TEXT")))
    case "save": return .save(try needed(rest, "save NAME"))
    case "step", "n":
      return .command(.advance(steps: try whole(rest.isEmpty ? "1" : rest, "step", from: 1)))
    case "every": return .every(try whole(rest, "every", from: 1))
    case "back": return .back(try whole(rest, "back", from: 0))
    case "set": return try set(rest)
    case "add", "move", "weigh", "spread", "remove": return .edit(try ModeEdit(word, rest))
    default: return nil
    }
  }

  private static func needed(_ text: String, _ form: String) throws(CommandError) -> String {
    guard !text.isEmpty else { throw CommandError("the line is '\(form)'") }
    return text
  }

  private static func whole(
    _ text: String, _ word: String, from least: Int
  ) throws(CommandError) -> Int {
    guard let number = WholeNumber.value(text).flatMap(Int.init(exactly:)), number >= least,
      number <= Preset.mostSteps
    else {
      throw CommandError(
        "'\(word)' wants a number of steps, not \(Wording.quoted(text))"
          + WholeNumber.hint(text))
    }
    return number
  }

  /// `unrollSteps 5`, `unrollSteps=5`, `b.unrollSteps 5`.
  private static func set(_ text: String) throws(CommandError) -> PlainLine {
    let parts = text.split(maxSplits: 1, whereSeparator: { $0.isWhitespace || $0 == "=" })
    guard parts.count == 2 else { throw CommandError("the line is 'set KNOB VALUE'") }
    let value = Wording.trimmed(String(parts[1].drop { $0 == "=" || $0.isWhitespace }))
    let names = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard names.count == 2 else {
      return .set(name: String(names[0]), value: value, side: nil)
    }
    guard let side = PresetLine.side(names[0]) else {
      throw CommandError(
        "there is no side \(Wording.quoted(String(names[0]))); a run's sides are a, b, c and d")
    }
    return .set(name: String(names[1]), value: value, side: side)
  }
}
