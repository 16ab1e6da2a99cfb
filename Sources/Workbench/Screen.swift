import Plotting

/// The whole picture: a page, and what lies over it.
struct Screen {
  let state: State

  /// Below this a page can't be read.
  static let smallest = (columns: 40, rows: 12)

  func draw(into frame: inout Frame) {
    if frame.columns < Self.smallest.columns || frame.rows < Self.smallest.rows {
      drawTooSmall(into: &frame)
      return
    }
    if case .help(let help)? = state.layers.last {
      HelpPage(state: state, help: help).draw(into: &frame)
    } else if let run = state.run {
      RunPage(state: state, run: run).draw(into: &frame)
    } else if let fan = state.fan {
      FanPage(state: state, fan: fan).draw(into: &frame)
    } else if state.ledger.isOpen {
      LedgerPage(state: state).draw(into: &frame)
    } else if state.runs.isOpen {
      RunsPage(state: state).draw(into: &frame)
    } else {
      ContentsPage(state: state).draw(into: &frame)
    }
    if state.isWelcoming { WelcomeBox(glyphs: state.glyphs).draw(into: &frame) }
    if case .palette(let palette)? = state.layers.last {
      PaletteBox(list: PaletteList(state: state, palette), palette: palette, glyphs: state.glyphs)
        .draw(into: &frame)
    }
    if case .question(let question)? = state.layers.last {
      QuestionBox(question: question, glyphs: state.glyphs).draw(into: &frame)
    }
  }

  private func drawTooSmall(into frame: inout Frame) {
    let text =
      "ganbook needs \(Self.smallest.columns)×\(Self.smallest.rows) cells; "
      + "here are \(frame.columns)×\(frame.rows). Make the window larger, or press q to leave."
    let lines = Text.wrapped(text, to: frame.columns)
    let area = frame.area.centred(columns: frame.columns, rows: lines.count)
    frame.write(lines.map { Line($0) }, in: area)
  }
}

/// A small box in the middle that asks before something is lost.
struct QuestionBox {
  let question: Question
  let glyphs: Glyphs

  func draw(into frame: inout Frame) {
    Spot.cover.mark(frame.area, in: &frame)
    let lines = [
      Line(question.text), Line(),
      Line("Enter", .accent, .bold) + Line(" \(question.yes)     ")
        + Line("Esc", .accent, .bold) + Line(" \(question.no)"),
    ]
    let width = (lines.map(\.width).max() ?? 0) + 6
    let rect = frame.area.centred(columns: width, rows: lines.count + 4)
    frame.fill(rect)
    let box = Box(title: Line(question.title, .accent, .bold))
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs, style: Style(.accent))
    frame.write(lines, in: inside.inset(columns: 2, rows: 1))
  }
}
