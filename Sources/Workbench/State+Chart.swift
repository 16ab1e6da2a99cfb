import Notebook
import Plotting

extension State {
  /// What the keys of the charts ask for.
  mutating func performOnCharts(_ action: Action) -> [Effect] {
    guard let run else { return [] }
    switch action {
    case .enlargeChart:
      self.run?.chart.isOpen = true
    case .shrinkChart:
      self.run?.chart.isOpen = false
      self.run?.chart.reading = nil
    case .logScale: self.run?.curveLook.isLogarithmic.toggle()
    case .smooth: self.run?.curveLook.smoothMore()
    case .narrowTime:
      let interval = run.moment?.fullest.interval ?? 1
      let before = run.curveLook
      self.run?.curveLook.narrow(live: run.live, interval: interval)
      if self.run?.curveLook == before {
        say("There are not enough records for a shorter stretch.")
      }
    case .widenTime: self.run?.curveLook.widen(live: run.live)
    case .previousChart: chooseChart(by: -1)
    case .nextChart: chooseChart(by: 1)
    case .readBack: read(by: -1)
    case .readForth: read(by: 1)
    case .readFarBack: read(by: -Self.far)
    case .readFarForth: read(by: Self.far)
    case .goToReading: return goToReading()
    default: break
    }
    showCharts(for: action)
    return []
  }

  /// How many strides the crosshair leaps.
  private static let far = 10

  private mutating func chooseChart(by offset: Int) {
    guard let run else { return }
    let subjects = run.subjects
    guard !subjects.isEmpty else { return }
    let index = run.chosenSubject(of: subjects) + offset
    self.run?.chart.chosen = subjects[(index + subjects.count) % subjects.count].name
  }

  /// Moves the crosshair by as many records as a column of the chart holds.
  private mutating func read(by strides: Int) {
    guard let run, let history = run.moment?.fullest else { return }
    let records = history.records(in: run.stretch)
    guard !records.isEmpty else { return }
    let now = history.count(upTo: run.chart.reading ?? run.step) - 1
    let stride = max(1, records.count / max(1, columns - 12))
    let place = min(max(records.lowerBound, now + strides * stride), records.upperBound - 1)
    self.run?.chart.reading = history.steps[place]
  }

  /// Opens a chart over the whole screen.
  mutating func enlargeChart(_ index: Int) -> [Effect] {
    guard let run, case let subjects = run.subjects, subjects.indices.contains(index) else {
      return []
    }
    self.run?.chart.chosen = subjects[index].name
    return perform(.enlargeChart)
  }

  /// Moves the crosshair to the record at a cell of the plot.
  mutating func read(at column: Int, of columns: Int) {
    guard let run, let moment = run.moment, case let subjects = run.subjects, !subjects.isEmpty
    else { return }
    let plots = ChartPlots(
      run: run, moment: moment, subject: subjects[run.chosenSubject(of: subjects)], glyphs: glyphs)
    let history = moment.fullest
    let record = history.count(upTo: plots.step(at: column, of: columns)) - 1
    guard !history.steps.isEmpty else { return }
    self.run?.chart.reading = history.steps[max(0, record)]
  }

  /// The step under the crosshair comes into view.
  private mutating func goToReading() -> [Effect] {
    guard let reading = run?.chart.reading else { return [] }
    run?.chart.reading = nil
    return look(at: reading)
  }

  /// The charts come into view when a person changes how they look.
  private mutating func showCharts(for action: Action) {
    guard [.logScale, .smooth, .narrowTime, .widenTime].contains(action), let run,
      !run.chart.isOpen, !RunLayout(state: self).panels.contains(where: { $0.panel == .charts })
    else { return }
    self.run?.tab = .charts
  }
}
