internal import ArgumentParser
private import Notebook

/// Texts of the command line as numbers, with the range in the error.
enum Arguments {
  /// A whole number of a range.
  static func whole<Number: FixedWidthInteger>(
    _ text: String, in range: ClosedRange<Number>
  ) throws -> Number {
    guard let number = WholeNumber.value(text).flatMap(Number.init(exactly:)),
      range.contains(number)
    else {
      throw ValidationError(
        "it must be a whole number from \(range.lowerBound) to \(range.upperBound)"
          + WholeNumber.hint(text))
    }
    return number
  }

  /// A number of a range.
  static func number(_ text: String, in range: ClosedRange<Double>) throws -> Double {
    guard let number = Double(text), range.contains(number) else {
      let lower = Wording.number(range.lowerBound)
      throw ValidationError(
        "it must be a number from \(lower) to \(Wording.number(range.upperBound))")
    }
    return number
  }

  /// The two sides of `knob=value`.
  static func assignment(_ text: String) throws(Failure) -> (name: String, value: String) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else {
      throw Failure(.usage, "--set wants knob=value, not \(Wording.quoted(text))")
    }
    return (String(sides[0]), String(sides[1]))
  }
}
