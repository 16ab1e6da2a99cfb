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
  /// Points by cell of the plane, in the order of their keys.
  private var keys: [Int] = []
  private var points: [SIMD2<Double>] = []

  /// The bandwidth for `count` points from Gaussians of a standard deviation.
  static func bandwidth(deviation: Double, count: Int) -> Double {
    2.40 * deviation * pow(Double(count), -1.0 / 6)
  }

  /// Every point counts in n; one that is not finite is nowhere near anything.
  init(_ sample: [SIMD2<Float>], bandwidth: Double) {
    self.bandwidth = bandwidth
    count = sample.count
    let near = sample.map { SIMD2<Double>($0) }.filter { Self.isInReach($0 / bandwidth) }
    let placed = near.map { (key: Self.key(of: $0 / bandwidth), point: $0) }
      .sorted { $0.key < $1.key }
    keys = placed.map(\.key)
    points = placed.map(\.point)
  }

  /// The estimate at a point, per unit of the plane's area.
  func callAsFunction(at point: SIMD2<Float>) -> Double {
    let (place, scaled) = (SIMD2<Double>(point), SIMD2<Double>(point) / bandwidth)
    guard count > 0, Self.isInReach(scaled) else { return 0 }
    let (middle, scale) = (Self.key(of: scaled), 1 / (bandwidth * bandwidth))
    var sum = 0.0
    for row in -1...1 {
      let last = middle + row * Self.rowLength + 1
      var index = firstIndex(notBelow: last - 2)
      while index < keys.count, keys[index] <= last {
        let apart = points[index] - place
        sum += max(0, 1 - (apart.x * apart.x + apart.y * apart.y) * scale)
        index += 1
      }
    }
    return 2 * sum * scale / (Double.pi * Double(count))
  }

  // MARK: Cells as wide as the kernel's radius

  private static let rowLength = 1 << 30

  private static func isInReach(_ scaled: SIMD2<Double>) -> Bool {
    abs(scaled.x) < 1e8 && abs(scaled.y) < 1e8
  }

  private static func key(of scaled: SIMD2<Double>) -> Int {
    Int(scaled.y.rounded(.down)) * rowLength + Int(scaled.x.rounded(.down))
  }

  private func firstIndex(notBelow key: Int) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
