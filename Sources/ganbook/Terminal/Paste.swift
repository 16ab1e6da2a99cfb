/// A text from a clipboard, as terminals bracket it (xterm's mode 2004): the keys of a pasted text
/// would otherwise each do something.
package struct Paste {
  /// What the terminal sends around it.
  package static let opening = "\u{1B}[200~"
  package static let closing = "\u{1B}[201~"

  /// What became of a character.
  package enum Outcome: Equatable {
    /// It was typed, not pasted.
    case notPasting
    case goesOn
    /// The text is complete.
    case ended(String)
  }

  private var text: String.UnicodeScalarView?

  /// What comes after so many characters is dropped.
  private static let limit = 100_000

  package init() {}

  package var isOpen: Bool { text != nil }

  package mutating func begin() { text = String.UnicodeScalarView() }

  /// The text, or nil where none began.
  package mutating func end() -> String? {
    defer { text = nil }
    return text.map { String($0) }
  }

  /// Takes a character in, if a paste is on. Escape ends it as well: should a terminal lose the
  /// closing bracket, the keyboard is not lost with it.
  package mutating func take(character code: UInt32) -> Outcome {
    guard let count = text?.count else { return .notPasting }
    if code == 27 { return end().map { .ended($0) } ?? .notPasting }
    let scalar = Unicode.Scalar(code == 13 ? 10 : code)
    if let scalar, count < Self.limit { text?.append(scalar) }
    return .goesOn
  }
}
