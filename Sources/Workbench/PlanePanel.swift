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
    if run.view == .costs, let costs = plane.costs {
      draw(costs, into: &frame, in: rect)
      return
    }
    let cells = cells(plane)
    let parts = PlaneParts(of: run.view, in: rect).parts
    let arrows = parts.first { $0.wanted.contains(.lines) }.flatMap { cells.arrows(in: $0.rect) }
    var legend = PlaneLegend(run: run, marks: cells.marks, glyphs: glyphs, pull: arrows?.largest)
    if plane.answers != .probability, let scale = cells.memory.learned.scale(isAbsolute: false) {
      legend.middle = scale.words(at: 0).above
    }
    drawBorder(cells, legend, into: &frame, in: rect)
    for part in parts {
      cells.draw(part.wanted, into: &frame, in: part.rect)
      let area = PlaneArea(showing: cells.window, in: part.rect)
      ModeMarks(run: run, column: column, glyphs: glyphs)?.draw(into: &frame, in: area)
      frame.write(Line(part.title, .faint), row: 0, in: area.titleRow)
    }
  }

  /// Costs over D(G(z)), in the plane's place.
  private func draw(_ costs: CostPicture, into frame: inout Frame, in rect: Rect) {
    let legend = PlaneLegend(run: run, marks: .braille, glyphs: glyphs)
    var box = heading(legend, columns: rect.columns)
    box.note = hint ?? CostCells.note(costs, columns: rect.columns - 6)
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
    CostCells(costs: costs, glyphs: glyphs).draw(into: &frame, in: inside)
  }

  private var shown: Moment.Column? {
    guard let columns = run.moment?.columns, columns.indices.contains(column) else { return nil }
    return columns[column]
  }

  private func cells(_ plane: Plane) -> PlaneCells {
    PlaneCells(
      plane: plane, memory: run.columns[column].plane, view: run.view, state: run.plane,
      window: run.window ?? plane.bounds, glyphs: glyphs, hasColour: hasColour)
  }

  private func drawBorder(
    _ cells: PlaneCells, _ legend: PlaneLegend, into frame: inout Frame, in rect: Rect
  ) {
    var box = heading(legend, columns: rect.columns)
    box.count = outside(cells, columns: rect.columns)
    let taken = box.count.width > 0 ? box.count.width + 3 : 0
    box.note = hint ?? note(cells, legend, columns: rect.columns - 6 - taken)
    _ = box.draw(into: &frame, in: rect, glyphs: glyphs)
  }

  /// "12 points outside", in as few words as there is room for; it is never left out.
  private func outside(_ cells: PlaneCells, columns: Int) -> Line {
    let points = cells.plane.real + cells.plane.generated
    let count = points.count { !cells.window.contains($0) }
    guard count > 0 else { return Line() }
    let number = Number.spaced(count)
    let words =
      columns >= 60
      ? count == 1 ? "1 point outside" : "\(number) points outside"
      : columns >= 38 ? "\(number) outside" : "\(number) out"
    // What was zoomed out of view is no surprise.
    return Line(words, run.plane.zoom.level > 0 ? .faint : .warning)
  }

  /// What stands in the lower border: the place that is read, or what the ground means and which
  /// part of the plane it is; as much of it as fits.
  private func note(_ cells: PlaneCells, _ legend: PlaneLegend, columns: Int) -> Line {
    if let readout = PlaneReadout(run: run, column: column) {
      return readout.short(columns: columns)
    }
    let window = cells.window
    let factor = run.plane.zoom.isWhole ? "" : "  ×\(Number.short(run.plane.zoom.factor))"
    let part = Line(
      "x \(window.horizontal.text)  y \(window.vertical.text)\(factor)",
      factor.isEmpty ? .faint : .accent)
    let ground = groundLegend(cells, columns: columns)
    let lines = run.isTwin ? legend.ofLines : Line()
    let all = lines.width > 0 ? lines + Line("  ") + ground : ground
    let field = [all, ground, lines].first { $0.width <= columns } ?? Line()
    let both = field.width > 0 ? field + Line("   ") + part : part
    if both.width <= columns, columns >= 40 { return both }
    return factor.isEmpty && field.width > 0 ? field : part
  }

  /// What stands in the upper border: a twin's columns have names and compare their modes.
  private func heading(_ legend: PlaneLegend, columns: Int) -> Box {
    guard run.isTwin else {
      let name = columns < 36 ? "" : "plane"
      let view = run.view.rawValue
      let isBare = columns < 52 || run.view == .costs
      let title = run.view == .overlay ? name : isBare ? view : "plane · \(view)"
      return Box(
        title: Line(title, .faint),
        legend: legend.line(columns: columns - 8 - Text.width(of: title)))
    }
    // A border's corners, and the blanks around what is set into it.
    let room = columns - 7
    let standing = standing(columns: room)
    let name = run.name(of: column).clipped(to: max(1, room - standing.width))
    let view = run.view == .overlay ? Line() : Line(" · \(run.view.rawValue)", .faint)
    let title = (name + view).width + standing.width <= room ? name + view : name
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
    return run.columnHint(column)
  }

  /// What the ground stands for, or the line where there is no ground.
  private func groundLegend(_ cells: PlaneCells, columns: Int) -> Line {
    if let view = cells.ground, let scale = cells.scale {
      let words = FieldWords(view, scale)
      return hasColour ? words.legend(columns: columns) : words.contours(columns: columns, glyphs)
    }
    return run.plane.layers.contains(.contour) && !hasColour
      ? Line("D: \(glyphs.hasBraille ? Character(Dots.braille(0x12)) : "=") .5", .faint) : Line()
  }

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
