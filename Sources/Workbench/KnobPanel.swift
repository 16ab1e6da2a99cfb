import Adversarial
import Plotting

/// The knobs under their groups, and what the chosen one does.
struct KnobPanel {
  let run: RunState
  let glyphs: Glyphs
  /// Whether it hangs under the charts and shares their bottom line.
  var joinsAbove = false

  private var knobs: Knobs { run.knobs }

  func draw(into frame: inout Frame, in rect: Rect) {
    let rows = rows(room: rect.rows - 2 - explanationRows(of: rect))
    let room = max(0, rect.rows - 2 - explanationRows(of: rect))
    let chosen = rows.firstIndex { $0.index == knobs.chosen } ?? 0
    let scroll = Self.scroll(to: chosen, of: rows.count, room: room)
    let hidden = rows.count - scroll - room
    let box = Box(
      title: title, legend: legend,
      count: hidden > 0 ? Line("↓ \(hidden) more", .faint) : Line(), joinsAbove: joinsAbove)
    var inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
    drawExplanation(into: &frame, in: inside.takeBottom(explanationRows(of: rect)))
    for (place, row) in rows.dropFirst(scroll).prefix(room).enumerated() {
      draw(row, into: &frame, in: inside, at: place)
    }
  }

  /// Half a screenful at a time, so that the list stands still between the jumps.
  private static func scroll(to chosen: Int, of count: Int, room: Int) -> Int {
    let half = max(1, room / 2)
    return min(max(0, chosen / half * half - half / 2), max(0, count - room))
  }

  /// Whose knobs they are.
  private var title: Line {
    guard run.isTwin else { return Line("knobs", .faint) }
    let whose = run.turnsAll ? Line("all columns", .accent, .bold) : run.name(of: run.focus)
    return Line("knobs of ", .faint) + whose
  }

  private var legend: Line {
    let changed = knobs.hyperparameters.filter { knobs.isChanged($0.name) }.count
    return changed == 0
      ? Line() : Line("\(glyphs.changed) ", .accent) + Line("\(changed) changed", .faint)
  }

  /// A knob, or the heading of a group.
  private struct Row {
    let index: Int?
    let heading: String
  }

  /// With headings where there is room to scroll through them.
  private func rows(room: Int) -> [Row] {
    var rows: [Row] = []
    var group = ""
    for (index, knob) in knobs.hyperparameters.enumerated() {
      if knob.group != group {
        rows.append(Row(index: nil, heading: knob.group))
        group = knob.group
      }
      rows.append(Row(index: index, heading: ""))
    }
    return room >= 8 ? rows : rows.filter { $0.index != nil }
  }

  private func draw(_ row: Row, into frame: inout Frame, in rect: Rect, at place: Int) {
    guard let index = row.index else {
      frame.write(Line(row.heading, .faint), row: place, in: rect, offset: 1)
      return
    }
    let knob = knobs.hyperparameters[index]
    guard let setting = knobs.settings[knob.name] else { return }
    Spot.knob(index).mark(row: place, of: rect, in: &frame)
    if index == knobs.chosen { frame.paint(.selection, row: place, in: rect) }
    KnobRow(
      knob: knob, setting: setting, preset: knobs.preset[knob.name] ?? setting,
      isChosen: index == knobs.chosen, isWaiting: knobs.isWaiting(knob.name), glyphs: glyphs
    ).draw(into: &frame, row: place, in: rect)
  }

  private func explanationRows(of rect: Rect) -> Int {
    rect.rows >= 14 ? 4 : rect.rows >= 9 ? 2 : 0
  }

  private func drawExplanation(into frame: inout Frame, in rect: Rect) {
    guard let knob = knobs.chosenKnob, rect.rows > 0 else { return }
    let area = rect.inset(columns: 1)
    let text = knob.section.isEmpty ? knob.explanation : "\(knob.section)  \(knob.explanation)"
    var lines = [facts(of: knob)]
    lines += Text.wrapped(text, to: max(1, area.columns)).map { Line($0) }
    if rect.rows > 2 { lines.insert(rule(columns: area.columns, under: knob), at: 0) }
    frame.write(lines, in: area)
  }

  /// The rule above the explanation; it says of a knob that shapes the program when it applies.
  private func rule(columns: Int, under knob: Hyperparameter) -> Line {
    let words = knob.isStructural ? " rebuilds the game at the next step " : ""
    let count = columns - Text.width(of: words)
    let line = String(repeating: Character(glyphs.horizontal), count: max(0, count - 2))
    guard count >= 4 else {
      return Line(line + String(repeating: Character(glyphs.horizontal), count: 2), .faint)
    }
    let end = String(repeating: Character(glyphs.horizontal), count: 2)
    return Line(line, .faint) + Line(words) + Line(end, .faint)
  }

  private func facts(of knob: Hyperparameter) -> Line {
    let preset = knobs.preset[knob.name]?.text ?? ""
    guard !knobs.isWaiting(knob.name) || !knob.isStructural else {
      return Line("applies at the next step", .accent)
    }
    return Line("\(knob.rangeText)   preset \(preset)", .faint)
  }
}
