import Adversarial
import Plotting

/// The marks on a plane: points, lines and arrows, as dots in cells.
struct PlaneSketch {
  /// How a mark looks.
  struct Look {
    let ink: Ink
    var attributes: Style.Attributes = []
  }

  private var scatter: Scatter
  private var manifold: Canvas
  private var trails: Canvas
  private var shafts: Canvas
  private var heads: [Int: Unicode.Scalar] = [:]
  private let shades: DensityShades?
  private let marks: Scatter.Marks
  private let glyphs: Glyphs
  private let columns: Int

  static let manifoldLook = Look(ink: .good)
  static let trailLook = Look(ink: .faint)
  static let arrowLook = Look(ink: .normal, attributes: .bold)
  /// What stands for a line's dots where there is no braille.
  static let manifoldLetter: Unicode.Scalar = "~"
  static let trailLetter: Unicode.Scalar = "'"

  init(_ cells: PlaneCells, _ wanted: PlaneCells.Wanted, _ area: PlaneArea) {
    let empty = Canvas(
      columns: area.rect.columns, rows: area.rect.rows, x: area.window.horizontal,
      y: area.window.vertical)
    scatter = Scatter(real: empty, generated: empty)
    (manifold, trails, shafts) = (empty, empty, empty)
    shades = DensityShades(cells, wanted, area)
    glyphs = cells.glyphs
    columns = area.rect.columns
    let layers = cells.state.layers
    marks = cells.marks
    let plane = cells.plane
    if wanted.contains(.real), layers.contains(.real) { scatter.real.plot(plane.real) }
    if wanted.contains(.generated), layers.contains(.generated) {
      scatter.generated.plot(plane.generated)
    }
    guard wanted.contains(.lines) else { return }
    if layers.contains(.manifold) {
      for line in plane.manifold ?? [] { manifold.plot(path: line) }
    }
    if layers.contains(.trails) {
      for way in cells.memory.trail.ways { trails.plot(path: way) }
    }
    if layers.contains(.arrows) {
      for head in PlaneArrows(plane, in: area).draw(on: &shafts, glyphs: glyphs) {
        heads[head.row * columns + head.column] = head.glyph
      }
    }
  }

  /// The uppermost mark of a cell; nil where it is empty.
  func mark(row: Int, column: Int) -> (Unicode.Scalar, Look)? {
    if let head = heads[row * columns + column] { return (head, Self.arrowLook) }
    // Without braille a shaft would be a stain: the head tells the direction.
    if glyphs.hasBraille, let dots = dots(shafts, row, column) { return (dots, Self.arrowLook) }
    if let (glyph, ink) = scatter.mark(row: row, column: column, marks) {
      return (glyph, Look(ink: ink, attributes: ink == .both ? .bold : []))
    }
    if let dots = dots(trails, row, column) {
      return (glyphs.hasBraille ? dots : Self.trailLetter, Self.trailLook)
    }
    if let dots = dots(manifold, row, column) {
      return (glyphs.hasBraille ? dots : Self.manifoldLetter, Self.manifoldLook)
    }
    return nil
  }

  /// The shade of a density at a cell; nil where there is none.
  func shade(row: Int, column: Int) -> (Unicode.Scalar, Look)? {
    shades?.mark(row: row, column: column).map { ($0, Look(ink: $1)) }
  }

  private func dots(_ canvas: Canvas, _ row: Int, _ column: Int) -> Unicode.Scalar? {
    let mask = canvas.dots[row, column]
    return mask == 0 ? nil : Dots.braille(mask)
  }
}
