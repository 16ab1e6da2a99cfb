import Adversarial
import Plotting

/// The cells of a plane without its border: the clouds over a field.
struct PlaneCells {
  let plane: Plane
  let heatmap: Heatmap
  let marks: Scatter.Marks
  let glyphs: Glyphs
  let hasColour: Bool

  /// Draws the field and the clouds that are asked for, undistorted in the middle of the area.
  func draw(real: Bool, generated: Bool, into frame: inout Frame, in rect: Rect) {
    let (width, height) = plane.bounds.extent
    let cells = Canvas.cells(showing: width, by: height, in: rect)
    let area = rect.centred(columns: cells.columns, rows: cells.rows)
    let empty = Canvas(
      columns: area.columns, rows: area.rows, x: plane.bounds.horizontal,
      y: plane.bounds.vertical)
    var scatter = Scatter(real: empty, generated: empty)
    if real { scatter.real.plot(plane.real) }
    if generated { scatter.generated.plot(plane.generated) }
    for row in 0..<area.rows {
      for column in 0..<area.columns {
        frame[area.row + row, area.column + column] = cell(scatter, area, row, column)
      }
    }
  }

  private func cell(_ scatter: Scatter, _ area: Rect, _ row: Int, _ column: Int) -> Cell {
    let level = heatmap.level(row: row, of: area.rows, column: column, of: area.columns)
    let ground = level.map { Ground.field($0) } ?? .normal
    if let (glyph, ink) = scatter.mark(row: row, column: column, marks) {
      return Cell(glyph, Style(ink, on: ground, ink == .both ? .bold : []))
    }
    return Cell(contour(area, row, column), Style(.faint, on: ground))
  }

  /// The line where D is undecided, and where colour can't tell how sure it is, two more.
  private func contour(_ area: Rect, _ row: Int, _ column: Int) -> Unicode.Scalar {
    let contour = heatmap.contour(
      row: row, of: area.rows, column: column, of: area.columns)
    switch contour {
    case 4: return hasColour && glyphs.hasBraille ? "·" : "="
    case 2 where !hasColour: return "-"
    case 6 where !hasColour: return "+"
    default: return " "
    }
  }
}

extension Scatter.Marks {
  /// Without colour, letters tell the clouds apart; a cloud alone can have its dots.
  init(hasBraille: Bool, isAlone: Bool) { self = hasBraille && isAlone ? .braille : .letters }
}
