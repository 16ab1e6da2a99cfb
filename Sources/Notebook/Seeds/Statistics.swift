private import Foundation

/// What many seeds say together.
public enum Statistics {
  /// The arithmetic mean, or nil of nothing.
  public static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The standard error of the mean: s / √n with s² = Σ(x − x̄)² / (n − 1); nil of fewer than two.
  public static func standardError(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1) / Double(values.count)).squareRoot()
  }

  /// The exact two-sided sign test: how likely a split at least as uneven as this one is, were
  /// both signs equally likely. Ties are to be left out before.
  ///
  /// 2 · Σ_{i ≤ min(higher, lower)} C(n, i) / 2ⁿ, at most 1.
  public static func signTest(higher: Int, lower: Int) -> Double {
    precondition(higher >= 0 && lower >= 0, "\(higher) and \(lower) are no counts")
    let count = higher + lower
    // By logarithms, so that many seeds neither overflow nor vanish.
    var logarithm = -Double(count) * log(2)
    var tail = 0.0
    for chosen in 0...min(higher, lower) {
      tail += exp(logarithm)
      logarithm += log(Double(count - chosen)) - log(Double(chosen + 1))
    }
    return min(1, 2 * tail)
  }

  /// The middle one of ascending values, or the mean of the two in the middle; nil of nothing.
  public static func median(_ ascending: [Double]) -> Double? {
    guard !ascending.isEmpty else { return nil }
    let middle = ascending.count / 2
    return ascending.count.isMultiple(of: 2)
      ? (ascending[middle - 1] + ascending[middle]) / 2 : ascending[middle]
  }

  /// The exact interval for a rate by Clopper and Pearson (Biometrika 26, 1934): the rates under
  /// which so many successes, or more, and so many, or fewer, are each at least 2.5 % likely.
  public static func binomialInterval(_ successes: Int, of count: Int) -> ClosedRange<Double> {
    precondition(count > 0 && (0...count).contains(successes), "\(successes) of \(count)")
    let lower =
      successes == 0
      ? 0 : bisected { 1 - atMost(successes - 1, of: count, rate: $0) < 0.025 }
    let upper =
      successes == count ? 1 : bisected { atMost(successes, of: count, rate: $0) > 0.025 }
    return min(lower, upper)...max(lower, upper)
  }

  /// The rate up to which something is so.
  private static func bisected(_ isSo: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if isSo(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// P(X ≤ k) for X ~ B(n, rate), by logarithms.
  private static func atMost(_ most: Int, of count: Int, rate: Double) -> Double {
    guard rate > 0 else { return 1 }
    guard rate < 1 else { return most >= count ? 1 : 0 }
    var logarithm = Double(count) * log(1 - rate)
    var sum = 0.0
    for chosen in 0...most {
      sum += exp(logarithm)
      logarithm += log(Double(count - chosen)) - log(Double(chosen + 1)) + log(rate / (1 - rate))
    }
    return min(1, sum)
  }
}
