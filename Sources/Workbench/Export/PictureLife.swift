import Notebook
import Plotting

/// A column's modes over time in the picture of a report: a row a mode, as opaque as the root of
/// its share, and a mark where the samples hopped.
struct PictureLife {
  let life: ModeLife
  let last: Int
  let palette: Palette
  let y: Double

  private static let cells = 200
  private static let labels = 40.0
  private static let heading = 22.0
  private static let foot = 18.0

  private static func row(of count: Int) -> Double { count > 12 ? 6 : 11 }

  /// What it takes of the page; nothing where nothing is known of the modes.
  static func height(of life: ModeLife) -> Double {
    life.count == 0 ? 0 : heading + Double(life.count) * row(of: life.count) + foot
  }

  private var row: Double { Self.row(of: life.count) }
  private var left: Double { PictureReport.margin + Self.labels }
  private var cell: Double {
    (PictureReport.content - Self.labels) / Double(Self.cells)
  }

  func draw(into svg: inout SVG) {
    guard life.count > 0 else { return }
    let chart = LifeChart(life: life, step: last, live: last, columns: Self.cells)
    write("mode life: each mode's share of the samples", x: PictureReport.margin, 12, into: &svg)
    for mode in 0..<life.count where row > 8 || mode.isMultiple(of: 5) {
      let top = Self.heading + Double(mode) * row
      write("\(mode + 1)", x: PictureReport.margin, top + row - 1, into: &svg)
    }
    for (shade, path) in paths(of: chart.cells) {
      svg.element(
        "path",
        [
          "d": path, "fill": palette.hexadecimal(.generated),
          "fill-opacity": SVG.number(Double(shade) / 10),
        ])
    }
    guard !chart.hops.isEmpty else { return }
    svg.element("path", ["d": marks(of: chart), "fill": palette.hexadecimal(.accent)])
  }

  /// A path for each tenth of shade: its rectangles, one for neighbours of one shade.
  private func paths(of cells: [[Float?]]) -> [(shade: Int, path: String)] {
    var paths = [String](repeating: "", count: 11)
    for (mode, cells) in cells.enumerated() {
      let shades = cells.map { share in
        LifeGlyph.isReached(share) ? Int((min(1, share ?? 0).squareRoot() * 10).rounded()) : 0
      }
      var start = 0
      for end in 1...shades.count where end == shades.count || shades[end] != shades[start] {
        paths[shades[start]] += rectangle(mode: mode, from: start, to: end)
        start = end
      }
    }
    return paths.enumerated().dropFirst().filter { !$0.element.isEmpty }
      .map { (shade: $0.offset, path: $0.element) }
  }

  private func rectangle(mode: Int, from start: Int, to end: Int) -> String {
    let width = SVG.number(Double(end - start) * cell)
    let top = y + Self.heading + Double(mode) * row
    return "M\(SVG.number(left + Double(start) * cell)) \(SVG.number(top))"
      + "h\(width)v\(SVG.number(row - 1))h-\(width)z"
  }

  /// A small triangle for each hop.
  private func marks(of chart: LifeChart) -> String {
    let foot = y + Self.heading + Double(life.count) * row + 10
    return Set(chart.hops.map { chart.place(of: $0.step) }).sorted().map { place in
      "M\(SVG.number(left + (Double(place) + 0.5) * cell)) \(SVG.number(foot - 7))l3 7h-6z"
    }.joined()
  }

  private func write(_ text: String, x: Double, _ offset: Double, into svg: inout SVG) {
    svg.text(
      text,
      [
        "x": SVG.number(x), "y": SVG.number(y + offset), "font-size": row > 8 ? "11" : "9",
        "fill": palette.hexadecimal(.faint),
      ])
  }
}
