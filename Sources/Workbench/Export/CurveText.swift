import Adversarial
import Notebook
import Plotting

/// One column's curves and measures as rows of text: the name, the value now, the course, and
/// what to compare it with.
struct CurveText {
  let column: Moment.Column

  private static let width = 76

  var lines: [String] {
    let rows = rows
    var frame = Frame(columns: Self.width, rows: rows.count)
    for (index, row) in rows.enumerated() {
      let rect = Rect(column: 0, row: index, columns: Self.width, rows: 1)
      row.draw(into: &frame, in: rect, glyphs: .unicode)
    }
    return frame.lines.map(Self.withoutEnd)
  }

  private var rows: [ChartRow] {
    column.curveList.enumerated().map { index, curve in
      let value = column.curves.indices.contains(index) ? column.curves[index] : .nan
      let past = column.series(curves: true, index)
      return ChartRow(curve: curve, parts: [.init(value: ChartRow.text(of: value), past: past)])
    }
      + column.measures.enumerated().map { index, measure in
        let past = column.series(curves: false, index)
        let value = measure.format.text(of: measure.value)
        return ChartRow(measure: measure, parts: [.init(value: value, past: past)])
      }
  }

  private static func withoutEnd(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
