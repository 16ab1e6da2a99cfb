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
    for (panel, rect) in layout.panels {
      draw(panel, into: &frame, in: rect, joins: layout.joinsKnobs)
    }
    ClaimLine(run: run).draw(into: &frame, in: layout.claim)
    drawFoot(into: &frame, in: layout.footer)
  }

  private func draw(
    _ panel: RunLayout.Panel, into frame: inout Frame, in rect: Rect, joins: Bool
  ) {
    switch panel {
    case .plane:
      PlanePanel(run: run, glyphs: state.glyphs, hasColour: state.hasColour)
        .draw(into: &frame, in: rect)
    case .charts: ChartsPanel(run: run, glyphs: state.glyphs).draw(into: &frame, in: rect)
    case .knobs:
      KnobPanel(run: run, glyphs: state.glyphs, joinsAbove: joins).draw(into: &frame, in: rect)
    case .page: PagePanel(run: run, glyphs: state.glyphs).draw(into: &frame, in: rect)
    }
  }

  /// The keys; a value being typed or a notice stands in their place.
  private func drawFoot(into frame: inout Frame, in rect: Rect) {
    let line: Line
    if case .prompt(let prompt)? = state.layers.last {
      let keys = Footer(context: .prompt).line(
        columns: max(0, rect.columns - prompt.line.width - 3))
      line = prompt.line + Line("  ") + keys
    } else if let notice = state.notice {
      line = NoticeLine(notice: notice).line
    } else {
      line = Footer(context: state.context, isTraining: run.isTraining).line(columns: rect.columns)
    }
    frame.write(line, row: 0, in: rect)
  }
}

/// The page's text beside the plane.
struct PagePanel {
  let run: RunState
  let glyphs: Glyphs

  func draw(into frame: inout Frame, in rect: Rect) {
    let text = PageText(page: run.experiment, preset: run.preset)
    let lines = text.lines(columns: max(1, rect.columns - 4))
    let room = max(0, rect.rows - 2)
    let scroll = min(run.scroll, max(0, lines.count - room))
    let hidden = lines.count - scroll - room
    let box = Box(
      title: Line("page", .faint),
      count: hidden > 0 ? Line("PgDn", .accent) + Line(" \(hidden) more", .faint) : Line())
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
    frame.write(Array(lines.dropFirst(scroll)), in: inside.inset(columns: 1))
  }
}
