/// A sample of points counted class by class (§4.1).
struct ClassCensus: Equatable {
  /// For each class, the share of its points that are within 3 standard deviations of one of its
  /// own modes; not a number where it has no points.
  let quality: [Double]
  /// The share of points whose nearest mode is of the class that they were told to be; not a number
  /// where they were told none.
  let kept: Double

  /// - Parameter told: the class that each point was to be; nil where nobody was told, and a
  ///   point's class is that of its nearest mode.
  init(_ points: [SIMD2<Float>], told: [Int]?, _ labels: Labels, of data: Mixture) {
    var total = Array(repeating: 0, count: labels.count)
    var (good, right) = (total, 0)
    for (index, point) in points.enumerated() {
      let nearest = data.nearestMode(to: point)
      let own = labels.classes[nearest.mode]
      let wanted = told?[index] ?? own
      total[wanted] += 1
      guard own == wanted else { continue }
      right += 1
      if nearest.distance <= 3 * data.components[nearest.mode].deviation { good[wanted] += 1 }
    }
    quality = zip(good, total).map { $1 > 0 ? Double($0) / Double($1) : .nan }
    kept = told == nil || points.isEmpty ? .nan : Double(right) / Double(points.count)
  }

  /// What the page tells of a sample, beside the same of real points.
  static func measurements(_ ours: ClassCensus, ofReal floor: ClassCensus) -> [Measurement] {
    func measure(
      _ name: String, _ title: String, _ value: Double, _ real: Double,
      _ group: Measurement.Group = .sample
    ) -> Measurement {
      Measurement(name, title: title, value: value, ofReal: real, format: .percent, group: group)
    }
    return [
      measure("classKept", "as told", ours.kept, 1),
      measure("classLowest", "worst class", ours.lowest, floor.lowest),
    ]
      + zip(ours.quality, floor.quality).enumerated().map { index, quality in
        measure("class\(index + 1)", "class \(index + 1)", quality.0, quality.1, .classes)
      }
  }

  /// The quality of the worst class, 0 where one has no points.
  private var lowest: Double { quality.map { $0.isNaN ? 0 : $0 }.min() ?? .nan }
}

extension Mixture {
  /// The mode whose centre is nearest to a point.
  func nearestMode(to point: SIMD2<Float>) -> (mode: Int, distance: Float) {
    var (nearest, best) = (0, Float.infinity)
    for (index, mode) in components.enumerated() {
      let apart = distance(point, mode.centre)
      if apart < best { (nearest, best) = (index, apart) }
    }
    return (nearest, best)
  }
}
