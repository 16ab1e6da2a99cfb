/// A picture as SVG, written element by element: whatever texts go in, well-formed XML comes out.
public struct SVG: Sendable {
  /// What has been written.
  public private(set) var text = ""

  /// A name and its value, in the order they are written.
  public typealias Attributes = KeyValuePairs<String, String>

  public init() {}

  /// An element without content.
  public mutating func element(_ name: String, _ attributes: Attributes = [:]) {
    self.text += Self.start(name, attributes) + "/>\n"
  }

  /// An element that holds a text.
  public mutating func text(_ text: String, in name: String = "text", _ attributes: Attributes) {
    self.text += Self.start(name, attributes) + ">" + Self.escaped(text) + "</\(name)>\n"
  }

  /// An element around others.
  public mutating func group(
    _ name: String = "g", _ attributes: Attributes = [:], _ content: (inout SVG) -> Void
  ) {
    self.text += Self.start(name, attributes) + ">\n"
    content(&self)
    self.text += "</\(name)>\n"
  }

  private static func start(_ name: String, _ attributes: Attributes) -> String {
    "<" + name + attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }

  /// A text that XML can hold: characters that mean something are written as such, those that
  /// XML has no place for are replaced.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(" ")
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value),
        "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A coordinate: two decimals at most, which is a fiftieth of a printer's dot.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    var text = Number.fixed(value, places: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}
