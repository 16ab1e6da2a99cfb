/// Whole numbers as people write them, by one rule wherever one is wanted: `10000`, `1e4`,
/// `10000.0` and `6.4e1` are all whole.
public enum WholeNumber {
  /// The number that a text says, to the last digit; nil where it is not whole, is below 0 or takes
  /// more than 64 bits.
  public static func value(_ text: String) -> UInt64? {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = digits(&rest)
    var fraction: Substring.UTF8View = "".utf8[...]
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty), let power = exponent(&rest), rest.isEmpty else {
      return nil
    }
    let number = scaled(Array(whole) + Array(fraction), by: power - fraction.count)
    return isNegative && number != 0 ? nil : number
  }

  /// What a refusal may add where marks between digits are all that is wrong: "; write 10000".
  public static func hint(_ text: String) -> String {
    let marks: Set<Character> = ["_", "'", "’", " ", "\u{A0}", "\u{202F}"]
    guard text.contains(where: marks.contains),
      let number = value(text.filter { !marks.contains($0) })
    else { return "" }
    return "; write \(number)"
  }

  private static func digits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// The number behind an `e`, 0 where there is none, and nil where that stands alone.
  private static func exponent(_ rest: inout Substring.UTF8View) -> Int? {
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return 0 }
    rest.removeFirst()
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let digits = digits(&rest)
    guard !digits.isEmpty else { return nil }
    // Whatever is larger is no number of 64 bits, or 0.
    let size = Int(Substring(digits)) ?? most
    return isNegative ? -min(size, most) : min(size, most)
  }

  /// No text is longer.
  private static let most = 1 << 30

  /// The number of these digits, the point moved to the right so many places.
  private static func scaled(_ digits: [UInt8], by places: Int) -> UInt64? {
    let zero = UInt8(ascii: "0")
    var places = places
    var significant = digits.drop { $0 == zero }
    while let last = significant.last, last == zero {
      significant.removeLast()
      places += 1
    }
    guard !significant.isEmpty else { return 0 }
    guard places >= 0, significant.count + places <= 20 else { return nil }
    let text = String(decoding: significant, as: UTF8.self) + String(repeating: "0", count: places)
    return UInt64(text)
  }
}
