import Adversarial
import Plotting

extension Hyperparameter {
  /// The next setting up or down; it lands on round values and stops at the ends, and a choice
  /// goes round in a circle.
  func turned(_ setting: Setting, up: Bool) -> Setting {
    switch (domain, setting) {
    case (.number(_, let range, let scale), .number(let value)):
      .number(Self.next(after: value, in: range, scale, up: up))
    case (.integer(_, let range, let scale), .number(let value)):
      .number(Self.nextWhole(after: value, in: range, scale, up: up))
    case (.choice(_, let options), .choice(let name)):
      .choice(Self.neighbour(of: name, in: options, up: up))
    case (.data(let points), .choice(let text)):
      .choice(
        Self.neighbour(
          of: text, in: [DataForm.noneText] + points.map { DataForm.points($0).text }, up: up))
    default: setting
    }
  }

  private static func neighbour(of name: String, in options: [String], up: Bool) -> String {
    guard let index = options.firstIndex(of: name), options.count > 1 else { return name }
    return options[(index + (up ? 1 : options.count - 1)) % options.count]
  }

  private static func next(
    after value: Double, in range: ClosedRange<Double>, _ scale: Scale, up: Bool
  ) -> Double {
    switch scale {
    case .linear:
      let step = Round.step(near: (range.upperBound - range.lowerBound) / 20)
      return clamped(multiple(after: value, of: step, up: up), to: range)
    case .logarithmic:
      guard value > 0 else { return up ? lowestPositive(of: range) : range.lowerBound }
      return clamped(mantissa(after: value, up: up), to: range)
    }
  }

  private static func nextWhole(
    after value: Double, in range: ClosedRange<Int>, _ scale: Scale, up: Bool
  ) -> Double {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    if scale == .logarithmic {
      guard value > 0 else { return clamped(up ? 1 : value - 1, to: bounds) }
      var power = 1.0
      while up ? power <= value : power * 2 < value { power *= 2 }
      return clamped(power, to: bounds)
    }
    let span = bounds.upperBound - bounds.lowerBound
    let step = span <= 50 ? 1 : max(1, Round.step(near: span / 20))
    return clamped(multiple(after: value, of: step, up: up), to: bounds)
  }

  /// The next multiple of a step; a value a hair beside one counts as on it.
  private static func multiple(after value: Double, of step: Double, up: Bool) -> Double {
    guard step > 0 else { return value }
    let count = value / step
    let next = up ? (count + 1e-6).rounded(.down) + 1 : (count - 1e-6).rounded(.up) - 1
    return Round.multiple(next, of: step)
  }

  /// The next of 1, 1.5, 2, 3, 5, 7 times a power of ten, written as a person would.
  private static func mantissa(after value: Double, up: Bool) -> Double {
    let steps = [1.0, 1.5, 2, 3, 5, 7]
    var exponent = 0
    var mantissa = value
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    if up {
      guard let next = steps.first(where: { $0 > mantissa * (1 + 1e-6) }) else {
        return decimal(1, exponent + 1)
      }
      return decimal(next, exponent)
    }
    guard let next = steps.last(where: { $0 < mantissa * (1 - 1e-6) }) else {
      return decimal(7, exponent - 1)
    }
    return decimal(next, exponent)
  }

  private static func decimal(_ mantissa: Double, _ exponent: Int) -> Double {
    Double("\(mantissa)e\(exponent)") ?? mantissa
  }

  private static func lowestPositive(of range: ClosedRange<Double>) -> Double {
    range.lowerBound > 0 ? range.lowerBound : min(range.upperBound, 1e-6)
  }

  private static func clamped(_ value: Double, to range: ClosedRange<Double>) -> Double {
    min(max(value, range.lowerBound), range.upperBound)
  }
}
