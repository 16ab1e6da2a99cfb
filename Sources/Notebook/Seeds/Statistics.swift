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
}
