/// A value to write as JSON, its keys in the order given. ``JSONReader`` reads it.
public enum JSON: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case unsigned(UInt64)
  /// A number; what is not finite has no place in JSON and becomes null.
  case number(Double)
  case text(String)
  case list([JSON])
  case object([Entry])

  /// A key and its value.
  public struct Entry: Sendable, Equatable {
    public let key: String
    public let value: JSON
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// One line.
  public var line: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .unsigned(let value): String(value)
    case .number(let value): Self.number(value)
    case .text(let value): Self.quoted(value)
    case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let entries):
      "{" + entries.map { Self.quoted($0.key) + ":" + $0.value.line }.joined(separator: ",") + "}"
    }
  }

  /// A line of JSON in which everything that could do something to a terminal is written as its
  /// number: the same value.
  public static func shown(_ line: String) -> String {
    guard !Wording.isLine(line) else { return line }
    var result = ""
    for scalar in line.unicodeScalars {
      // Between two values they are blanks, which nothing needs.
      if "\t\r\n".unicodeScalars.contains(scalar) { continue }
      if Wording.isControl(scalar) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A seed as a number and, for readers whose numbers end at 2⁵³, as a text.
  public static func seed(_ seed: UInt64) -> [Entry] {
    [Entry("seed", .unsigned(seed)), Entry("seedText", .text(String(seed)))]
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == 0, value.sign == .minus { return "-0.0" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Entry($0.0, $0.1) })
  }
}
