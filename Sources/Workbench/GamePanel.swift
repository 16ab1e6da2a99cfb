import Adversarial
import Notebook
import Plotting

/// What a column's game looks like, by the kind of its picture.
struct GamePanel {
  let run: RunState
  let column: Int
  /// Whether the other columns of a twin are not on the screen.
  let isAlone: Bool
  let glyphs: Glyphs
  let hasColour: Bool

  func draw(into frame: inout Frame, in rect: Rect) {
    let columns = run.moment?.columns ?? []
    switch columns.indices.contains(column) ? columns[column].picture : nil {
    case .phase(let phase)?:
      let inside = drawBorder(
        "phase portrait", legend: PhaseCells.legend(glyphs), note: Line(phase.words, .faint),
        into: &frame, in: rect)
      PhaseCells(phase: phase, path: path(phase), glyphs: glyphs).draw(into: &frame, in: inside)
    case .line(let line)?:
      let inside = drawBorder(
        "densities", legend: LineCells.legend(line, glyphs), note: Line(), into: &frame, in: rect)
      LineCells(line: line, glyphs: glyphs).draw(into: &frame, in: inside)
    case .plane?, nil:
      PlanePanel(
        run: run, column: column, isAlone: isAlone, glyphs: glyphs, hasColour: hasColour
      ).draw(into: &frame, in: rect)
    }
  }

  /// The box, which in a twin has the column's name and its first measure.
  private func drawBorder(
    _ name: String, legend: Line, note: Line, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let room = max(1, rect.columns - 7)
    var box = Box(title: Line(name, .faint), legend: legend)
    if run.isTwin {
      let measure = run.moment?.columns[column].measures.first
      let value = measure.map { Line("\($0.title) ", .faint) + Line($0.format.text(of: $0.value)) }
      box = Box(title: run.name(of: column).clipped(to: room), legend: value ?? Line())
    }
    if (box.legend.width + box.title.width) > room - 2 { box.legend = Line() }
    box.note =
      isAlone && run.isTwin
      ? run.columnHint(column)
      : note.clipped(to: room)
    return box.draw(into: &frame, in: rect, glyphs: glyphs)
  }

  /// Where the game has been up to the step in view.
  private func path(_ phase: PhasePortrait) -> [SIMD2<Float>] {
    guard let moment = run.moment else { return [] }
    let shown = moment.columns[column]
    func series(_ name: String) -> [Float] {
      shown.curveList.firstIndex { $0.name == name }.map { shown.series(curves: true, $0) } ?? []
    }
    let count = shown.history.count(upTo: run.step)
    let coordinates = zip(series(phase.curves.x), series(phase.curves.y)).prefix(count)
    return [phase.start] + coordinates.map { SIMD2($0, $1) } + [phase.place]
  }
}
