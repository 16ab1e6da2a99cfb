import Adversarial
import Notebook
import Plotting

/// The curve itself on its axes, once for each column of the run.
struct ChartPlots {
  let run: RunState
  let moment: Moment
  let subject: ChartSubject
  let glyphs: Glyphs

  /// Cells for the values beside the axis, and for the names of the levels.
  private static let valueWidth = 8
  private static let leastForNames = 50
  private var namesWidth: Int {
    (subject.levels.flatMap { $0 }.map { Text.width(of: name(of: $0)) }.max() ?? -1) + 1
  }

  func draw(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    let count = subject.series.count
    for index in 0..<count {
      var area = rest.takeTop(rest.rows / (count - index))
      if run.isTwin, area.rows > 2 {
        frame.write(run.name(of: index), row: 0, in: area.takeTop(1))
      }
      draw(column: index, into: &frame, in: area)
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

  private func draw(column index: Int, into frame: inout Frame, in rect: Rect) {
    let (series, history) = (subject.series[index], moment.columns[index].history)
    let levels = subject.levels[index]
    let places = places(in: rect)
    guard !places.plot.isEmpty else { return }
    let records = records(of: index)
    let raw = Array(series[records])
    let smooth = Array(Series.smoothed(series, by: run.curveLook.smoothing)[records])
    let axis = axis
    var chart = Chart(smooth, on: axis, levels: levels.map(\.value))
    if run.curveLook.smoothing > 0 { chart.behind = raw }
    let steps = Array(history.steps[records])
    let span = Double(window.upperBound) - Double(window.lowerBound)
    chart.places = steps.map { (Double($0) - Double(window.lowerBound)) / span }
    func place(_ step: Int) -> Int? {
      window.contains(step) ? steps.lastIndex { $0 <= step } : nil
    }
    chart.cursor = run.isPast || run.chart.reading != nil ? place(cursor) : nil
    chart.markers = run.tweaks.compactMap(place)
    Spot.plot.mark(places.plot, in: &frame)
    drawAxis(axis, of: chart, into: &frame, in: rect, places.plot)
    chart.draw(into: &frame, in: places.plot, glyphs: glyphs, style: Style(ink))
    draw(levels, of: chart, into: &frame, in: places.names)
    if run.curveLook.isLogarithmic, !axis.isLogarithmic {
      let note = Line("linear: not all values are above 0", .faint)
      frame.write(note, row: 0, in: places.plot, .trailing)
    }
  }

  private var cursor: Int { run.chart.reading ?? run.step }

  private var ink: Ink {
    switch subject.name {
    case "realProbability": .real
    case "generatedProbability": .generated
    default: .normal
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

  /// The names of the levels at the right end of their lines.
  private func draw(
    _ levels: [Curve.Reference], of chart: Chart, into frame: inout Frame, in rect: Rect
  ) {
    var taken: Set<Int> = []
    for level in levels {
      guard let row = chart.row(of: level.value, of: rect.rows), taken.insert(row).inserted
      else { continue }
      frame.write(Line(name(of: level), .faint), row: row, in: rect, offset: 1)
    }
  }
}
