package import Plotting

/// What a terminal answers when it is asked for the colour of its ground (xterm's control
/// sequence 11).
///
/// Right behind that the terminal is asked for its kind, which every one answers: when that has
/// come, no answer to the first question will.
package struct BackgroundQuery: Sendable {
  /// What to write to the terminal.
  package static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

  /// The theme that suits the ground, where the terminal told.
  package private(set) var base: Theme.Base?
  /// Whether all answers are there.
  package private(set) var isComplete = false
  /// What a person typed meanwhile; keys of more than one byte are lost.
  package private(set) var typed: [UInt8] = []

  /// The bytes of a sequence that has not ended yet.
  package private(set) var unfinished: [UInt8] = []
  private var hasGround = false

  /// The answers that are still to come.
  package var outstanding: [AnswerWatch.Answer] {
    isComplete ? [] : hasGround ? [.kind] : [.ground, .kind]
  }

  private enum State {
    case text, escape, command, control
  }
  private var state = State.text
  private var text = ""

  package init() {}

  /// Takes the next byte in.
  package mutating func take(_ byte: UInt8) {
    if state == .text, byte != 27 { return typed.append(byte) }
    if unfinished.count < 100 { unfinished.append(byte) }
    parse(byte)
    if state == .text { unfinished = [] }
  }

  private mutating func parse(_ byte: UInt8) {
    let character = Character(Unicode.Scalar(byte))
    switch state {
    case .text: state = .escape
    case .escape: begin(character, byte)
    case .command:
      if byte == 7 || byte == 27 {
        base = Self.base(of: text) ?? base
        if text.hasPrefix("11;") { hasGround = true }
        // Behind an escape comes one backslash more.
        state = byte == 27 ? .escape : .text
      } else {
        append(character)
      }
    case .control:
      append(character)
      guard (0x40...0x7E).contains(byte) else { return }
      state = .text
      if text.hasPrefix("?"), character == "c" { isComplete = true }
    }
  }

  private mutating func begin(_ character: Character, _ byte: UInt8) {
    text = ""
    unfinished = [27, byte]
    switch character {
    case "]": state = .command
    case "[": state = .control
    case "\\": state = .text
    default:
      typed += [27, byte]
      state = .text
    }
  }

  private mutating func append(_ character: Character) {
    if text.count < 100 { text.append(character) }
  }

  /// "11;rgb:ffff/ffff/dddd", each channel in one to four hexadecimal digits.
  static func base(of answer: String) -> Theme.Base? {
    guard let colour = answer.firstMatch(of: /^11;rgba?:([0-9a-fA-F\/]+)$/)?.1 else { return nil }
    let channels = colour.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
      .map { digits -> Double? in
        guard (1...4).contains(digits.count), let value = Int(digits, radix: 16) else { return nil }
        return Double(value) / Double((1 << (4 * digits.count)) - 1)
      }
    guard channels.count == 3, let red = channels[0], let green = channels[1],
      let blue = channels[2]
    else { return nil }
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? .light : .dark
  }

  /// What some terminals say in `COLORFGBG`: "15;0", the last number the ground's among sixteen.
  package static func base(ofVariable value: String?) -> Theme.Base? {
    guard let last = value?.split(separator: ";").last, let number = Int(last) else { return nil }
    return (0..<7).contains(number) || number == 8 ? .dark : number < 16 ? .light : nil
  }
}
