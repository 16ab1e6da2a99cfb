/// Tells the terminal's answers from keys, in whatever pieces they come.
///
/// A line may hold any byte up, and an escape with a pause behind it looks like the key. So while
/// an answer is outstanding an escape waits for what follows: the rest of the answer, however
/// slowly it comes, or something else, or half a second of silence; then it was the key.
package struct AnswerWatch: Sendable {
  /// An answer that the terminal can be asked for.
  package enum Answer: Sendable, CaseIterable {
    /// The colour of its ground: `ESC ] 11 ; … ` and a bell, or `ESC \`.
    case ground
    /// Its kind: `ESC [ ? … c`.
    case kind
    /// That it has taken in what it was sent.
    case arrival

    /// How it begins: behind that no key is meant.
    package var opening: String {
      switch self {
      case .ground: "\u{1B}]11;"
      case .kind: "\u{1B}[?"
      case .arrival: LineGauge.answer
      }
    }

    fileprivate var codes: [UInt32] { opening.unicodeScalars.map(\.value) }
  }

  /// Seconds of silence after which an escape alone was the key.
  package static let escapeWait = 0.5
  /// The same where the terminal has begun to answer: the rest is on its way.
  package static let longWait = 1.5
  /// Seconds of silence after which nothing more of an answer comes.
  package static let patience = 5.0
  /// Seconds without a byte of it after which an answer is not outstanding any more.
  package static let limit = 10.0
  /// Silence behind which a character that no answer holds is a key.
  private static let pause = 0.75
  /// Longer than any answer: whatever it is, the keyboard is not lost with it.
  private static let mostCharacters = 64

  private var outstanding: [Answer] = []
  private var lastByte = 0.0
  /// What has come of an opening.
  private var seen: [UInt32] = []
  /// What of it are keys if it is none; an escape that was given out is not among them.
  private var held: [UInt32] = []
  /// The answer whose opening is complete.
  private var inside: Answer?
  private var count = 0
  private var hasBegun = false

  package init() {}

  /// An answer was asked for.
  package mutating func expect(_ answers: [Answer], at seconds: Double) {
    let new = answers.filter { !outstanding.contains($0) }
    outstanding += new
    // What is held back has a time of its own.
    if !new.isEmpty, held.isEmpty { lastByte = max(lastByte, seconds) }
  }

  /// An answer has come, or is given up.
  package mutating func forget(_ answer: Answer) { outstanding.removeAll { $0 == answer } }

  /// Its opening has come in one piece.
  package mutating func begin(_ answer: Answer, at seconds: Double) {
    (inside, count, lastByte) = (answer, 0, seconds)
    (seen, hasBegun) = ([], true)
  }

  /// Whether characters belong to an answer until it ends.
  package var isInside: Bool { inside != nil }

  /// What a character turned out to be.
  package struct Outcome: Equatable {
    /// Characters that are keys, those held back before it among them.
    package var keys: [UInt32] = []
    /// The terminal has taken in what it was sent.
    package var hasArrived = false
  }

  /// Takes the next character in.
  package mutating func take(_ code: UInt32, at seconds: Double) -> Outcome {
    let silence = seconds - lastByte
    if let answer = inside {
      if !isOver(answer, code, after: silence) {
        lastByte = seconds
        return continued(answer, with: code, at: seconds)
      }
      (inside, seen) = (nil, [])
    }
    if silence > Self.limit { outstanding.removeAll { $0 != .arrival } }
    return opened(by: code, at: seconds)
  }

  // MARK: Inside an answer

  private func isOver(_ answer: Answer, _ code: UInt32, after silence: Double) -> Bool {
    silence > Self.patience || silence > Self.pause && !Self.canHold(answer, code)
  }

  /// Digits of a colour and what is between them; digits of a kind.
  private static func canHold(_ answer: Answer, _ code: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(code) else { return false }
    let letters = answer == .ground ? "0123456789abcdefABCDEFrg:/#\u{7}\u{1B}\\" : "0123456789;c"
    return letters.unicodeScalars.contains(scalar)
  }

  private mutating func continued(
    _ answer: Answer, with code: UInt32, at seconds: Double
  ) -> Outcome {
    count += 1
    let isBehindEscape = !seen.isEmpty
    seen = []
    if isBehindEscape, code != 0x5C {
      // Another sequence: this one has ended without its end.
      end(answer)
      (seen, held) = ([27], [])
      return opened(by: code, at: seconds)
    }
    if answer == .ground, code == 27 { seen = [27] }
    let isEnd = answer == .ground ? code == 7 || code == 0x5C : (0x40...0x7E).contains(code)
    if isEnd || count >= Self.mostCharacters { end(answer) }
    return Outcome()
  }

  /// Behind the answer about its kind a terminal has none about its ground.
  private mutating func end(_ answer: Answer) {
    (inside, seen) = (nil, [])
    forget(answer)
    if answer == .kind { forget(.ground) }
  }

  // MARK: Before one

  private mutating func opened(by code: UInt32, at seconds: Double) -> Outcome {
    if seen.isEmpty {
      guard code == 27, !outstanding.isEmpty else { return Outcome(keys: [code]) }
    }
    let longer = seen + [code]
    guard let answer = outstanding.first(where: { $0.codes.starts(with: longer) }) else {
      let keys = release()
      guard code == 27, longer.count > 1 else { return Outcome(keys: keys + [code]) }
      // Another escape, which waits in its turn.
      return Outcome(keys: keys + opened(by: code, at: seconds).keys)
    }
    lastByte = seconds
    guard longer.count == answer.codes.count else {
      seen = longer
      held.append(code)
      return Outcome()
    }
    (seen, held) = ([], [])
    guard answer == .arrival else {
      begin(answer, at: seconds)
      return Outcome()
    }
    forget(.arrival)
    return Outcome(hasArrived: true)
  }

  /// Gives out what is held back: something else has come.
  package mutating func release() -> [UInt32] {
    defer { (seen, held) = inside == nil ? ([], []) : (seen, []) }
    return held
  }

  // MARK: Time

  /// When what is held back counts as keys; infinity where nothing is.
  package var deadline: Double {
    guard !held.isEmpty else { return .infinity }
    guard held == [27] else { return lastByte + Self.patience }
    return lastByte + (hasBegun ? Self.longWait : Self.escapeWait)
  }

  /// The keys that what is held back turned out to be, because nothing more came.
  ///
  /// Behind an escape the rest of an answer is still none.
  package mutating func expire(at seconds: Double) -> [UInt32] {
    guard seconds >= deadline else { return [] }
    let isEscape = held == [27]
    let keys = release()
    if isEscape { seen = [27] }
    return keys
  }
}
