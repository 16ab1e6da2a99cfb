import Adversarial
import Plotting

/// Where G would be told to move a sample that stood elsewhere on the plane: small arrows up the
/// slope of D's output. Every cost of G falls as D's output rises, so that −∂J_G/∂x points there.
struct PlanePull {
  private var glyphs: [Int: Unicode.Scalar] = [:]
  private let columns: Int

  /// An arrow for a block of so many cells.
  static let block = (columns: 6, rows: 3)
  static let look = PlaneSketch.Look(ink: .normal)
  /// Of the steepest slope in view, what is too flat for a direction.
  private static let least: Float = 0.02

  init(_ cells: PlaneCells, _ wanted: PlaneCells.Wanted, _ area: PlaneArea) {
    columns = area.rect.columns
    let plane = cells.plane
    let field = plane.scores ?? plane.field
    guard wanted.contains(.lines), cells.state.layers.contains(.arrows), field.columns > 2,
      field.rows > 2, plane.window == cells.window
    else { return }
    let size = (rows: area.rect.rows, columns: area.rect.columns)
    var slopes: [(cell: Int, slope: SIMD2<Float>)] = []
    for row in stride(from: Self.block.rows / 2, to: size.rows, by: Self.block.rows) {
      for column in stride(from: Self.block.columns / 2, to: size.columns, by: Self.block.columns) {
        let place = (row * field.rows / size.rows, column * field.columns / size.columns)
        slopes.append((row * size.columns + column, field.slope(row: place.0, column: place.1)))
      }
    }
    let steepest = slopes.map { Self.size($0.slope) }.filter(\.isFinite).max() ?? 0
    for (cell, slope) in slopes where Self.size(slope) > steepest * Self.least {
      glyphs[cell] = cells.glyphs.arrows[PlaneArrows.octant(of: slope)]
    }
  }

  /// The arrow of a cell; nil where there is none.
  func mark(row: Int, column: Int) -> (Unicode.Scalar, PlaneSketch.Look)? {
    glyphs[row * columns + column].map { ($0, Self.look) }
  }

  private static func size(_ slope: SIMD2<Float>) -> Float {
    (slope.x * slope.x + slope.y * slope.y).squareRoot()
  }
}

extension Field {
  /// How the values rise to the right and upwards, for a cell each way; cells are taken to be twice
  /// as high as wide.
  fileprivate func slope(row: Int, column: Int) -> SIMD2<Float> {
    let (left, right) = (max(0, column - 1), min(columns - 1, column + 1))
    let (top, bottom) = (max(0, row - 1), min(rows - 1, row + 1))
    let x = values[row * columns + right] - values[row * columns + left]
    let y = values[top * columns + column] - values[bottom * columns + column]
    return SIMD2(x / Float(right - left), y / Float(2 * (bottom - top)))
  }
}
