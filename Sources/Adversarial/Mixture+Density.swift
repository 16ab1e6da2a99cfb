import Foundation

extension Mixture {
  /// p(x) = Σᵢ wᵢ N(x; centreᵢ, deviationᵢ² I), per unit of the plane's area.
  public func density(at point: SIMD2<Float>) -> Double {
    components.reduce(0) { sum, mode in
      let apart = SIMD2<Double>(point) - SIMD2<Double>(mode.centre)
      let variance = Double(mode.deviation) * Double(mode.deviation)
      let square = (apart.x * apart.x + apart.y * apart.y) / variance
      return sum + Double(mode.weight) * exp(-square / 2) / (2 * Double.pi * variance)
    }
  }

  /// ln p(x), where p(x) itself would be lost in the tails.
  func logDensity(at point: SIMD2<Float>) -> Double {
    let parts = components.map { mode in
      let apart = SIMD2<Double>(point) - SIMD2<Double>(mode.centre)
      let variance = Double(mode.deviation) * Double(mode.deviation)
      return log(Double(mode.weight)) - log(2 * Double.pi * variance)
        - (apart.x * apart.x + apart.y * apart.y) / variance / 2
    }
    let most = parts.max() ?? 0
    return most + log(parts.reduce(0) { $0 + exp($1 - most) })
  }

  /// The share of the samples in each cell of a grid over the bounds, row 0 at the top (largest
  /// y): exact, a product of two differences of the normal distribution function.
  public func shares(in bounds: Bounds, columns: Int, rows: Int) -> [Double] {
    var shares = Array(repeating: 0.0, count: columns * rows)
    for mode in components {
      let across = Self.slices(bounds.x, columns, mode.centre.x, mode.deviation)
      let along = Self.slices(bounds.y, rows, mode.centre.y, mode.deviation)
      for row in 0..<rows {
        let height = Double(mode.weight) * along[rows - 1 - row]
        guard height > 0 else { continue }
        for column in 0..<columns { shares[row * columns + column] += height * across[column] }
      }
    }
    return shares
  }

  /// P(edgeᵢ < X < edgeᵢ₊₁) for `count` equal slices of a range, X ~ N(mean, deviation²).
  private static func slices(
    _ range: ClosedRange<Float>, _ count: Int, _ mean: Float, _ deviation: Float
  ) -> [Double] {
    let (start, end) = (Double(range.lowerBound), Double(range.upperBound))
    let below = (0...count).map { edge in
      let x = start + (end - start) * Double(edge) / Double(count)
      return 0.5 * erfc((Double(mean) - x) / Double(deviation) / 2.0.squareRoot())
    }
    return zip(below, below.dropFirst()).map { max(0, $1 - $0) }
  }
}
