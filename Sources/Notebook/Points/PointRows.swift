public import Adversarial

/// Rows of a file as they were read: pairs of doubles, which become points of 32 bits last of all.
public struct PointRows: Sendable {
  public let name: String
  /// Rows that there were before some were left out.
  public let rowCount: Int
  /// To the last bit that the file has.
  private(set) var exact: [SIMD2<Double>] = []
  /// The nearest numbers of 32 bits.
  private(set) var nearest: [SIMD2<Float>] = []

  init(name: String, rowCount: Int, exact: [SIMD2<Double>], nearest: [SIMD2<Float>]) {
    (self.name, self.rowCount, self.exact, self.nearest) = (name, rowCount, exact, nearest)
  }

  /// Rows that were kept.
  public var count: Int { exact.count }

  /// How far the farthest coordinate is from 0.
  public var reach: Double { exact.reduce(0) { max($0, abs($1.x), abs($1.y)) } }

  /// How many different points there are, and how many are left of them in 32 bits.
  public var distinct: (exact: Int, nearest: Int) { (Set(exact).count, Set(nearest).count) }

  /// The points where they are.
  /// - Precondition: every coordinate is within ``Adversarial/PointSet/farthest``.
  public var set: PointSet { PointSet(name: name, points: nearest, rowCount: rowCount) }

  /// The points moved and scaled, and rounded to 32 bits behind that: their middle at the origin,
  /// and the farthest of either axis at `reach`. Any finite numbers can be fitted.
  public func fitted(to reach: Double) -> PointSet {
    let centre = SIMD2(Self.middle(exact.map(\.x)), Self.middle(exact.map(\.y)))
    let farthest = exact.reduce(0) { max($0, abs($1.x - centre.x), abs($1.y - centre.y)) }
    // Divided first: reach / farthest may be beyond the numbers that there are.
    let places = exact.map { farthest > 0 ? ($0 - centre) / farthest * reach : .zero }
    return PointSet(name: name, points: places.map { SIMD2<Float>($0) }, rowCount: rowCount)
  }

  private static func middle(_ values: [Double]) -> Double {
    let (low, high) = (values.reduce(values[0], min), values.reduce(values[0], max))
    let sum = low + high
    return sum.isFinite ? sum / 2 : low / 2 + high / 2
  }
}
