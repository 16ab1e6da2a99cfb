/// A sample of points counted against the modes of a mixture: what measures are taken of.
public struct Census: Sendable, Equatable {
  public let mixture: Mixture
  /// Points in all.
  public let total: Int
  /// For each mode, the high-quality points nearest to it: within 3 standard deviations. Of a
  /// two-dimensional Gaussian 1 − e^−4.5 = 98.889 % are.
  public private(set) var accepted: [Int]
  /// For each mode, the points nearest to it within a quarter of the way to its neighbour.
  public private(set) var reached: [Int]

  public init(_ points: [SIMD2<Float>], of mixture: Mixture) {
    self.mixture = mixture
    total = points.count
    let modes = mixture.components
    let neighbours = mixture.neighbourDistances
    accepted = Array(repeating: 0, count: modes.count)
    reached = accepted
    for point in points where point.x.isFinite && point.y.isFinite {
      var (nearest, best) = (0, Float.infinity)
      for (index, mode) in modes.enumerated() {
        let apart = point - mode.centre
        let square = apart.x * apart.x + apart.y * apart.y
        if square < best { (nearest, best) = (index, square) }
      }
      let distance = best.squareRoot()
      if distance <= 3 * modes[nearest].deviation { accepted[nearest] += 1 }
      if distance <= neighbours[nearest] / 4 { reached[nearest] += 1 }
    }
  }

  /// High-quality points of all modes.
  public var acceptedTotal: Int { accepted.reduce(0, +) }

  /// The smallest count that is one per cent of the sample.
  public var onePercent: Double { 0.01 * Double(total) }
}
