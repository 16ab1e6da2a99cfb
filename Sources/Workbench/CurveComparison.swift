import Notebook
import Plotting

/// One curve of two recorded runs, one above the other on common axes.
struct CurveComparison {
  let name: String
  let marked: RunCard.RecordedCurve?
  let chosen: RunCard.RecordedCurve?

  /// The names that either run has a curve of, in the order of the recordings.
  static func names(_ marked: RunCard, _ chosen: RunCard) -> [String] {
    let own = marked.curves.map(\.name)
    return own + chosen.curves.map(\.name).filter { !own.contains($0) }
  }

  /// - Parameter name: the curve that is asked for; the modes reached, or the first, where neither
  ///   run has it.
  init?(_ name: String?, _ marked: RunCard, _ chosen: RunCard) {
    let names = Self.names(marked, chosen)
    let usual = names.contains("modesReached") ? "modesReached" : names.first
    guard let name = name.flatMap({ names.contains($0) ? $0 : nil }) ?? usual else { return nil }
    self.name = name
    self.marked = marked.curves.first { $0.name == name }
    self.chosen = chosen.curves.first { $0.name == name }
  }

  /// Rows that it takes of so many: a spark for each run, or a chart where there is room.
  static func rows(of rows: Int) -> Int { rows >= 24 ? 11 : rows >= 7 ? 3 : 0 }

  /// "modes reached", or "b modes reached" for the second column of a twin.
  private var title: String {
    let parts = name.split(separator: ".")
    let words = ChartSubject.words(from: parts.last.map(String.init) ?? name)
    guard parts.count > 1, let column = Int(parts[0].drop { !$0.isNumber }), column > 0 else {
      return words
    }
    return "\(ColumnState.mark(column - 1)) \(words)"
  }

  private var last: Int {
    max(1, marked?.steps.last ?? 0, chosen?.steps.last ?? 0)
  }

  func draw(into frame: inout Frame, in rect: Rect, glyphs: Glyphs) {
    guard rect.rows > 2 else { return }
    var rest = rect
    let all = (marked?.values ?? []) + (chosen?.values ?? [])
    let axis = Axis(Series.bounds(of: all, including: []))
    let heading = rest.takeTop(1)
    frame.write(
      Line(title, .normal, .bold)
        + Line("  \(axis.range.text) over \(Number.steps(last))", .faint), row: 0, in: heading)
    frame.write(Line("v", .accent, .bold) + Line(" next", .faint), row: 0, in: heading, .trailing)
    let curves = [(marked, glyphs.changed, Ink.normal), (chosen, glyphs.pointer, .good)]
    for (index, (curve, mark, ink)) in curves.enumerated() {
      var area = rest.takeTop(rest.rows / (2 - index))
      frame.write(Line("\(mark)", .accent), row: 0, in: area.takeLeft(2))
      guard let curve else {
        frame.write(Line("not recorded", .faint), row: 0, in: area)
        continue
      }
      draw(curve, on: axis, into: &frame, in: area, glyphs: glyphs, style: Style(ink))
    }
  }

  private func draw(
    _ curve: RunCard.RecordedCurve, on axis: Axis, into frame: inout Frame, in rect: Rect,
    glyphs: Glyphs, style: Style
  ) {
    let places = curve.steps.map { Double($0) / Double(last) }
    guard rect.rows > 1 else {
      // A run that ended earlier ends earlier on the line, too.
      let columns = Series.columns(curve.values, at: places, count: rect.columns)
      let values = columns.map { $0.map { Float($0.highest) } ?? .nan }
      Sparkline(values, on: axis).draw(
        into: &frame, row: 0, in: rect, glyphs: glyphs, style: style)
      return
    }
    var chart = Chart(curve.values, on: axis)
    chart.places = places
    chart.draw(into: &frame, in: rect, glyphs: glyphs, style: style)
  }
}
