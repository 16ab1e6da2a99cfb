/// The density of a sample of the line, estimated on a grid: a histogram of all points, smoothed by
/// a triangle of a few cells. It is nowhere less than a hundredth of what a single point makes of
/// its cell, so that a logarithm of it says "next to nothing" and no more.
struct LineEstimate: Sendable {
  private let first: Double
  private let spacing: Double
  private let values: [Double]

  /// Cells to each side over which a point is spread.
  private static let reach = 5

  init(_ sample: [Float], _ grid: LineGrid) {
    first = grid.points[0]
    spacing = grid.spacing
    var counts = Array(repeating: 0.0, count: grid.points.count)
    for point in sample where point.isFinite {
      let place = ((Double(point) - first) / spacing).rounded()
      guard place >= 0, place < Double(counts.count) else { continue }
      counts[Int(place)] += 1
    }
    let total = Double(max(1, sample.count)) * spacing
    let reach = Self.reach
    let weights = (-reach...reach).map { Double(reach + 1 - abs($0)) }
    let whole = weights.reduce(0, +)
    values = counts.indices.map { index in
      var sum = 0.0
      for offset in -reach...reach where counts.indices.contains(index + offset) {
        sum += counts[index + offset] * weights[offset + reach]
      }
      return max(sum / whole / total, 0.01 / total)
    }
  }

  /// 0 outside the grid.
  func callAsFunction(at x: Double) -> Double {
    let place = ((x - first) / spacing).rounded()
    return place >= 0 && place < Double(values.count) ? values[Int(place)] : 0
  }
}
