import Adversarial
import Notebook
import Plotting

/// The mode-life chart: a row a mode, its share of the samples over time; when the samples hopped
/// from mode to mode; and the log of the hops. A twin has its columns side by side.
struct LifePanel {
  let run: RunState
  let glyphs: Glyphs
  /// Whether it hangs under a box and shares its bottom line.
  var joinsAbove = false

  /// Narrower than this, a column's part tells nothing.
  private static let leastPart = 20
  /// Cells of a mode's number and of its share now.
  private static let label = 3
  private static let share = 5

  func draw(into frame: inout Frame, in rect: Rect) {
    let shown = columns(in: rect)
    let box = Box(
      title: Line("mode life", .faint), legend: legend(of: shown), joinsAbove: joinsAbove)
    var rest = box.draw(into: &frame, in: rect, glyphs: glyphs).inset(columns: 1)
    guard let moment = run.moment, shown.contains(where: { moment.columns[$0].life.count > 0 })
    else {
      let measures = run.moment?.columns[run.focus].measures ?? []
      let hasModes = measures.isEmpty || measures.contains { $0.name == "modesReached" }
      let words = hasModes ? "after the first measurement" : "these data have no modes"
      frame.write(Line(words, .faint), row: 0, in: rest)
      return
    }
    for (index, column) in shown.enumerated() {
      var part = rest.takeLeft((rest.columns + 1) / (shown.count - index))
      if index < shown.count - 1 { part.columns -= 1 }
      if run.isTwin { frame.write(run.name(of: column), row: 0, in: part.takeTop(1)) }
      draw(moment.columns[column].life, moment, into: &frame, in: part)
    }
  }

  /// The columns that there is room for: all, or the one that has the focus.
  private func columns(in rect: Rect) -> [Int] {
    let all = run.moment?.columns.indices ?? 0..<1
    return (rect.columns - 4) / max(1, all.count) >= Self.leastPart ? Array(all) : [run.focus]
  }

  private func legend(of shown: [Int]) -> Line {
    guard let moment = run.moment else { return Line() }
    let counts = shown.map { column in
      moment.columns[column].life.hops.count { $0.step <= moment.step }
    }
    let words = counts.map(String.init).joined(separator: " and ")
    return Line(counts == [1] ? "1 hop" : "\(words) hops", .faint)
  }

  private func draw(
    _ life: ModeLife, _ moment: Moment, into frame: inout Frame, in rect: Rect
  ) {
    // A row for the hops; where the modes do not fit, two of them share a row.
    let isPacked = life.count + 1 > rect.rows
    let hasShares = rect.columns >= 34 && !isPacked
    let width = rect.columns - Self.label - 1 - (hasShares ? Self.share : 0)
    guard width > 0, rect.rows > 0, life.count > 0 else { return }
    let chart = LifeChart(
      life: life, step: moment.step, live: moment.time.live, columns: width)
    var rest = rect
    let rows = min(isPacked ? (life.count + 1) / 2 : life.count, max(1, rect.rows - 1))
    drawModes(chart, isPacked: isPacked, into: &frame, in: rest.takeTop(rows), hasShares)
    drawHops(chart, into: &frame, in: rest.takeTop(1))
    frame.write(Array(log(of: chart.hops, columns: rect.columns).prefix(rest.rows)), in: rest)
  }

  private func drawModes(
    _ chart: LifeChart, isPacked: Bool, into frame: inout Frame, in rect: Rect,
    _ hasShares: Bool
  ) {
    let cells = chart.cells
    let newest = chart.newest
    for row in 0..<rect.rows {
      let mode = isPacked ? 2 * row : row
      guard cells.indices.contains(mode) else { return }
      let name = Text.trailing("\(mode + 1)", in: Self.label)
      frame.write(Line(name, .faint), row: row, in: rect)
      let lower = cells.indices.contains(mode + 1) ? cells[mode + 1] : []
      for column in 0..<chart.columns {
        let glyph =
          isPacked
          ? LifeGlyph.of(
            cells[mode][column], lower.isEmpty ? nil : lower[column], glyphs)
          : LifeGlyph.of(cells[mode][column], glyphs)
        guard glyph != " " else { continue }
        frame[rect.row + row, rect.column + Self.label + 1 + column] = Cell(
          glyph, Style(.generated))
      }
      if hasShares, newest.indices.contains(mode) {
        let percent = "\(Number.fixed(Double(newest[mode]) * 100, places: 0)) %"
        frame.write(Line(percent, .faint), row: row, in: rect, .trailing)
      }
    }
  }

  private func drawHops(_ chart: LifeChart, into frame: inout Frame, in rect: Rect) {
    guard rect.rows > 0 else { return }
    frame.write(Line("hop", .faint), row: 0, in: rect)
    for hop in chart.hops {
      let column = rect.column + Self.label + 1 + chart.place(of: hop.step)
      frame[rect.row, column] = Cell(glyphs.tweak, Style(.accent, .bold))
    }
  }

  /// Newest first: "step 4 200  3 → 5  D's logit on 3: -2.1".
  private func log(of hops: [Hop], columns: Int) -> [Line] {
    guard !hops.isEmpty else { return [Line("no hop so far", .faint)] }
    return hops.reversed().map { hop in
      let step = "\(columns < 40 ? "" : "step ")\(Number.spaced(hop.step))"
      let logit = columns < 40 ? "D:" : "D's logit on \(hop.from + 1):"
      return
        (Line(step, .accent) + Line("  \(hop.from + 1) → \(hop.to + 1)  ")
        + Line("\(logit) \(hop.logitText)", .faint)).clipped(to: columns)
    }
  }
}

extension Hop {
  /// The logit as people write it.
  var logitText: String { logit.isNaN ? "–" : Number.fixed(Double(logit), places: 2) }
}
