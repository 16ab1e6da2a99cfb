import Adversarial
import Notebook
import Plotting

/// One curve or measure over the whole screen: axes, levels with their names, where something was
/// turned, and a crosshair that reads it. The columns of a twin share the axes.
struct ChartPage {
  let run: RunState
  let glyphs: Glyphs
  let hasColour: Bool

  func draw(into frame: inout Frame, in rect: Rect) {
    guard let moment = run.moment, case let subjects = ChartSubject.all(of: moment),
      !subjects.isEmpty
    else {
      let box = Box(title: Line("chart", .faint))
      let inside = box.draw(into: &frame, in: rect, glyphs: glyphs)
      frame.write(Line("after the first step", .faint), row: 0, in: inside.inset(columns: 1))
      return
    }
    let index = run.chosenSubject(of: subjects)
    let subject = subjects[index]
    let box = Box(
      title: title(of: subject, columns: rect.columns - 16),
      legend: Line("\(index + 1) of \(subjects.count)", .faint))
    var rest = box.draw(into: &frame, in: rect, glyphs: glyphs).inset(columns: 1)
    let reading = rest.takeBottom(1)
    frame.write(
      ChartReading(run: run, moment: moment, subject: subject).line(columns: reading.columns),
      row: 0, in: reading)
    let time = rest.takeBottom(2)
    let plots = ChartPlots(
      run: run, moment: moment, subject: subject, glyphs: glyphs, hasColour: hasColour)
    plots.draw(into: &frame, in: rest)
    plots.drawTime(into: &frame, in: time)
  }

  /// "J_D  discriminator cost  log · smooth .9".
  private func title(of subject: ChartSubject, columns: Int) -> Line {
    let isNamed = subject.words.lowercased() != subject.title.lowercased()
    let name =
      Line(subject.title, .accent, .bold) + Line(isNamed ? "  \(subject.words)" : "", .faint)
    let words = run.lookWords(columns: columns - name.width - 2)
    return name + Line(words.isEmpty ? "" : "  \(words)", .accent)
  }
}

/// The curve's values where the crosshair is.
struct ChartReading {
  let run: RunState
  let moment: Moment
  let subject: ChartSubject

  /// "step 5 808   J_D 0.431   smoothed 0.440   ln 2 0.693".
  func line(columns: Int) -> Line {
    let history = moment.fullest
    let step = run.chart.reading ?? run.step
    let place = history.count(upTo: step) - 1
    guard history.steps.indices.contains(place) else { return Line("no record yet", .faint) }
    let width = Text.width(of: Number.spaced(max(run.live, 1)))
    var line =
      Line("step ", .faint)
      + Line(Text.trailing(Number.spaced(history.steps[place]), in: width), .accent, .bold)
    for (index, series) in subject.series.enumerated() {
      let name = run.isTwin ? ColumnState.mark(index) : subject.title
      let ink = run.isTwin ? ColumnState.ink(index) : .normal
      line += Line("   \(name) ", run.isTwin ? ink : .faint)
      let own = moment.columns[index].record(at: history.steps[place])
      line += Line(text(series, own), ink, .bold)
      guard run.curveLook.smoothing > 0 else { continue }
      let smooth = Series.smoothed(series, by: run.curveLook.smoothing)
      line += Line("  smoothed ", .faint) + Line(text(smooth, own))
    }
    for level in subject.levels[run.focus] {
      let more = Line("   \(level.title) \(subject.text(level.value).trimmed)", .faint)
      if line.width + more.width <= columns { line += more }
    }
    return line
  }

  private func text(_ series: [Float], _ place: Int) -> String {
    guard series.indices.contains(place) else { return "–" }
    return subject.text(Double(series[place]))
  }
}
