import Adversarial
import Notebook
import Plotting

/// A preset's script as it plays on the screen: what it said last, and what it waits for.
struct Guide: Sendable {
  var player: ScriptPlayer
  private(set) var caption = ""
  /// What came of the last prediction, and whether it was right.
  private(set) var verdict: (words: String, isRight: Bool?)?
  /// What was passed over while the person steered, until the script goes on.
  private var missed: String?
  /// What is being asked.
  private var question: Prediction?
  /// A hint, or what is wrong with an answer, in the caption's place while the question is open.
  private var advice: String?
  /// The longest caption, so that the strip's height stands still.
  private let longest: String
  private let asks: Bool

  init?(_ preset: Preset) {
    guard let script = preset.script else { return nil }
    player = ScriptPlayer(script, steps: preset.steps)
    let captions = script.cues.flatMap { cue in
      [cue.caption].compactMap { $0 } + (cue.prediction?.hints ?? [])
    }
    longest = captions.max { $0.count < $1.count } ?? ""
    asks = script.cues.contains { $0.prediction != nil }
  }

  var hasTakenOver: Bool { player.phase == .takenOver }

  mutating func say(_ text: String) {
    if player.phase == .playing { verdict = nil }
    missed = nil
    caption = text.trimmed
  }

  mutating func tell(_ text: String, isRight: Bool?) { verdict = (text, isRight) }

  mutating func recall(_ text: String) { missed = text }

  mutating func goOn() {
    missed = nil
    player.goOn()
  }

  mutating func ask(_ prediction: Prediction) { question = prediction }

  mutating func advise(_ text: String) { advice = text }

  /// A question is answered, or with nil left out.
  mutating func answer(_ answer: Prediction.Answer?) {
    (question, advice) = (nil, nil)
    if let answer { player.answer(answer) } else { player.goOn() }
  }

  // MARK: The strip

  private static let label = " guide   "

  /// Rows for the longest caption, for what came of a prediction, and no more than a few.
  func rows(columns: Int, of rows: Int) -> Int {
    let room = columns - Text.width(of: Self.label) - 1
    // What was steered past is told once, and may be longer.
    let text = missed.map { $0.count > longest.count ? $0 : longest } ?? longest
    let wanted = Text.wrapped(text, to: max(20, room)).count + (asks ? 1 : 0)
    return min(wanted, max(1, rows / 6))
  }

  /// - Parameter isStanding: whether the run is paused, wherever the script is.
  func draw(into frame: inout Frame, in rect: Rect, isStanding: Bool) {
    guard !rect.isEmpty else { return }
    var rest = rect
    frame.write(
      Line(Self.label, .accent, .bold), row: 0, in: rest.takeLeft(Text.width(of: Self.label)))
    rest = Rect(column: rest.column, row: rest.row, columns: rest.columns - 1, rows: rest.rows)
    var verdicts =
      verdict.map { verdict in
        Text.wrapped(verdict.words, to: max(1, rest.columns))
          .map { verdict.isRight == true ? Line($0, .good) : Line($0, .normal, .bold) }
      } ?? []
    if let question {
      verdicts = question.lines(of: max(1, rest.columns), columns: frame.columns)
        .map { Line($0, .accent, .bold) }
    }
    let words = Text.wrapped(advice ?? missed ?? caption, to: max(1, rest.columns)).map { Line($0) }
    var lines = verdicts + words
    if lines.count > rest.rows {
      lines = Array(lines.prefix(rest.rows))
      lines[rest.rows - 1] = (lines[rest.rows - 1] + Line(" …")).clipped(to: rest.columns)
    }
    let hint = hint(isStanding: isStanding)
    if hint.width > 0 {
      // What to press stands behind the last words, on a row of its own where there is one.
      let last = max(0, lines.count - 1)
      let fits = (lines.last?.width ?? 0) + hint.width + 3 <= rest.columns
      if fits, !lines.isEmpty {
        lines[last] += Line("   ") + hint
      } else if lines.count < rest.rows {
        lines.append(hint)
      } else {
        lines[last] = lines[last].clipped(to: rest.columns - hint.width - 3) + Line("   ") + hint
      }
    }
    frame.write(lines, in: rest)
  }

  private func hint(isStanding: Bool) -> Line {
    func hint(_ key: String, _ words: String) -> Line {
      Line(key, .accent, .bold) + Line(" \(words)", .faint)
    }
    switch player.phase {
    case .waiting: return hint("space", "continue")
    case .takenOver: return Line("The guide is paused.  ", .faint) + hint("h", "resume the lesson")
    case .ended:
      return Line("The lesson is over; the run is yours.  ", .faint) + hint("space", "train on")
    case .playing: return isStanding ? hint("space", "continue") : Line()
    case .asking: return Line()
    }
  }
}
