import Adversarial
import Plotting

/// The cells of a phase portrait: the field as arrows, the path, and where it stands.
struct PhaseCells {
  let phase: PhasePortrait
  /// From the start to where the game is.
  let path: [SIMD2<Float>]
  let glyphs: Glyphs

  static func legend(_ glyphs: Glyphs) -> Line {
    let start = glyphs.hasBraille ? "○" : "o"
    return Line("\(start) ", .real, .bold) + Line("start  ", .faint)
      + Line("\(glyphs.dot) ", .generated, .bold) + Line("path  ", .faint)
      + Line("+ ", .good, .bold) + Line("equilibrium", .faint)
  }

  /// Draws undistorted in the middle of the area.
  func draw(into frame: inout Frame, in rect: Rect) {
    let (width, height) = phase.bounds.extent
    let cells = Canvas.cells(showing: width, by: height, in: rect)
    let area = rect.centred(columns: cells.columns, rows: cells.rows)
    guard !area.isEmpty else { return }
    for arrow in phase.arrows {
      guard let place = cell(of: arrow.at, in: area), let glyph = glyph(arrow.direction) else {
        continue
      }
      frame[place.row, place.column] = Cell(glyph, Style(.faint))
    }
    draw(line, into: &frame, in: area)
    mark("+", .good, at: .zero, into: &frame, in: area)
    mark(glyphs.hasBraille ? "○" : "o", .real, at: phase.start, into: &frame, in: area)
    mark(glyphs.hasBraille ? "●" : "@", .accent, at: phase.place, into: &frame, in: area)
  }

  private func cell(of point: SIMD2<Float>, in area: Rect) -> (row: Int, column: Int)? {
    let (x, y) = (phase.bounds.horizontal, phase.bounds.vertical)
    guard let column = Canvas.place(Double(point.x), in: x, of: area.columns),
      let row = Canvas.place(Double(point.y), in: y, of: area.rows)
    else { return nil }
    return (area.row + area.rows - 1 - row, area.column + column)
  }

  private func mark(
    _ glyph: Unicode.Scalar, _ ink: Ink, at point: SIMD2<Float>, into frame: inout Frame,
    in area: Rect
  ) {
    guard let place = cell(of: point, in: area) else { return }
    frame[place.row, place.column] = Cell(glyph, Style(ink, .bold))
  }

  /// The eighth of the circle that a direction lies in, as an arrow; nil where there is none.
  private func glyph(_ direction: SIMD2<Float>) -> Unicode.Scalar? {
    let size = max(abs(direction.x), abs(direction.y))
    guard size > 1e-6, size.isFinite else { return nil }
    return glyphs.arrows[PlaneArrows.octant(of: direction)]
  }

  /// The path as points so close that they are a line.
  private var line: [SIMD2<Float>] {
    let step = (phase.bounds.x.upperBound - phase.bounds.x.lowerBound) / 400
    return zip(path, path.dropFirst()).flatMap { from, to -> [SIMD2<Float>] in
      let length = max(abs(to.x - from.x), abs(to.y - from.y))
      guard length.isFinite else { return [] }
      let count = min(400, max(1, Int(length / step)))
      return (0...count).map { from + (to - from) * (Float($0) / Float(count)) }
    }
  }

  private func draw(_ points: [SIMD2<Float>], into frame: inout Frame, in area: Rect) {
    var canvas = Canvas(
      columns: area.columns, rows: area.rows, x: phase.bounds.horizontal,
      y: phase.bounds.vertical)
    canvas.plot(points)
    for row in 0..<area.rows {
      for column in 0..<area.columns where canvas.dots[row, column] != 0 {
        let glyph: Unicode.Scalar =
          glyphs.hasBraille ? Dots.braille(canvas.dots[row, column]) : "*"
        frame[area.row + row, area.column + column] = Cell(glyph, Style(.generated))
      }
    }
  }
}
