import Adversarial

/// The ways of a few samples of fixed z over the last looks.
struct PlaneTrail: Sendable {
  /// Samples that are followed, and looks that are kept.
  static let points = 16
  static let looks = 24

  private var past: [(step: Int, points: [SIMD2<Float>])] = []

  /// Takes the samples of a look. A look at the same step again replaces it, one further back
  /// forgets what came after.
  mutating func take(_ generated: [SIMD2<Float>], step: Int) {
    past.removeAll { $0.step >= step }
    past.append((step, Array(generated.prefix(Self.points))))
    if past.count > Self.looks { past.removeFirst(past.count - Self.looks) }
  }

  /// The way of each sample, oldest place first.
  var ways: [[SIMD2<Float>]] {
    guard let newest = past.last else { return [] }
    return newest.points.indices.map { index in
      past.compactMap { $0.points.indices.contains(index) ? $0.points[index] : nil }
    }
  }
}
