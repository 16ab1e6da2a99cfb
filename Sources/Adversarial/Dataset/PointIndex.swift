/// Points of the plane by the cells of a grid, so that those near a place are found without asking
/// all of them.
struct PointIndex: Sendable {
  /// The width of a cell: everything nearer than this is found.
  let width: Double
  /// Points by cell, in the order of their keys.
  private var keys: [Int] = []
  private var points: [SIMD2<Double>] = []

  /// One that is not finite, or too far out to have a cell, is nowhere near anything.
  init(_ sample: [SIMD2<Float>], width: Double) {
    self.width = width
    let near = sample.map { SIMD2<Double>($0) }.filter { Self.isInReach($0 / width) }
    let placed = near.map { (key: Self.key(of: $0 / width), point: $0) }
      .sorted { $0.key < $1.key }
    keys = placed.map(\.key)
    points = placed.map(\.point)
  }

  /// Every point less than a cell's width away, and some that are farther, in a fixed order.
  func visit(near place: SIMD2<Double>, _ body: (SIMD2<Double>) -> Void) {
    let scaled = place / width
    guard Self.isInReach(scaled) else { return }
    let middle = Self.key(of: scaled)
    for row in -1...1 {
      let last = middle + row * Self.rowLength + 1
      var index = firstIndex(notBelow: last - 2)
      while index < keys.count, keys[index] <= last {
        body(points[index])
        index += 1
      }
    }
  }

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
