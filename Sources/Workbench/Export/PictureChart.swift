import Adversarial
import Notebook
import Plotting

/// One chart of the picture: curves over the steps with their names and values above, levels to
/// compare with, and a mark where a knob was turned.
struct PictureChart {
  let content: Content
  /// The steps of the records.
  let steps: [Int]
  /// The step at the right end.
  let last: Int
  let changes: [Int]
  let palette: Palette
  let x: Double
  let y: Double

  /// Charts in a row.
  static let perRow = 4
  static let width =
    (PictureReport.content - 2 * PictureReport.gap * Double(perRow - 1)) / Double(perRow)
  static let height = 150.0
  private static let left = 38.0
  private static let top = 24.0
  private static let bottom = 18.0

  /// What a chart shows.
  struct Content {
    let title: String
    let range: ClosedRange<Double>
    let curves: [Curve]
    let levels: [(value: Double, title: String)]
  }

  struct Curve {
    let title: String
    let now: String
    let values: [Float]
    let ink: Ink
    /// Colour alone must not tell curves apart.
    let dashes: String
  }

  private var plot: (x: Double, y: Double, width: Double, height: Double) {
    (x + Self.left, y + Self.top, Self.width - Self.left, Self.height - Self.top - Self.bottom)
  }

  func draw(into svg: inout SVG) {
    drawAxes(into: &svg)
    drawLevels(into: &svg)
    drawChanges(into: &svg)
    for curve in content.curves { draw(curve, into: &svg) }
    drawNames(into: &svg)
  }

  // MARK: Places

  private func across(_ step: Int) -> Double {
    plot.x + plot.width * Double(step) / Double(max(1, last))
  }

  private func up(_ value: Double) -> Double {
    let (low, high) = (content.range.lowerBound, content.range.upperBound)
    let share = (min(max(value, low), high) - low) / max(high - low, 1e-12)
    return plot.y + plot.height * (1 - share)
  }

  // MARK: Parts

  private func drawAxes(into svg: inout SVG) {
    svg.element(
      "rect",
      [
        "x": SVG.number(plot.x), "y": SVG.number(plot.y), "width": SVG.number(plot.width),
        "height": SVG.number(plot.height), "fill": "none",
        "stroke": palette.hexadecimal(.selection),
      ])
    for value in [content.range.lowerBound, content.range.upperBound] {
      write(Number.short(value), .faint, plot.x - 5, up(value) + 4, "end", into: &svg)
    }
    let bottom = y + Self.height - 4
    write("0", .faint, plot.x, bottom, "start", into: &svg)
    write("step \(Number.spaced(last))", .faint, plot.x + plot.width, bottom, "end", into: &svg)
  }

  private func drawLevels(into svg: inout SVG) {
    for level in content.levels where content.range.contains(level.value) {
      line(
        plot.x, up(level.value), plot.x + plot.width, up(level.value), .faint, "2 3", into: &svg)
      // Under the line where there is no room over it.
      let isHigh = up(level.value) - plot.y < 13
      write(
        level.title, .faint, plot.x + plot.width - 3, up(level.value) + (isHigh ? 12 : -3), "end",
        into: &svg)
    }
  }

  private func drawChanges(into svg: inout SVG) {
    for (index, step) in changes.enumerated() where step <= last {
      let place = across(step)
      line(place, plot.y, place, plot.y + plot.height, .accent, "1 2", into: &svg)
      write(String(index + 1), .accent, place, y + Self.height - 4, "middle", into: &svg)
    }
  }

  private func draw(_ curve: Curve, into svg: inout SVG) {
    let path = path(of: curve.values)
    guard !path.isEmpty else { return }
    svg.element(
      "path",
      [
        "d": path, "fill": "none", "stroke": palette.hexadecimal(curve.ink),
        "stroke-width": "1.2", "stroke-dasharray": curve.dashes, "stroke-linejoin": "round",
      ])
  }

  /// A point for the lowest and the highest value of each pixel's records: no spike is lost.
  private func path(of values: [Float]) -> String {
    let count = min(values.count, Int(plot.width))
    var path = ""
    var isOpen = false
    for (index, column) in Series.columns(values, count: count).enumerated() {
      guard let column else {
        isOpen = false
        continue
      }
      let record = min(steps.count - 1, index * values.count / max(1, count))
      guard record >= 0 else { continue }
      let place = SVG.number(across(steps[record]))
      for value in Set([column.lowest, column.highest]).sorted() {
        path += (isOpen ? "L" : "M") + place + " " + SVG.number(up(value))
        isOpen = true
      }
    }
    return path
  }

  /// The curves' names from the right; the chart's own where there is room left.
  private func drawNames(into svg: inout SVG) {
    var end = x + Self.width
    for curve in content.curves.reversed() {
      let words = "\(curve.title) \(curve.now)"
      write(words, curve.ink, end, y + 14, "end", into: &svg)
      end -= Self.length(of: words)
      if content.curves.count > 1 {
        line(end - 18, y + 10, end - 3, y + 10, curve.ink, curve.dashes, into: &svg)
        end -= 18
      }
      end -= 9
    }
    let title = content.curves.count > 1 ? content.title : ""
    if end - x > Self.length(of: title) { write(title, .faint, x, y + 14, "start", into: &svg) }
  }

  /// About as long as a text of this size is.
  private static func length(of text: String) -> Double { Double(Text.width(of: text)) * 6.6 }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ ink: Ink, _ dashes: String,
    into svg: inout SVG
  ) {
    svg.element(
      "line",
      [
        "x1": SVG.number(x1), "y1": SVG.number(y1), "x2": SVG.number(x2), "y2": SVG.number(y2),
        "stroke": palette.hexadecimal(ink), "stroke-dasharray": dashes,
      ])
  }

  private func write(
    _ text: String, _ ink: Ink, _ x: Double, _ y: Double, _ anchor: String, into svg: inout SVG
  ) {
    svg.text(
      text,
      [
        "x": SVG.number(x), "y": SVG.number(y), "text-anchor": anchor, "font-size": "11",
        "fill": palette.hexadecimal(ink),
      ])
  }
}
