private import Foundation

/// The values at the ends of a chart, and how those between are laid out.
public struct Axis: Sendable, Equatable {
  public let range: ClosedRange<Double>
  /// Whether equal distances are equal ratios; only where all values are above 0.
  public let isLogarithmic: Bool

  /// - Parameter isLogarithmic: given up where the range reaches 0 or below.
  public init(_ range: ClosedRange<Double>, isLogarithmic: Bool = false) {
    self.range = range
    self.isLogarithmic = isLogarithmic && range.lowerBound > 0
  }

  /// Round bounds around the finite values and the levels that must be in view.
  ///
  /// - Parameter isLogarithmic: wanted; a series that reaches 0 or below gets a linear axis.
  public init(around values: [Float], including levels: [Double], isLogarithmic: Bool = false) {
    let bounds = Series.extremes(of: values, including: isLogarithmic ? [] : levels)
    guard isLogarithmic, let bounds, bounds.lowerBound > 0, bounds.upperBound.isFinite else {
      self.init(Series.bounds(of: values, including: levels))
      return
    }
    let inView = levels.filter { $0.isFinite && $0 > 0 }
    let lowest = min(bounds.lowerBound, inView.min() ?? .infinity)
    let highest = max(bounds.upperBound, inView.max() ?? 0)
    let linear = Series.bounds(of: values, including: inView)
    if highest / lowest < Self.narrow, linear.lowerBound > 0 {
      self.init(linear, isLogarithmic: true)
      return
    }
    let low = Round.step(near: lowest)
    let high = Self.roundAbove(highest)
    self.init(low < high ? low...high : low / 2...low * 2, isLogarithmic: low > 0)
  }

  /// Below this ratio of its ends a logarithmic axis has the round values of a linear one.
  private static let narrow = 8.0

  /// The least of 1, 2, 5 times a power of ten that is no less than a value.
  private static func roundAbove(_ value: Double) -> Double {
    let below = Round.step(near: value)
    guard below > 0, below < value * (1 - 1e-9) else { return below }
    return Round.step(near: below * 2.6)
  }

  /// Where a value lies, 0 at the lower end and 1 at the upper; nil outside.
  public func share(of value: Double) -> Double? {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard range.contains(value), high > low else { return nil }
    let share = isLogarithmic ? log(value / low) / log(high / low) : (value - low) / (high - low)
    return share.isFinite ? min(max(share, 0), 1) : nil
  }

  /// Which of `count` equal parts a value falls into, from the lower end.
  func place(of value: Double, of count: Int) -> Int? {
    guard count > 0, let share = share(of: value) else { return nil }
    return min(count - 1, Int(share * Double(count)))
  }

  /// Round values to write beside it, ascending: at most so many.
  public func ticks(most: Int) -> [Double] {
    guard most > 0 else { return [] }
    let isWide = range.upperBound / range.lowerBound >= Self.narrow
    return isLogarithmic && isWide ? powers(most: most) : multiples(most: most)
  }

  private func multiples(most: Int) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    var step = Round.step(near: (high - low) / Double(most))
    guard step > 0, step.isFinite else { return [] }
    for _ in 0..<4 {
      let first = (low / step - 1e-9).rounded(.up)
      let last = (high / step + 1e-9).rounded(.down)
      guard first.isFinite, last.isFinite, abs(first) < 1e9 else { return [] }
      if Int(last - first) + 1 <= most {
        return (0...max(0, Int(last - first))).map {
          Round.multiple(first + Double($0), of: step)
        }.filter { range.contains($0) }
      }
      step = Round.step(near: step * 2.6)
    }
    return []
  }

  private func powers(most: Int) -> [Double] {
    let first = Int(log10(range.lowerBound).rounded(.down))
    let last = Int(log10(range.upperBound).rounded(.up))
    func values(_ factors: [Double], every: Int) -> [Double] {
      stride(from: first, through: last, by: every).flatMap { exponent in
        factors.compactMap { Double("\($0)e\(exponent)") }
      }.filter { range.contains($0) }
    }
    for factors in [[1.0, 2, 5], [1]] {
      let ticks = values(factors, every: 1)
      if ticks.count <= most { return ticks }
    }
    let decades = last - first
    return values([1], every: max(1, (decades + most) / most))
  }
}
