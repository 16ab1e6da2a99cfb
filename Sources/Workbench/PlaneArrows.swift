import Adversarial
import Plotting

/// Arrows on some generated points: where each is told to go, −∂J_G/∂x, and how strongly.
///
/// The longest in view is as long as ``longest``, the others in proportion, so that directions can
/// be seen however small the gradient is; the legend has the length in numbers.
struct PlaneArrows {
  /// The samples that have one, and its pull; far enough from each other to be told apart.
  let arrows: [(start: SIMD2<Float>, pull: SIMD2<Float>)]

  /// Dots of the longest arrow and of the shortest.
  static let longest = 10.0
  static let shortest = 3.0
  /// At most this many; of the samples in a block of cells only the first.
  static let most = 32
  static let block = (columns: 6, rows: 3)

  init(_ plane: Plane, in area: PlaneArea) {
    var taken: Set<Int> = []
    var arrows: [(start: SIMD2<Float>, pull: SIMD2<Float>)] = []
    for (start, pull) in zip(plane.generated, plane.pulls ?? []) where arrows.count < Self.most {
      guard Self.size(pull) > 0, Self.size(pull).isFinite,
        let place = area.place(of: SIMD2<Double>(start))
      else { continue }
      let block = place.row / Self.block.rows * 10_000 + place.column / Self.block.columns
      if taken.insert(block).inserted { arrows.append((start, pull)) }
    }
    self.arrows = arrows
  }

  /// The largest pull in view; 0 where there is none.
  var largest: Float { arrows.map { Self.size($0.pull) }.max() ?? 0 }

  /// Draws the shafts; returns the heads by their cells.
  func draw(
    on canvas: inout Canvas, glyphs: Glyphs
  ) -> [(row: Int, column: Int, glyph: Unicode.Scalar)] {
    let largest = Double(largest)
    return arrows.compactMap { start, pull in
      let length = max(Self.shortest, Double(Self.size(pull)) / largest * Self.longest)
      // A direction of any size is one: a pull of 1e-30 would be lost beside the place.
      let way = pull / Self.size(pull) * Float(canvas.x.upperBound - canvas.x.lowerBound) / 16
      guard let tip = canvas.plot(stroke: start, towards: way, dots: length) else { return nil }
      return (tip.row, tip.column, glyphs.arrows[Self.octant(of: pull)])
    }
  }

  private static func size(_ pull: SIMD2<Float>) -> Float {
    (pull.x * pull.x + pull.y * pull.y).squareRoot()
  }

  /// Which of eight directions is nearest: 0 to the right, 2 up, 4 to the left, 6 down.
  static func octant(of pull: SIMD2<Float>) -> Int {
    // tan 22.5° parts an axis from a diagonal.
    let steep: Float = 0.414_213_56
    let (x, y) = (abs(pull.x), abs(pull.y))
    if y < steep * x { return pull.x > 0 ? 0 : 4 }
    if x < steep * y { return pull.y > 0 ? 2 : 6 }
    return pull.y > 0 ? (pull.x > 0 ? 1 : 3) : (pull.x > 0 ? 7 : 5)
  }
}
