import Adversarial
import Notebook
import Plotting

/// Real and generated points over D's field, of one column.
struct PlanePanel {
  let run: RunState
  let column: Int
  /// Whether the other columns of a twin are not on the screen.
  let isAlone: Bool
  let glyphs: Glyphs
  let hasColour: Bool

  func draw(into frame: inout Frame, in rect: Rect) {
    guard let shown, case .plane(let plane) = shown.picture else {
      drawWaiting(into: &frame, in: rect)
      return
    }
    drawBorder(plane, into: &frame, in: rect)
    let inside = rect.inset(columns: 1, rows: 1)
    switch run.view {
    case .overlay: draw(plane, real: true, generated: true, into: &frame, in: inside)
    case .generated: draw(plane, real: false, generated: true, into: &frame, in: inside)
    case .field, .optimum, .difference:
      draw(plane, real: false, generated: false, into: &frame, in: inside)
    case .split:
      var right = inside
      let left = right.takeLeft(inside.columns / 2)
      draw(plane, real: true, generated: false, into: &frame, in: left)
      draw(plane, real: false, generated: true, into: &frame, in: right)
    }
  }

  private var shown: Moment.Column? {
    guard let columns = run.moment?.columns, columns.indices.contains(column) else { return nil }
    return columns[column]
  }

  private var heatmap: Heatmap {
    switch run.view {
    case .optimum: run.columns[column].optimum
    case .difference: run.columns[column].difference
    case .overlay, .split, .generated, .field: run.columns[column].heatmap
    }
  }

  /// Draws D's field and the clouds that are asked for.
  private func draw(
    _ plane: Plane, real: Bool, generated: Bool, into frame: inout Frame, in rect: Rect
  ) {
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

  /// Without colour, letters tell the clouds apart; alone, each can have its dots.
  private var marks: Scatter.Marks {
    guard glyphs.hasBraille else { return .letters }
    return hasColour || run.view != .overlay ? .braille : .letters
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

  private func drawBorder(_ plane: Plane, into frame: inout Frame, in rect: Rect) {
    let outside = (plane.real + plane.generated).filter { !plane.bounds.contains($0) }.count
    let count = outside == 1 ? "1 point outside" : "\(Number.spaced(outside)) points outside"
    let bounds = "x \(plane.bounds.horizontal.text)  y \(plane.bounds.vertical.text)"
    let note = hasColour ? fieldLegend : contourLegend
    var box = heading(columns: rect.columns)
    box.note = hint ?? (rect.columns < 52 ? note : note + Line("   \(bounds)", .faint))
    box.count = outside > 0 ? Line(count, .warning) : Line()
    _ = box.draw(into: &frame, in: rect, glyphs: glyphs)
  }

  /// What stands in the upper border: a twin's columns have names and compare their modes.
  private func heading(columns: Int) -> Box {
    guard run.isTwin else {
      let name = columns < 36 ? "" : "plane"
      let view = run.view.rawValue
      let title = run.view == .overlay ? name : columns < 52 ? view : "plane · \(view)"
      return Box(title: Line(title, .faint), legend: legend(columns: columns))
    }
    // A border's corners, and the blanks around what is set into it.
    let room = columns - 7
    let standing = standing(columns: room)
    let view = run.view == .overlay ? Line() : Line(" · \(run.view.rawValue)", .faint)
    let title = (run.name(of: column) + view).clipped(to: max(1, room - standing.width))
    return Box(title: title, legend: standing)
  }

  /// How many modes the column has, on top of its plane; shorter where the name needs the room.
  private func standing(columns: Int) -> Line {
    guard let measures = shown?.measures,
      let measure = measures.first(where: { $0.name == "modesReached" }) ?? measures.first
    else { return Line() }
    let value = Line(measure.format.text(of: measure.value))
    let whole = Line("\(measure.title) ", .faint) + value
    return whole.width + run.name(of: column).width <= columns ? whole : value
  }

  /// Where columns stand behind each other, how to come to the next.
  private var hint: Line? {
    guard isAlone, run.isTwin else { return nil }
    return Line("c", .accent, .bold)
      + Line(" column \(column + 1) of \(run.columns.count)", .faint)
  }

  private func legend(columns: Int) -> Line {
    let isLetters = marks == .letters
    func entry(_ word: String, _ ink: Ink) -> Line {
      let mark = isLetters ? Scatter.letter(of: ink) : glyphs.dot
      return Line("\(mark) ", ink, .bold) + Line(word, .faint)
    }
    switch run.view {
    case .overlay:
      let two = entry("real", .real) + Line("  ") + entry("generated", .generated)
      return columns < 34 ? two : two + Line("  ") + entry("both", .both)
    case .split: return entry("real", .real) + Line("  ") + entry("generated", .generated)
    case .generated: return entry("generated", .generated)
    case .field, .optimum, .difference: return Line()
    }
  }

  private var fieldLegend: Line {
    let (below, above) = FieldWords(run.view).ends
    var line = Line(below + " ", .faint)
    for level in UInt8(0)..<8 { line += Line(" ", Style(.normal, on: .field(level))) }
    return line + Line(" " + above, .faint)
  }

  private var contourLegend: Line { Line(FieldWords(run.view).contours, .faint) }

  private func drawWaiting(into frame: inout Frame, in rect: Rect) {
    let inside = Box(title: Line("plane", .faint)).draw(into: &frame, in: rect, glyphs: glyphs)
    let lines: [Line]
    if let failure = run.failure {
      lines =
        [Line("These settings describe no game.", .warning), Line()]
        + Text.wrapped(failure, to: max(1, inside.columns - 4)).map { Line($0) }
    } else {
      lines = [
        Line("Building the game …"), Line(),
        Line("The players are traced, differentiated and compiled;", .faint),
        Line("the first points come after the first step.", .faint),
      ]
    }
    let area = inside.centred(columns: inside.columns - 4, rows: lines.count)
    for (row, line) in lines.enumerated() { frame.write(line, row: row, in: area, .centre) }
  }
}

extension Bounds {
  var horizontal: ClosedRange<Double> { Double(x.lowerBound)...Double(x.upperBound) }
  var vertical: ClosedRange<Double> { Double(y.lowerBound)...Double(y.upperBound) }

  /// Whether a point is in view; one that is not finite never is.
  func contains(_ point: SIMD2<Float>) -> Bool { x.contains(point.x) && y.contains(point.y) }
}

extension ClosedRange<Double> {
  /// "-3…3".
  var text: String { "\(Number.short(lowerBound))…\(Number.short(upperBound))" }
}
