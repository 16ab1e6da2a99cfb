import Foundation

/// A density over the line, known in closed form: a mixture of Gaussians.
struct LineDensity: Sendable {
  private let modes: [(mean: Double, deviation: Double, weight: Double)]

  /// The centres' x, and the deviations, of a mixture.
  init(_ mixture: Mixture) {
    modes = mixture.components.map {
      (Double($0.centre.x), Double($0.deviation), Double($0.weight))
    }
  }

  init(mean: Double, deviation: Double) { modes = [(mean, deviation, 1)] }

  /// log p(x).
  func log(at x: Double) -> Double {
    let parts = modes.map { mode in
      let z = (x - mode.mean) / mode.deviation
      return Foundation.log(mode.weight) - z * z / 2
        - Foundation.log(mode.deviation * (2 * Double.pi).squareRoot())
    }
    let most = parts.max() ?? 0
    return most + Foundation.log(parts.reduce(0) { $0 + exp($1 - most) })
  }

  func callAsFunction(at x: Double) -> Double { exp(log(at: x)) }

  /// d log p(x) / dx.
  func slope(at x: Double) -> Double {
    let whole = log(at: x)
    return modes.reduce(0) { sum, mode in
      let z = (x - mode.mean) / mode.deviation
      let own =
        Foundation.log(mode.weight) - z * z / 2
        - Foundation.log(mode.deviation * (2 * Double.pi).squareRoot())
      return sum - exp(own - whole) * z / mode.deviation
    }
  }

  var mean: Double { modes.reduce(0) { $0 + $1.weight * $1.mean } }

  var variance: Double {
    let mean = mean
    return modes.reduce(0) {
      $0 + $1.weight * ($1.deviation * $1.deviation + ($1.mean - mean) * ($1.mean - mean))
    }
  }
}

/// Evenly spaced points of a stretch of the line, for sums that stand for integrals.
struct LineGrid: Sendable {
  let points: [Double]
  let spacing: Double

  /// Three times as wide as what is shown, so that tails count.
  init(around bounds: ClosedRange<Float>, count: Int = 1_201) {
    let (low, high) = (Double(bounds.lowerBound), Double(bounds.upperBound))
    let (middle, reach) = ((low + high) / 2, 1.5 * (high - low))
    spacing = 2 * reach / Double(count - 1)
    points = (0..<count).map { middle - reach + Double($0) * 2 * reach / Double(count - 1) }
  }

  func integral(_ values: [Double]) -> Double { values.reduce(0, +) * spacing }
}

/// Logarithms that a parameter starts from: of a number with few digits, rounded to a float.
enum Logarithm {
  static func of(_ value: Float) -> Float { Float(log(Double(value))) }
}
