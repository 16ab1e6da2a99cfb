import Adversarial
import Notebook
import Plotting

/// The curves of all columns of the run on common axes, told apart by ink and, without colours, by
/// letters.
struct ChartPlots {
  let run: RunState
  let moment: Moment
  let subject: ChartSubject
  let glyphs: Glyphs
  var hasColour = true

  /// Cells for the values beside the axis, and for the names of the levels.
  private static let valueWidth = 8
  private static let leastForNames = 50
  private var namesWidth: Int {
    let levels = levels.map { Text.width(of: name(of: $0)) }.max() ?? -1
    return run.isTwin ? max(2, levels + 2) : levels + 1
  }

  /// The levels of all columns, each once.
  private var levels: [Curve.Reference] {
    subject.levels.flatMap { $0 }.reduce(into: []) { all, level in
      if !all.contains(where: { $0.value == level.value }) { all.append(level) }
    }
  }

  func draw(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    if run.isTwin, rest.rows > 3 {
      let names = RunState.names(
        of: Array(subject.series.indices), in: run, columns: rest.columns - Self.valueWidth)
      frame.write(
        names, row: 0, in: rest.takeTop(1), offset: min(Self.valueWidth, rect.columns / 4))
    }
    let places = places(in: rest)
    guard !places.plot.isEmpty else { return }
    Spot.plot.mark(places.plot, in: &frame)
    let axis = axis
    var chart = Chart([], on: axis, levels: levels.map(\.value))
    drawAxis(axis, of: chart, into: &frame, in: rest, places.plot)
    // The focus lies on top; what lies under the curves is drawn with the first of them.
    let order = subject.series.indices.filter { $0 != run.focus } + [run.focus]
    for index in order where subject.series.indices.contains(index) {
      let isFirst = index == order.first
      chart = self.chart(of: index, on: axis, isFirst: isFirst)
      chart.draw(into: &frame, in: places.plot, glyphs: glyphs, style: Style(ink(of: index)))
    }
    drawNames(axis, into: &frame, in: places.names)
    if run.curveLook.isLogarithmic, !axis.isLogarithmic {
      let note = Line("linear: not all values are above 0", .faint)
      frame.write(note, row: 0, in: places.plot, .trailing)
    }
  }

  /// The axis of time under the plots: round steps, and a mark over each.
  func drawTime(into frame: inout Frame, in rect: Rect) {
    guard rect.rows == 2 else { return }
    let plot = places(in: rect).plot
    for column in plot.column - 1..<plot.column + plot.columns {
      frame[rect.row, column] = Cell(glyphs.horizontal, Style(.faint))
    }
    frame[rect.row, plot.column - 1] = Cell(glyphs.bottomLeft, Style(.faint))
    let axis = Axis(Double(window.lowerBound)...Double(window.upperBound))
    var free = rect.column
    for tick in axis.ticks(most: max(2, plot.columns / 12)) {
      guard tick < 1e15, let share = axis.share(of: tick) else { continue }
      let column = plot.column + Series.index(at: share, of: plot.columns)
      let text = Number.spaced(Int(tick))
      let start = max(free, column - Text.width(of: text) / 2)
      guard start + Text.width(of: text) <= rect.column + rect.columns else { continue }
      frame[rect.row, column] = Cell(glyphs.origin, Style(.faint))
      frame.write(Line(text, .faint), row: 1, in: rect, offset: start - rect.column)
      free = start + Text.width(of: text) + 2
    }
    let end = rect.column + rect.columns - 5
    if free < end { frame.write(Line("step", .faint), row: 1, in: rect, .trailing) }
  }

  /// The steps from the left end to the right.
  private var window: ClosedRange<Int> {
    let all = run.stretch ?? 0...max(1, run.live)
    return all.lowerBound < all.upperBound ? all : all.lowerBound...all.lowerBound + 1
  }

  /// The step at a cell of so many between the axes.
  func step(at column: Int, of columns: Int) -> Int {
    let share = (Double(column) + 0.5) / Double(max(1, columns))
    return window.lowerBound + Int(share * Double(window.upperBound - window.lowerBound))
  }

  private func name(of level: Curve.Reference) -> String {
    "\(level.title) \(subject.text(level.value).trimmed)"
  }

  /// Where the values, the curve and the names of the levels stand.
  private func places(in rect: Rect) -> (values: Rect, plot: Rect, names: Rect) {
    var rest = rect
    let values = rest.takeLeft(min(Self.valueWidth, rect.columns / 4))
    _ = rest.takeLeft(1)
    let names = rest.takeRight(rect.columns >= Self.leastForNames ? namesWidth : 0)
    return (values, rest, names)
  }

  /// A column's curve; the first to be drawn has the levels and the crosshair.
  private func chart(of index: Int, on axis: Axis, isFirst: Bool) -> Chart {
    let (series, history) = (subject.series[index], moment.columns[index].history)
    let records = records(of: index)
    let raw = Array(series[records])
    let smooth = Array(Series.smoothed(series, by: run.curveLook.smoothing)[records])
    var chart = Chart(smooth, on: axis, levels: isFirst ? levels.map(\.value) : [])
    chart.isStepped = subject.isStepped
    if run.isTwin, !(glyphs.hasBraille && hasColour) {
      chart.letter = ColumnState.mark(index).unicodeScalars.first
    }
    if run.curveLook.smoothing > 0 { chart.behind = raw }
    let steps = Array(history.steps[records])
    let span = Double(window.upperBound) - Double(window.lowerBound)
    chart.places = steps.map { (Double($0) - Double(window.lowerBound)) / span }
    func place(_ step: Int) -> Int? {
      window.contains(step) ? steps.lastIndex { $0 <= step } : nil
    }
    let isRead = run.isPast || run.chart.reading != nil
    chart.cursor = isFirst && isRead ? place(cursor) : nil
    chart.markers = run.tweaks.compactMap(place)
    return chart
  }

  private var cursor: Int { run.chart.reading ?? run.step }

  private func ink(of index: Int) -> Ink {
    if run.isTwin { return ColumnState.ink(index) }
    switch subject.name {
    case "realProbability": return .real
    case "generatedProbability": return .generated
    default: return .normal
    }
  }

  /// The records in view that a column has of it.
  private func records(of index: Int) -> Range<Int> {
    moment.columns[index].history.records(in: window)
      .clamped(to: subject.series[index].indices)
  }

  /// The axis that holds the values in view and the levels of all columns: they compare by eye.
  private var axis: Axis {
    let raw = subject.series.indices.flatMap { subject.series[$0][records(of: $0)] }
    let levels = subject.levels.flatMap { $0.map(\.value) }
    if run.curveLook.isLogarithmic {
      let axis = Axis(around: raw, including: levels, isLogarithmic: true)
      if axis.isLogarithmic { return axis }
    }
    return subject.range.map { Axis($0) } ?? Axis(around: raw, including: levels)
  }

  /// Round values beside the axis.
  private func drawAxis(
    _ axis: Axis, of chart: Chart, into frame: inout Frame, in rect: Rect, _ plot: Rect
  ) {
    for row in plot.row..<plot.row + plot.rows {
      frame[row, plot.column - 1] = Cell(glyphs.vertical, Style(.faint))
    }
    let values = places(in: rect).values
    for tick in axis.ticks(most: max(2, (plot.rows + 1) / 3)) {
      guard let row = chart.row(of: tick, of: plot.rows) else { continue }
      frame[plot.row + row, plot.column - 1] = Cell(glyphs.rightTee, Style(.faint))
      let text = subject.range == nil ? Number.short(tick) : subject.text(tick).trimmed
      frame.write(Line(text, .faint), row: row, in: values, .trailing, offset: 1)
    }
  }

  /// At the right end the mark of each column where its curve ends, and the names of the levels.
  private func drawNames(_ axis: Axis, into frame: inout Frame, in rect: Rect) {
    guard rect.columns > 0 else { return }
    let scale = Chart([], on: axis)
    var taken: Set<Int> = []
    for level in levels {
      guard let row = scale.row(of: level.value, of: rect.rows), taken.insert(row).inserted
      else { continue }
      frame.write(
        Line(name(of: level), .faint), row: row, in: rect, offset: run.isTwin ? 2 : 1)
    }
    guard run.isTwin else { return }
    taken = []
    for index in subject.series.indices {
      let series = Series.smoothed(subject.series[index], by: run.curveLook.smoothing)
      guard let last = series[records(of: index)].last, last.isFinite else { continue }
      let inView = min(max(Double(last), axis.range.lowerBound), axis.range.upperBound)
      // Beside its neighbour where two curves end alike.
      guard let row = scale.row(of: inView, of: rect.rows) else { continue }
      let free = [row, row - 1, row + 1, row - 2, row + 2].first {
        (0..<rect.rows).contains($0) && !taken.contains($0)
      }
      guard let free else { continue }
      taken.insert(free)
      frame.write(Line(ColumnState.mark(index), ink(of: index), .bold), row: free, in: rect)
    }
  }
}
