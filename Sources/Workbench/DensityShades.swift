import Adversarial
import Plotting

/// A density as shades: how much a cell has of what the data have where they are densest. Both
/// kinds are measured by that, so that their shades compare.
struct DensityShades {
  private let field: Field
  private let peak: Float
  private let ink: Ink
  private let glyphs: [Unicode.Scalar]
  private let size: (rows: Int, columns: Int)

  /// Of the densest, what the first shade begins at and the others do; roots, so that a thin
  /// cloud is seen beside a blob.
  static let steps: [Float] = [0.004, 0.0625, 0.25, 0.5625]

  /// Nil where no density is wanted, or what there is was counted over another part.
  init?(_ cells: PlaneCells, _ wanted: PlaneCells.Wanted, _ area: PlaneArea) {
    guard let densities = cells.plane.densities, cells.plane.window == cells.window,
      case let isData = wanted.contains(.dataDensity), isData || wanted.contains(.modelDensity),
      case let field = isData ? densities.data : densities.model, !field.values.isEmpty
    else { return nil }
    self.field = field
    peak = densities.data.values.max() ?? 0
    ink = isData ? .real : .generated
    glyphs = cells.glyphs.shades
    size = (area.rect.rows, area.rect.columns)
  }

  /// The shade of a cell; nil where next to nothing is.
  func mark(row: Int, column: Int) -> (Unicode.Scalar, Ink)? {
    let place = row * field.rows / size.rows * field.columns + column * field.columns / size.columns
    let value = field.values[place] / peak
    let shade = Self.steps.count { value >= $0 }
    return shade > 0 ? (glyphs[shade - 1], ink) : nil
  }

  /// "p data ░▒▓█  p model ░▒▓█", for the border.
  static func legend(_ glyphs: Glyphs) -> Line {
    func shades(_ ink: Ink) -> Line { Line(String(String.UnicodeScalarView(glyphs.shades)), ink) }
    return Line("p data ", .faint) + shades(.real) + Line("  p model ", .faint)
      + shades(.generated)
  }
}
