import Adversarial
import Notebook
import Plotting

/// Costs, what D believes, and the measures, one box under the other with common columns.
struct ChartsPanel {
  let run: RunState
  let glyphs: Glyphs

  func draw(into frame: inout Frame, in rect: Rect) {
    guard let moment = run.moment,
      !moment.columns[0].curveList.isEmpty || !moment.columns[0].measures.isEmpty
    else {
      let box = Box(title: Line("costs and measures", .faint))
      let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
      frame.write(Line("after the first step", .faint), row: 0, in: inside.inset(columns: 1))
      return
    }
    let sections = fitting(sections(of: moment, isNarrow: rect.columns < 38), rows: rect.rows - 1)
    let heights = heights(of: sections, rows: rect.rows - 1)
    var rest = rect
    for (index, section) in sections.enumerated() {
      let isLast = index == sections.count - 1
      // Boxes share a line: each hangs under the one before.
      let box = Rect(
        column: rest.column, row: rest.row, columns: rest.columns,
        rows: isLast ? rest.rows : min(rest.rows, section.rows(height: heights[index]) + 2))
      draw(section, height: heights[index], joins: index > 0, into: &frame, in: box)
      _ = rest.takeTop(box.rows - 1)
    }
  }

  /// Rows of one look under a heading.
  struct Section {
    let title: String
    /// What the last column holds.
    var beside = ""
    let rows: [ChartRow]
    /// Whether a taller chart tells more.
    let grows: Bool

    func rows(height: Int) -> Int { rows.count * height }
  }

  private func sections(of moment: Moment, isNarrow: Bool) -> [Section] {
    let question = isNarrow ? "what D answers" : "does D still see a difference?"
    let titles: [(Curve.Kind, String, Bool)] = [
      (.cost, "costs", true), (.belief, question, false), (.other, Self.leastNeeded, false),
    ]
    let now = moment.columns[0].curves
    let rows = moment.columns[0].curveList.enumerated().map { index, curve in
      // Before the first step there are names, but no values.
      let value = now.indices.contains(index) ? now[index] : .nan
      let past = moment.columns[0].series(curves: true, index)
      return (curve.kind, ChartRow(curve: curve, value: value, past: past))
    }
    var sections = titles.map { kind, title, grows in
      Section(title: title, rows: rows.filter { $0.0 == kind }.map(\.1), grows: grows)
    }
    let measures = moment.columns[0].measures.enumerated().map { index, measure in
      ChartRow(measure: measure, past: moment.columns[0].series(curves: false, index))
    }
    sections.append(Section(title: "measures", beside: "real", rows: measures, grows: false))
    return sections.filter { !$0.rows.isEmpty }
  }

  /// What goes first where there is no room for everything.
  private static let leastNeeded = "gradients"

  private func fitting(_ sections: [Section], rows: Int) -> [Section] {
    let needed = sections.reduce(0) { $0 + $1.rows.count + 1 }
    return needed <= rows ? sections : sections.filter { $0.title != Self.leastNeeded }
  }

  /// Rows a curve: what is left over goes to the charts that tell more when they are taller.
  private func heights(of sections: [Section], rows: Int) -> [Int] {
    let needed = sections.reduce(0) { $0 + $1.rows.count + 1 }
    let growing = sections.filter(\.grows).reduce(0) { $0 + $1.rows.count }
    let height = growing > 0 ? 1 + max(0, rows - needed) / growing : 1
    return sections.map { $0.grows ? min(height, 8) : 1 }
  }

  private func draw(
    _ section: Section, height: Int, joins: Bool, into frame: inout Frame, in rect: Rect
  ) {
    let hasBeside = section.rows.contains { !$0.beside.isEmpty }
    let isWide = rect.columns - 4 >= ChartRow.widthForBeside
    let box = Box(
      title: Line(section.title, .faint),
      legend: hasBeside && isWide ? Line(section.beside, .faint) : Line(), joinsAbove: joins)
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs).inset(columns: 1)
    var rest = inside
    for row in section.rows {
      row.draw(into: &frame, in: rest.takeTop(height), glyphs: glyphs)
    }
  }
}
