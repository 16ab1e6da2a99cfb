/// Numbers as text that stands still: without a locale, and with widths that don't depend on
/// the value where a caller asks for that.
public enum Number {
  /// So many decimals: `fixed(0.5, places: 2)` is "0.50".
  public static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return notFinite(value) }
    let scaled = (abs(value) * power(of10: places)).rounded()
    guard scaled < 1e18 else { return scientific(value, digits: 3) }
    let digits = Text.zeros(before: String(UInt64(scaled)), to: places + 1)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    return sign + digits.dropLast(places) + "." + digits.suffix(places)
  }

  /// Exactly so many cells, to the right: decimals give way first, then powers of ten come in.
  public static func fitted(_ value: Double, width: Int, places: Int) -> String {
    for fewer in stride(from: places, through: 0, by: -1) {
      let text = fixed(value, places: fewer)
      if text.count <= width { return Text.trailing(text, in: width) }
    }
    for digits in stride(from: 3, through: 1, by: -1) {
      let text = scientific(value, digits: digits)
      if text.count <= width { return Text.trailing(text, in: width) }
    }
    return String(repeating: "#", count: max(0, width))
  }

  /// As short as a person would write it: "0.5", "512", "2e-4"; at most four digits count.
  public static func short(_ value: Double) -> String {
    guard value.isFinite else { return notFinite(value) }
    if value == 0 { return "0" }
    if value == value.rounded(), abs(value) < 1e6 { return fixed(value, places: 0) }
    let (_, exponent) = decimal(value, digits: 4)
    guard (-2..<6).contains(exponent) else { return scientific(value, digits: 4) }
    return trimmed(fixed(value, places: max(0, 3 - exponent)))
  }

  /// Thousands set apart: "25 000".
  public static func spaced(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// Minutes and seconds, hours where there are any: "0:15", "1:02:03".
  public static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "-:--" }
    let whole = Int(max(0, seconds))
    let (hours, minutes, rest) = (whole / 3_600, whole / 60 % 60, whole % 60)
    let tail = Text.zeros(before: String(rest), to: 2)
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(Text.zeros(before: String(minutes), to: 2)):\(tail)"
  }

  /// "1.5e-4".
  private static func scientific(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return notFinite(value) }
    guard value != 0 else { return "0" }
    let (mantissa, exponent) = decimal(value, digits: digits)
    let text = trimmed(fixed(mantissa, places: digits - 1))
    return "\(value < 0 ? "-" : "")\(text)e\(exponent)"
  }

  /// The magnitude as a mantissa in 1..<10, rounded to so many digits, and a power of ten.
  private static func decimal(_ value: Double, digits: Int) -> (mantissa: Double, exponent: Int) {
    var mantissa = abs(value)
    var exponent = 0
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    let unit = power(of10: digits - 1)
    mantissa = (mantissa * unit).rounded() / unit
    return mantissa >= 10 ? (mantissa / 10, exponent + 1) : (mantissa, exponent)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func notFinite(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    return value < 0 ? "-inf" : "inf"
  }

  private static func power(of10 exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
  }
}

extension Text {
  fileprivate static func zeros(before digits: String, to count: Int) -> String {
    String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
