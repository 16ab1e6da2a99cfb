import Notebook
import Plotting

/// A column's modes over time as rows of text, the hops under them.
struct LifeText {
  let column: Moment.Column
  /// The step that the run has reached.
  let last: Int

  private static let width = 64

  var lines: [String] {
    guard column.life.count > 0 else { return [] }
    let chart = LifeChart(life: column.life, step: last, live: last, columns: Self.width)
    let newest = chart.newest
    let rows = chart.cells.enumerated().map { mode, cells in
      let course = String(String.UnicodeScalarView(cells.map { LifeGlyph.of($0, .unicode) }))
      let share = Number.fixed(Double(newest[mode]) * 100, places: 0)
      return Text.trailing("\(mode + 1)", in: 3) + " \(course)" + Text.trailing(share, in: 4) + " %"
    }
    return rows + [hops(chart)]
  }

  private func hops(_ chart: LifeChart) -> String {
    var marks = [Unicode.Scalar](repeating: " ", count: Self.width)
    for hop in chart.hops { marks[chart.place(of: hop.step)] = Glyphs.unicode.tweak }
    let line = String(String.UnicodeScalarView(marks))
    return ("hop " + line).trimmedEnd
  }
}

extension String {
  /// Without the blanks at its end.
  var trimmedEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
