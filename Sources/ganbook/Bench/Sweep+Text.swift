private import Foundation
internal import Notebook
private import Plotting

extension Sweep {
  /// A table, a plot of the time, and what they say.
  var text: String {
    let head =
      axis.title.padded(to: 8) + "ms/step".padded(to: 11) + "growth".padded(to: 9)
      + "GFLOP/s".padded(to: 10) + "MB".padded(to: 9) + "start ms"
    let rows = points.indices.map { index in
      let point = points[index]
      let cells = [
        (Wording.count(point.value), 8), (Wording.fixed(point.seconds * 1e3, places: 3), 11),
        (growth(index).map { "^" + Wording.fixed($0, places: 2) } ?? "", 9),
        (Wording.fixed(point.rate * 1e-9, places: 1), 10),
        (Wording.fixed(point.megabytes, places: 2), 9),
        (Wording.fixed(point.startSeconds * 1e3, places: 0), 0),
      ]
      return cells.map { $0.0.padded(to: $0.1) }.joined()
    }
    return ([head] + rows + [""] + plot + ["", finding]).joined(separator: "\n")
  }

  /// With which power of the value the time grew from the one before; nil of the first, and from 0.
  private func growth(_ index: Int) -> Double? {
    guard index > 0, points[index - 1].value > 0 else { return nil }
    let (old, new) = (points[index - 1], points[index])
    return log(new.seconds / old.seconds) / log(Double(new.value) / Double(old.value))
  }

  /// Milliseconds a step over the values, both by ratio.
  private var plot: [String] {
    let times = points.map { Float($0.seconds * 1e3) }
    let scale = Plotting.Axis(around: times, including: [], isLogarithmic: true)
    let (columns, rows, margin) = (60, 10, 10)
    var frame = Frame(columns: columns + margin, rows: rows)
    var chart = Chart(times, on: scale)
    chart.places = points.indices.map { Double($0) / Double(max(1, points.count - 1)) }
    chart.draw(
      into: &frame, in: Rect(column: margin, row: 0, columns: columns, rows: rows),
      glyphs: .unicode, style: Style(.normal))
    var lines = frame.lines
    for (row, value) in [(0, scale.range.upperBound), (rows - 1, scale.range.lowerBound)] {
      let label = Wording.number(value) + " ms"
      lines[row] = label.padded(to: margin) + String(lines[row].dropFirst(margin))
    }
    let (first, last) = (points.first?.value ?? 0, points.last?.value ?? 0)
    let name = "\(axis.title) \(first)"
    lines.append(
      String(repeating: " ", count: margin) + name.padded(to: columns - "\(last)".count)
        + "\(last)")
    return lines
  }

  var json: JSON {
    [
      "axis": .text(axis.title),
      "points": .list(
        points.map { point in
          [
            "value": .integer(point.value),
            "milliseconds": .number(point.seconds * 1e3),
            "gflops": .number(BenchRow.rounded(point.rate * 1e-9)),
            "megabytes": .number(BenchRow.rounded(point.megabytes)),
            "startMilliseconds": .number(BenchRow.rounded(point.startSeconds * 1e3)),
          ]
        }),
      "linearFrom": .integer(points[linear.lowerBound].value),
      "linearTo": .integer(points[linear.upperBound].value),
    ]
  }
}
