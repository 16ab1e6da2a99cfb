public import Adversarial
private import Foundation

/// How numbers and foreign texts are put into sentences.
public enum Wording {
  /// A number as a person writes it, to the last bit: "3", "0.5", "1e-6".
  public static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e9 { return String(Int(value)) }
    return String(describing: value)
      .replacingOccurrences(of: "e-0", with: "e-")
      .replacingOccurrences(of: "e+0", with: "e")
      .replacingOccurrences(of: "e+", with: "e")
      .replacingOccurrences(of: ".0e", with: "e")
  }

  /// A number with so many digits after the point.
  public static func fixed(_ value: Double, places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  /// A whole number in groups of three: "25 000".
  public static func count(_ value: Int) -> String {
    var groups: [Substring] = []
    var digits = Substring(String(value.magnitude))
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: " ")
  }

  /// A text from outside in quotes: on one line, without control characters, not too long.
  public static func quoted(_ text: String) -> String {
    let clean = line(text)
    return clean.count > 40 ? "'\(clean.prefix(39))…'" : "'\(clean)'"
  }

  /// A text from outside on one line: control characters can't reach the terminal.
  public static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  /// A text from outside in lines of its own: nothing in it can move a cursor, change what a
  /// terminal does, or turn the order of its characters round; what could is shown as a mark.
  public static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) && !isBreak($0) }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { isControl($0) && !isBreak($0) ? "\u{FFFD}" : $0 }))
  }

  /// Whether a text is one line without control characters.
  static func isLine(_ text: String) -> Bool { !text.unicodeScalars.contains(where: isControl) }

  /// Whether a text is lines without other control characters.
  static func isText(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control || isBreak($0) || $0 == "\r"
    }
  }

  /// A text that a recording takes: what ``isText(_:)`` does not let through is shown as a mark.
  static func recorded(_ text: String) -> String {
    isText(text)
      ? text
      : String(
        String.UnicodeScalarView(text.unicodeScalars.map { isText(String($0)) ? $0 : "\u{FFFD}" }))
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\t" }

  /// A text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A paragraph in lines of at most so many characters, broken between words.
  public static func wrapped(_ paragraph: String, columns: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in words(of: paragraph) {
      if !line.isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// What a line may end with; the groups of a number, "25 000", stay together.
  private static func words(of paragraph: String) -> [String] {
    paragraph.split(whereSeparator: \.isWhitespace).reduce(into: []) { words, word in
      let isGroup = word.prefix { $0.isASCII && $0.isNumber }.count == 3
      if isGroup, let last = words.last?.last, last.isASCII, last.isNumber {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
    }
  }

  /// Whether a character may move a cursor or change what a terminal does.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069) ~= scalar.value
    default: false
    }
  }

  /// A setting as it stands in a preset.
  public static func setting(_ setting: Setting) -> String {
    switch setting {
    case .number(let value): number(value)
    case .choice(let name): name
    }
  }
}
