import Plotting
private import Foundation

/// Two values with as few digits as tell them apart.
enum RangeWords {
  /// ".48" and ".52", "1.4" and "4.7", "0" and "12".
  static func texts(_ low: Double, _ high: Double) -> (low: String, high: String) {
    let span = high - low
    guard span > 0 else { return (short(low, 3), short(low, 3)) }
    let isWhole = low == low.rounded() && high == high.rounded()
    let places = isWhole ? 0 : min(max(span < 10 ? 1 : 0, Int((-log10(span)).rounded(.up))), 6)
    return (short(low, places), short(high, places))
  }

  /// ".48 … .52", without the blanks where there is no room for them.
  static func text(_ ends: (low: String, high: String), columns: Int) -> String {
    let text = "\(ends.low) … \(ends.high)"
    return Text.width(of: text) <= columns ? text : "\(ends.low)…\(ends.high)"
  }

  /// ".49": without the 0 in front and those at the end.
  static func short(_ value: Double, _ places: Int) -> String {
    guard abs(value) < 1e5 else { return Number.short(value) }
    var text = Number.fixed(value, places: places)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    if text.hasPrefix("0.") { text.removeFirst() }
    return text.hasPrefix("-0.") ? "-" + text.dropFirst(2) : text
  }
}
