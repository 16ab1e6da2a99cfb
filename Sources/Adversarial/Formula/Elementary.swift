/// Exponential, logarithm, sine and cosine in double precision by plain arithmetic: what a formula
/// says about the data must not depend on a system's library. Good to about 1e-15.
enum Elementary {
  static let e = 2.718281828459045
  private static let ln2 = 0.6931471805599453

  /// e^x = 2^k e^r with |r| ≤ ln 2 / 2, and e^r by its series.
  static func exp(_ x: Double) -> Double {
    guard !x.isNaN, x < 710 else { return x.isNaN ? x : .infinity }
    guard x > -746 else { return 0 }
    let k = (x / ln2).rounded()
    let rest = remainder(x, k, ln2, 2.3190468138462996e-17)
    var (term, sum) = (1.0, 1.0)
    for n in 1...14 {
      term *= rest / Double(n)
      sum += term
    }
    // In two parts: 2^k alone leaves the range before the product does.
    let half = Int(k) / 2
    return sum * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
  }

  /// ln x = k ln 2 + 2 artanh((m − 1)/(m + 1)) with m between √½ and √2.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    let isUpper = x.significand > 2.0.squareRoot()
    let mantissa = isUpper ? x.significand / 2 : x.significand
    let exponent = Double(x.exponent) + (isUpper ? 1 : 0)
    let ratio = (mantissa - 1) / (mantissa + 1)
    var (power, sum) = (ratio, 0.0)
    for n in 0...12 {
      sum += power / Double(2 * n + 1)
      power *= ratio * ratio
    }
    return exponent * ln2 + 2 * sum
  }

  /// Not a number from 1e9 on, where the argument itself is too coarse for an angle.
  static func sin(_ x: Double) -> Double { circular(x, quarters: 0) }

  /// Not a number from 1e9 on.
  static func cos(_ x: Double) -> Double { circular(x, quarters: 1) }

  /// x^y: by products where y is a small whole number, else e^(y ln x).
  static func power(_ x: Double, _ y: Double) -> Double {
    guard y == y.rounded(), abs(y) <= 64 else { return exp(y * log(x)) }
    let product = (0..<Int(abs(y))).reduce(1.0) { product, _ in product * x }
    return y < 0 ? 1 / product : product
  }

  /// sin(x + a quarter of a turn, so many times).
  private static func circular(_ x: Double, quarters: Int) -> Double {
    guard abs(x) < 1e9 else { return .nan }
    let turns = (x / (.pi / 2)).rounded()
    let rest = remainder(x, turns, .pi / 2, 6.123233995736766e-17)
    let quadrant = (Int(turns) + quarters) & 3
    let value = quadrant.isMultiple(of: 2) ? series(rest, rest, 1) : series(1, rest, 0)
    return quadrant < 2 ? value : -value
  }

  /// x − k (high + low), with one rounding each.
  private static func remainder(
    _ x: Double, _ k: Double, _ high: Double, _ low: Double
  ) -> Double {
    x.addingProduct(-k, high).addingProduct(-k, low)
  }

  /// Σ (−1)ᵏ x^(2k+first)/(2k+first)!, from its first term: the cosine of a small x from 1 and 0,
  /// its sine from x and 1.
  static func series(_ start: Double, _ x: Double, _ first: Int) -> Double {
    var (term, sum) = (start, start)
    for k in 1...10 {
      term *= -x * x / Double((2 * k + first - 1) * (2 * k + first))
      sum += term
    }
    return sum
  }
}
