import Foundation

/// Points without modes — a reader's own, a text, a curve —, each blurred by a Gaussian:
/// p(x) = 1/n Σᵢ N(x; xᵢ, s² I).
///
/// The blur gives the data a density, so that D* is known, and a thin line a width that D can see.
public struct Cloud: Sendable {
  public let points: [SIMD2<Float>]
  /// s, in units of the plane.
  public let deviation: Float
  private let index: PointIndex

  /// How many deviations away a point still counts: beyond them it has e^−18 of its height.
  private static let tails: Float = 6

  /// - Throws: ``DesignError`` where there is no point, or the blur is none.
  public init(_ points: [SIMD2<Float>], deviation: Float) throws(DesignError) {
    guard !points.isEmpty else { throw DesignError("there is no point to draw data from") }
    guard deviation > 0, deviation.isFinite else {
      throw DesignError("points blurred by \(deviation) have no density; it must be above 0")
    }
    self.points = points
    self.deviation = deviation
    index = PointIndex(points, width: Double(Self.tails * deviation))
  }

  /// So many of the points, evenly chosen from first to last.
  func landmarks(_ most: Int) -> [SIMD2<Float>] {
    guard points.count > most else { return points }
    return (0..<most).map { points[$0 * points.count / most] }
  }
}

extension Cloud: Dataset {
  public var modes: Mixture? { nil }
  public var finest: Float { deviation }

  public var reach: Float {
    let distances = points.map { max(abs($0.x), abs($0.y)) }.sorted()
    return max(distances[(distances.count - 1) * 99 / 100], 3 * deviation)
  }

  public func density(at point: SIMD2<Float>) -> Double {
    let (place, variance) = (SIMD2<Double>(point), Double(deviation) * Double(deviation))
    var sum = 0.0
    index.visit(near: place) { centre in
      let apart = place - centre
      sum += exp(-(apart.x * apart.x + apart.y * apart.y) / variance / 2)
    }
    return sum / (2 * Double.pi * variance * Double(points.count))
  }

  public func shares(in bounds: Bounds, columns: Int, rows: Int) -> [Double] {
    var shares = Array(repeating: 0.0, count: columns * rows)
    guard columns > 0, rows > 0 else { return shares }
    let share = 1 / Double(points.count)
    for point in points {
      let across = slices(bounds.x, columns, point.x)
      let along = slices(bounds.y, rows, point.y)
      for (row, height) in along {
        for (column, width) in across {
          shares[(rows - 1 - row) * columns + column] += share * height * width
        }
      }
    }
    return shares
  }

  /// P(slice) for those of `count` equal slices of a range that X ~ N(mean, s²) can fall into.
  private func slices(
    _ range: ClosedRange<Float>, _ count: Int, _ mean: Float
  ) -> [(slice: Int, share: Double)] {
    let (start, end) = (Double(range.lowerBound), Double(range.upperBound))
    let (centre, spread, width) = (
      Double(mean), Double(deviation), (end - start) / Double(count)
    )
    let tail = Double(Self.tails) * spread
    let first = max(0, min(Double(count), ((centre - tail - start) / width).rounded(.down)))
    let last = max(0, min(Double(count), ((centre + tail - start) / width).rounded(.up)))
    guard first < last else { return [] }
    func below(_ slice: Int) -> Double {
      let edge = start + (end - start) * Double(slice) / Double(count)
      return 0.5 * erfc((centre - edge) / spread / 2.0.squareRoot())
    }
    var lower = below(Int(first))
    return (Int(first)..<Int(last)).map { slice in
      let upper = below(slice + 1)
      defer { lower = upper }
      return (slice, max(0, upper - lower))
    }
  }
}
