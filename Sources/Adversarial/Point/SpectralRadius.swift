private import Foundation

/// The largest absolute eigenvalue of a small matrix.
enum SpectralRadius {
  /// ρ(A) = lim ‖Aⁿ‖^(1/n), with n = 2⁴⁰ by squaring; each square is scaled so that nothing
  /// overflows.
  ///
  /// - Parameter matrix: row-major, `size` × `size`.
  static func of(_ matrix: [Double], size: Int) -> Double {
    var (power, logarithm) = (matrix, 0.0)
    var count = 1.0
    for _ in 0..<40 {
      let norm = power.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 0, norm.isFinite else { return norm }
      power = power.map { $0 / norm }
      // log ‖Aⁿ‖ doubles with n.
      logarithm = 2 * (logarithm + log(norm))
      power = product(power, power, size)
      count *= 2
    }
    let norm = power.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard norm > 0 else { return 0 }
    return exp((logarithm + log(norm)) / count)
  }

  private static func product(_ a: [Double], _ b: [Double], _ size: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        for inner in 0..<size {
          result[row * size + column] += a[row * size + inner] * b[inner * size + column]
        }
      }
    }
    return result
  }
}
