/// How much may go out at once on a slow line, so that the answer to a key does not wait behind a
/// picture.
///
/// Where writing has had to wait, the line is slow: from then on a picture goes out in pieces,
/// and behind each the terminal is asked whether it is well (ECMA-48's device status report). Its
/// answer says that the piece has arrived; pieces grow while that takes little longer than the
/// quickest answer did, and shrink where it takes longer. Once they are as large as a picture the
/// line is no longer slow. A terminal that never answers is not asked again.
package struct LineGauge: Sendable, Equatable {
  /// What to write to the terminal behind a piece.
  package static let question = "\u{1B}[5n"
  /// What it answers.
  package static let answer = "\u{1B}[0n"

  /// Writing that waits for longer than this has met a slow line.
  package static let patience = 0.12
  /// What a piece may take beyond the way there and back, in seconds.
  package static let target = 0.03
  /// No answer for so many seconds is none.
  package static let limit = 15.0
  /// Bytes of a piece: a few cells at least, at most a picture.
  static let pieces = 60.0...20_000

  package private(set) var isSlow = false
  /// When the question that has no answer yet was asked.
  package private(set) var askedAt: Double?
  private var piece = 0.0
  private var quickest = Double.infinity
  private var isDeaf = false

  package init() {}

  /// Writing a picture took so many seconds.
  package mutating func noteWrite(_ seconds: Double) {
    guard !isSlow, !isDeaf, seconds > Self.patience else { return }
    isSlow = true
    piece = Self.pieces.lowerBound
    quickest = .infinity
  }

  /// The bytes that may go out now.
  package mutating func room(at now: Double) -> Int {
    if now > deadline { giveUp() }
    guard isSlow else { return .max }
    return askedAt == nil ? Int(piece) : 0
  }

  /// When an answer would come too late; infinity where none is awaited.
  package var deadline: Double { askedAt.map { $0 + Self.limit } ?? .infinity }

  /// The terminal can't be asked, or does not answer.
  package mutating func giveUp() {
    self = LineGauge()
    isDeaf = true
  }

  /// The question was sent behind a piece.
  package mutating func noteQuestion(at now: Double) { askedAt = now }

  /// The answer has come.
  package mutating func noteAnswer(at now: Double) {
    guard let asked = askedAt else { return }
    askedAt = nil
    let taken = now - asked
    quickest = min(quickest, taken)
    let extra = taken - quickest
    piece *= extra < Self.target / 2 ? 1.5 : extra < Self.target ? 1 : Self.target / extra
    piece = max(piece, Self.pieces.lowerBound)
    if piece > Self.pieces.upperBound { isSlow = false }
  }
}
