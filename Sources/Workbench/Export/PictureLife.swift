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
    for (mode, cells) in chart.cells.enumerated() {
      let top = y + Self.heading + Double(mode) * row
      if row > 8 || mode.isMultiple(of: 5) {
        write("\(mode + 1)", x: PictureReport.margin, top - y + row - 1, into: &svg)
      }
      draw(cells, at: top, into: &svg)
    }
    let foot = y + Self.heading + Double(life.count) * row + 12
    for hop in chart.hops {
      svg.text(
        "▲",
        [
          "x": SVG.number(left + (Double(chart.place(of: hop.step)) + 0.5) * cell),
          "y": SVG.number(foot), "font-size": "10", "text-anchor": "middle",
          "fill": palette.hexadecimal(.accent),
        ])
    }
  }

  /// Neighbours of one shade are one rectangle.
  private func draw(_ cells: [Float?], at top: Double, into svg: inout SVG) {
    let shades = cells.map { share in
      LifeGlyph.isReached(share) ? (Double(share ?? 0).squareRoot() * 10).rounded() / 10 : 0
    }
    var start = 0
    for index in 1...shades.count where index == shades.count || shades[index] != shades[start] {
      if shades[start] > 0 {
        svg.element(
          "rect",
          [
            "x": SVG.number(left + Double(start) * cell), "y": SVG.number(top),
            "width": SVG.number(Double(index - start) * cell), "height": SVG.number(row - 1),
            "fill": palette.hexadecimal(.generated), "fill-opacity": SVG.number(shades[start]),
          ])
      }
      start = index
    }
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
