/// An answer of the terminal that nobody waits for any more: its characters are no keys.
package struct LateAnswer: Sendable {
  /// Whether it is the answer about a colour, and not the one about the terminal's kind.
  let isCommand: Bool
  private var count = 0

  /// Longer than any answer: whatever it is, the keyboard is not lost with it.
  private static let limit = 64

  package init(isCommand: Bool) { self.isCommand = isCommand }

  /// Takes the next character in; returns whether it was the last.
  package mutating func take(character code: UInt32) -> Bool {
    count += 1
    if count >= Self.limit { return true }
    // A bell or the backslash of ESC \\ ends a command, a letter a control sequence.
    return isCommand ? code == 7 || code == 0x5C : (0x40...0x7E).contains(code)
  }
}
