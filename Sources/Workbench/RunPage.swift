import Notebook
import Plotting

/// A run: its title, the plane, what stands beside it, the claim and the keys.
struct RunPage {
  let state: State
  let run: RunState

  func draw(into frame: inout Frame) {
    let layout = RunLayout(state: state)
    frame.write(
      TitleLine(run: run, glyphs: state.glyphs).line(columns: layout.title.columns), row: 0,
      in: layout.title)
    if run.chart.isOpen {
      ChartPage(run: run, glyphs: state.glyphs, hasColour: state.hasColour).draw(
        into: &frame, in: layout.body)
    } else {
      for (panel, rect) in layout.panels { draw(panel, into: &frame, in: rect, layout) }
    }
    TimeBar(run: run, glyphs: state.glyphs).draw(into: &frame, in: layout.time)
    run.guide?.draw(
      into: &frame, in: layout.guide, isStanding: !run.isTraining && run.moment != nil)
    if let readout = ModeReadout(run: run) {
      frame.write(
        readout.lines(columns: layout.claim.columns, rows: layout.claim.rows), in: layout.claim)
    } else if let readout = PlaneReadout(run: run, column: run.focus) {
      frame.write(
        readout.lines(columns: layout.claim.columns, rows: layout.claim.rows), in: layout.claim)
    } else {
      drawClaim(into: &frame, in: layout.claim)
    }
    drawFoot(into: &frame, in: layout.footer)
  }

  /// The claim; in slow motion the phase stands there.
  private func drawClaim(into frame: inout Frame, in rect: Rect) {
    if let slow = run.slowMotion {
      let lines = SlowMotionLines(slow: slow, run: run)
      frame.write(lines.lines(columns: rect.columns, rows: rect.rows), in: rect)
      return
    }
    let word = VerdictWord(page: run.experiment, ledger: state.ledger)
    ClaimLine(run: run, verdict: word.isKnown ? word.line : Line()).draw(
      into: &frame, in: rect)
  }

  private func draw(
    _ panel: RunLayout.Panel, into frame: inout Frame, in rect: Rect, _ layout: RunLayout
  ) {
    switch panel {
    case .plane(let column):
      Spot.plane(column).mark(rect.inset(columns: 1, rows: 1), in: &frame)
      GamePanel(
        run: run, column: column, isAlone: layout.planes.count == 1, glyphs: state.glyphs,
        hasColour: state.hasColour
      ).draw(into: &frame, in: rect)
    case .charts: drawCharts(into: &frame, in: rect)
    case .knobs:
      KnobPanel(run: run, glyphs: state.glyphs, joinsAbove: layout.joinsKnobs).draw(
        into: &frame, in: rect)
    case .page: PagePanel(run: run, glyphs: state.glyphs).draw(into: &frame, in: rect)
    }
  }

  /// The charts, the modes' lives, or both where there is room.
  private func drawCharts(into frame: inout Frame, in rect: Rect) {
    let rows = (run.moment?.columns.map(\.life.count).max() ?? 0) + 6
    let isHigh = rect.rows >= Self.rowsOfCharts + rows
    var rest = rect
    let charts = run.showsLife ? rest.takeTop(isHigh ? rect.rows - rows : 0) : rect
    if !charts.isEmpty {
      ChartsPanel(run: run, glyphs: state.glyphs, hasColour: state.hasColour).draw(
        into: &frame, in: charts)
    }
    guard run.showsLife else { return }
    if isHigh {
      // The boxes share a line.
      rest = Rect(
        column: rest.column, row: rest.row - 1, columns: rest.columns, rows: rest.rows + 1)
    }
    LifePanel(run: run, glyphs: state.glyphs, joinsAbove: isHigh).draw(into: &frame, in: rest)
  }

  /// Rows with which the charts show all they have.
  private static let rowsOfCharts = 19

  /// The keys; a value being typed or a notice stands in their place.
  private func drawFoot(into frame: inout Frame, in rect: Rect) {
    let line: Line
    if case .writing(let writing)? = state.layers.last {
      line = writing.line(columns: rect.columns)
    } else if case .prompt(let prompt)? = state.layers.last {
      let keys = Footer(context: .prompt).line(
        columns: max(0, rect.columns - prompt.line.width - 3))
      line = prompt.line + Line("  ") + keys
    } else if let notice = state.notice {
      line = NoticeLine(notice: notice).line
    } else {
      line = Footer(context: state.context, isTraining: run.isTraining, isTwin: run.isTwin)
        .line(columns: rect.columns)
    }
    frame.write(line, row: 0, in: rect)
  }
}
