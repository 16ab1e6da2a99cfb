import Adversarial
import Experiments
import Notebook
import Plotting

/// Many seeds side by side: a small plane of each, and what they say together.
struct FanPage {
  let state: State
  let fan: FanState

  private var glyphs: Glyphs { state.glyphs }

  func draw(into frame: inout Frame) {
    var rest = frame.area
    let top = rest.takeTop(1)
    frame.write(heading(columns: top.columns), row: 0, in: top)
    frame.write(count, row: 0, in: top, .trailing, offset: 1)
    frame.fill(rest.takeTop(1), Cell(glyphs.horizontal, Style(.faint)))
    let footer = rest.takeBottom(1)
    frame.write(bottomLine(columns: footer.columns), row: 0, in: footer)
    frame.fill(rest.takeBottom(1), Cell(glyphs.horizontal, Style(.faint)))
    let layout = FanLayout(state: state, count: fan.members.count)
    for (place, rect) in layout.tiles(of: fan.members.count, seeing: fan.chosen) {
      Spot.seed(place).mark(rect, in: &frame)
      draw(fan.members[place], isChosen: place == fan.chosen, into: &frame, in: rect)
    }
    let summary = FanSummary(fan: fan, columns: layout.summary.columns - 2)
    frame.write(
      Array(summary.lines.prefix(layout.summary.rows)), in: layout.summary.inset(columns: 1))
  }

  private func heading(columns: Int) -> Line {
    let title = Line(" \(fan.page.title)", .accent, .bold) + Line(" · \(fan.preset.shortName)")
    guard let first = fan.members.first?.seed, let last = fan.members.last?.seed else {
      return title
    }
    return columns < 72 ? title : title + Line(" · seeds \(first) to \(last)") + column
  }

  /// Which side of a twin the planes show.
  private var column: Line {
    guard fan.isTwin else { return Line() }
    let side = fan.preset.columns[fan.focus].title
    return Line("   \(ColumnState.mark(fan.focus)) ", .accent, .bold) + Line(side, .faint)
  }

  private var count: Line {
    Line("\(fan.finishedCount) of \(fan.members.count) finished", .faint)
  }

  private func bottomLine(columns: Int) -> Line {
    if let notice = state.notice { return NoticeLine(notice: notice).line }
    return Footer(context: .fan, isTwin: fan.isTwin).line(columns: columns)
  }

  // MARK: A seed

  private func draw(
    _ member: FanState.Member, isChosen: Bool, into frame: inout Frame, in rect: Rect
  ) {
    let ink: Ink = isChosen ? .accent : .normal
    let mark = isChosen ? "\(glyphs.hasBraille ? "▸" : ">") " : ""
    let box = Box(
      title: Line("\(mark)\(member.seed)", ink, .bold),
      legend: standing(of: member, columns: rect.columns - 8), note: progress(of: member))
    let inside = box.draw(
      into: &frame, in: rect, glyphs: glyphs, style: Style(isChosen ? .accent : .faint))
    guard let moment = member.moment, moment.columns.indices.contains(fan.focus),
      case .plane(let plane) = moment.columns[fan.focus].picture
    else {
      let words = member.failure ?? (member.moment == nil ? "waits" : "")
      let lines = Text.wrapped(words, to: max(1, inside.columns - 2)).prefix(inside.rows)
      let area = inside.centred(columns: inside.columns - 2, rows: lines.count)
      for (row, line) in lines.enumerated() {
        frame.write(
          Line(line, member.failure == nil ? .faint : .warning), row: row, in: area, .centre)
      }
      return
    }
    PlaneCells(
      plane: plane, memory: member.planes[fan.focus], view: .overlay, state: fan.plane,
      window: plane.bounds, glyphs: glyphs, hasColour: state.hasColour
    ).draw([.real, .generated, .lines], into: &frame, in: inside)
  }

  /// How many modes it has: of each side of a twin.
  private func standing(of member: FanState.Member, columns: Int) -> Line {
    let texts = (member.moment?.columns ?? []).compactMap { column -> String? in
      let measures = column.measures
      let measure = measures.first { $0.name == "modesReached" } ?? measures.first
      return measure.map { $0.format.text(of: $0.value) }
    }
    let line = Line(texts.joined(separator: " | "))
    return line.width <= columns ? line : Line()
  }

  private func progress(of member: FanState.Member) -> Line {
    guard let moment = member.moment else { return Line() }
    switch moment.status {
    case .finished: return Line("done", .faint)
    case .diverged(let step): return Line("diverged \(Number.spaced(step))", .warning)
    case .training, .paused: return Line(Number.spaced(moment.step), .faint)
    }
  }
}
