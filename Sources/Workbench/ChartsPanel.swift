import Adversarial
import Notebook
import Plotting

/// Costs, what D believes, and the measures, one box under the other with common columns.
struct ChartsPanel {
  let run: RunState
  let glyphs: Glyphs
  /// Whether inks can be told apart, so that curves can share an axis.
  private let canOverlay: Bool
  /// The names of all charts that can fill the screen.
  private let subjects: [String]

  init(run: RunState, glyphs: Glyphs, hasColour: Bool = true) {
    self.run = run
    self.glyphs = glyphs
    canOverlay = glyphs.hasBraille && hasColour
    subjects = run.subjects.map(\.name)
  }

  func draw(into frame: inout Frame, in rect: Rect) {
    guard let moment = run.moment,
      !moment.columns[0].curveList.isEmpty || !moment.columns[0].measures.isEmpty
    else {
      let box = Box(title: Line("costs and measures", .faint))
      let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
      frame.write(Line("after the first step", .faint), row: 0, in: inside.inset(columns: 1))
      return
    }
    var shown = moment
    let columns = columns(in: rect)
    shown.columns = columns.map { moment.columns[$0] }
    let sections = fitting(sections(of: shown, isNarrow: rect.columns < 38), rows: rect.rows - 1)
    let heights = heights(of: sections, rows: rect.rows - 1)
    var rest = rect
    for (index, section) in sections.enumerated() {
      let isLast = index == sections.count - 1
      // Boxes share a line: each hangs under the one before.
      let box = Rect(
        column: rest.column, row: rest.row, columns: rest.columns,
        rows: isLast ? rest.rows : min(rest.rows, section.rows(height: heights[index]) + 2))
      let before = index > 0 ? arrangement(height: heights[index - 1]) : nil
      draw(section, height: heights[index], after: before, into: &frame, in: box)
      _ = rest.takeTop(box.rows - 1)
    }
  }

  /// How the columns share a row of so many cells' height.
  private func arrangement(height: Int) -> ChartRow.Arrangement {
    canOverlay && height > 1 ? .overlaid : .apart
  }

  /// The columns that there is room for: all, or the one that has the focus.
  private func columns(in rect: Rect) -> [Int] {
    let all = run.moment?.columns.indices ?? 0..<0
    let room = rect.columns - 4 - ChartRow.titleWidth
    return room / max(1, all.count) >= ChartRow.leastPart ? Array(all) : [run.focus]
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
    let rows = moment.columns[0].curveList.enumerated().map {
      index, curve -> (curve: Curve, row: ChartRow) in
      let levels = curve.levels(in: moment.columns[0].settings)
      let row = ChartRow(
        curve: curve, reference: levels.first, parts: parts(of: moment, curve: index),
        isLogarithmic: run.curveLook.isLogarithmic)
      return (curve, row)
    }
    var sections = titles.map { kind, title, grows in
      let own = rows.filter { $0.curve.heading == nil && $0.curve.kind == kind }
      return Section(title: title, rows: own.map(\.row), grows: grows)
    }
    for heading in Set(rows.compactMap(\.curve.heading)).sorted() {
      let own = rows.filter { $0.curve.heading == heading }
      sections.append(Section(title: heading, rows: own.map(\.row), grows: true))
    }
    sections.append(
      Section(
        title: "measures", beside: "real", rows: measureRows(of: moment, [.sample]), grows: false))
    sections += ownSections(of: moment)
    return sections.filter { !$0.rows.isEmpty }
  }

  /// Each column's share of a curve; before the first step there are names, but no values.
  private func parts(of moment: Moment, curve index: Int) -> [ChartRow.Part] {
    moment.columns.map { column in
      let value = column.curves.indices.contains(index) ? column.curves[index] : .nan
      return part(
        of: column, value: ChartRow.text(of: value), past: column.series(curves: true, index))
    }
  }

  func parts(of moment: Moment, measure name: String) -> [ChartRow.Part] {
    moment.columns.map { column in
      guard let own = column.measures.firstIndex(where: { $0.name == name }) else {
        return ChartRow.Part(value: "–", past: [])
      }
      let measure = column.measures[own]
      return part(
        of: column, value: measure.format.text(of: measure.value),
        past: column.series(curves: false, own))
    }
  }

  private func part(of column: Moment.Column, value: String, past: [Float]) -> ChartRow.Part {
    let records = column.history.records(in: run.stretch).clamped(to: past.indices)
    func record(_ step: Int) -> Int? {
      let place = column.history.count(upTo: step) - 1 - records.lowerBound
      return place >= 0 && place < records.count ? place : nil
    }
    let smooth = Series.smoothed(past, by: run.curveLook.smoothing)
    return ChartRow.Part(
      value: value, past: Array(smooth[records]),
      behind: run.curveLook.smoothing > 0 ? Array(past[records]) : [],
      cursor: run.isPast ? record(run.step) : nil, markers: run.tweaks.compactMap(record))
  }

  /// What goes first where there is no room for everything.
  static let leastNeeded = "gradients and logits"

  private func fitting(_ sections: [Section], rows: Int) -> [Section] {
    let needed = sections.reduce(0) { $0 + $1.rows.count + 1 }
    if needed <= rows { return sections }
    let kept = Self.mostNeeded(of: sections, rows: rows)
    return kept ?? sections.filter { $0.title != Self.leastNeeded }
  }

  /// Rows a curve: what is left over goes to the charts that tell more when they are taller.
  private func heights(of sections: [Section], rows: Int) -> [Int] {
    let needed = sections.reduce(0) { $0 + $1.rows.count + 1 }
    let growing = sections.filter(\.grows).reduce(0) { $0 + $1.rows.count }
    let height = growing > 0 ? 1 + max(0, rows - needed) / growing : 1
    return sections.map { $0.grows ? min(height, 8) : 1 }
  }

  private func draw(
    _ section: Section, height: Int, after before: ChartRow.Arrangement?,
    into frame: inout Frame, in rect: Rect
  ) {
    let (joins, arrangement) = (before != nil, arrangement(height: height))
    let hasBeside = section.rows.contains { !$0.beside.isEmpty }
    let isWide = rect.columns - 4 >= ChartRow.widthForBeside(parts: columns(in: rect).count)
    let words =
      joins ? "" : run.lookWords(columns: rect.columns - Text.width(of: section.title) - 8)
    let title = section.title + (words.isEmpty ? "" : "  \(words)")
    let box = Box(
      title: Line(section.title, .faint) + Line(words.isEmpty ? "" : "  \(words)", .accent),
      legend: hasBeside && isWide ? Line(section.beside, .faint) : Line(), joinsAbove: joins)
    let inside = box.draw(into: &frame, in: rect, glyphs: glyphs).inset(columns: 1)
    if run.isTwin, before != arrangement {
      drawMarks(of: columns(in: rect), arrangement, into: &frame, over: inside, title)
    }
    var rest = inside
    for row in section.rows {
      let area = rest.takeTop(height)
      row.draw(
        into: &frame, in: area, glyphs: glyphs, arrangement, columns: columns(in: rect))
      if let subject = subjects.firstIndex(of: row.name) {
        Spot.chart(subject).mark(area, in: &frame)
      }
    }
  }

  /// Says in the border which part belongs to which column: its mark over its values where the
  /// curves share an axis, else its name.
  private func drawMarks(
    of columns: [Int], _ arrangement: ChartRow.Arrangement, into frame: inout Frame,
    over inside: Rect, _ title: String
  ) {
    let border = Rect(
      column: inside.column, row: inside.row - 1, columns: inside.columns, rows: 1)
    let places = ChartRow.places(of: columns.count, arrangement, in: border)
    // The first part begins behind the box's own title.
    let taken = inside.column + Text.width(of: title) + 2
    for (index, place) in zip(columns, places.parts) {
      if arrangement == .overlaid, columns.count > 1 {
        let mark = Line(" \(ColumnState.mark(index)) ", ColumnState.ink(index), .bold)
        if place.column + place.columns - 3 >= taken {
          frame.write(mark, row: 0, in: place, .trailing)
        }
      } else {
        var area = place
        _ = area.takeLeft(max(0, taken - area.column))
        let own = RunState.names(of: [index], in: run, columns: .max)
        let name = Line(" ") + own.clipped(to: area.columns - 2) + Line(" ")
        frame.write(name, row: 0, in: area)
      }
    }
    guard arrangement == .overlaid, columns.count > 1 else { return }
    var rest = border
    _ = rest.takeLeft((places.parts.last.map { $0.column + $0.columns } ?? 0) - border.column)
    let names = RunState.names(of: columns, in: run, columns: rest.columns - 2)
    if names.width > 0 {
      frame.write(Line(" ") + names + Line(" "), row: 0, in: rest, .trailing)
    }
  }
}

extension RunState {
  /// "a original  b 5 steps": the columns in the inks of their curves; nothing where there is no
  /// room.
  static func names(of indices: [Int], in run: RunState, columns: Int) -> Line {
    let names = indices.map { index -> Line in
      let ink = ColumnState.ink(index)
      let title = run.columns.indices.contains(index) ? run.columns[index].title : ""
      return Line("\(ColumnState.mark(index)) ", ink, .bold)
        + Line(title.isEmpty ? "original" : title, ink)
    }
    let line = names.enumerated().reduce(Line()) {
      $0 + Line($1.offset == 0 ? "" : "  ") + $1.element
    }
    return line.width <= columns ? line : Line()
  }
}
