import Adversarial
import Plotting

/// Marks along the edge of a plane where points lie beyond it, each at the place nearest to them.
struct PlaneEdges {
  /// A glyph that points out of the plane, and which points it stands for.
  typealias Mark = (glyph: Unicode.Scalar, ink: Ink)

  private var marks: [Int: Mark] = [:]
  private let columns: Int
  /// The points beyond the edge, those that are not finite too.
  private(set) var count = 0

  init(columns: Int) { self.columns = columns }

  /// Takes points of a kind.
  mutating func take(_ points: [SIMD2<Float>], _ ink: Ink, in area: PlaneArea, glyphs: Glyphs) {
    for point in points where !area.window.contains(point) {
      count += 1
      let place = SIMD2<Double>(point)
      guard place.x.isFinite, place.y.isFinite, let cell = area.nearest(to: place) else { continue }
      let index = cell.row * columns + cell.column
      let isShared = marks[index].map { $0.ink != ink } ?? false
      marks[index] = (glyphs.beyond[Self.side(of: place, area.window)], isShared ? .both : ink)
    }
  }

  /// The mark of a cell; nil where there is none.
  func mark(row: Int, column: Int) -> Mark? { marks[row * columns + column] }

  /// The side that a point is farthest beyond: left, right, above, below.
  private static func side(of point: SIMD2<Double>, _ window: Bounds) -> Int {
    let (x, y) = (window.horizontal, window.vertical)
    let beyond = [
      x.lowerBound - point.x, point.x - x.upperBound, point.y - y.upperBound,
      y.lowerBound - point.y,
    ]
    return beyond.indices.max { beyond[$0] < beyond[$1] } ?? 0
  }
}
