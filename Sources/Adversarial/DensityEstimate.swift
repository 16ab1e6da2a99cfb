import Foundation

/// The density of a sample of the plane, estimated with Epanechnikov's kernel:
/// p̂(x) = 2/(π h² n) Σᵢ max(0, 1 − ‖x − xᵢ‖²/h²). It has no tails, so that only near points count.
///
/// h = 2.40 σ n^(−1/6) is the best bandwidth for a Gaussian of deviation σ in the plane
/// (Silverman, Density Estimation, table 4.1 and eq. 4.15). A cluster much narrower than h looks
/// as wide as h.
struct DensityEstimate: Sendable {
  let bandwidth: Double
  private let count: Int
  private let points: PointIndex

  /// The bandwidth for `count` points from Gaussians of a standard deviation.
  static func bandwidth(deviation: Double, count: Int) -> Double {
    2.40 * deviation * pow(Double(count), -1.0 / 6)
  }

  /// Every point counts in n; one that is not finite is nowhere near anything.
  init(_ sample: [SIMD2<Float>], bandwidth: Double) {
    self.bandwidth = bandwidth
    count = sample.count
    points = PointIndex(sample, width: bandwidth)
  }

  /// The estimate at a point, per unit of the plane's area.
  func callAsFunction(at point: SIMD2<Float>) -> Double {
    guard count > 0 else { return 0 }
    let (place, scale) = (SIMD2<Double>(point), 1 / (bandwidth * bandwidth))
    var sum = 0.0
    points.visit(near: place) { near in
      let apart = near - place
      sum += max(0, 1 - (apart.x * apart.x + apart.y * apart.y) * scale)
    }
    return 2 * sum * scale / (Double.pi * Double(count))
  }
}
