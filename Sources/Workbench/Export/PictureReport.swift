import Adversarial
import Experiments
import Notebook
import Plotting

/// The report as one picture: the filmstrip of each column, its curves, and in words what is
/// seen. The colours are those of the screen.
struct PictureReport {
  let report: Report
  let palette = Palette(depth: .full)

  static let width = 1_120.0
  static let margin = 24.0
  static let gap = 12.0
  static let perRow = 6
  static let content = width - 2 * margin

  var text: String {
    var svg = SVG()
    var y = 0.0
    svg.group(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 1120 \(SVG.number(height))",
        "width": SVG.number(Self.width), "height": SVG.number(height), "role": "img",
        "font-family": "system-ui, 'DejaVu Sans', sans-serif", "font-size": "12",
      ]
    ) { svg in
      svg.text(report.title, in: "title", [:])
      svg.text(
        "\(report.experiment.claim). \(report.seen.joined(separator: "; ")).", in: "desc", [:])
      svg.element(
        "rect",
        [
          "width": SVG.number(Self.width), "height": SVG.number(height),
          "fill": palette.hexadecimal(.normal as Ground),
        ])
      drawHead(into: &svg, y: &y)
      for index in report.last.columns.indices { draw(column: index, into: &svg, y: &y) }
      drawFoot(into: &svg, y: &y)
    }
    return svg.text
  }

  // MARK: Heights

  private var seen: [String] {
    report.seen.enumerated().map { ($0.offset == 0 ? "So far: " : "") + $0.element }
  }

  private var headHeight: Double { 92 + 20 * Double(seen.count) }
  private static let headingHeight = 30.0
  private static let lineHeight = 17.0

  private var height: Double {
    headHeight + report.last.columns.indices.reduce(0) { $0 + columnHeight($1) } + footHeight
  }

  private func columnHeight(_ index: Int) -> Double {
    (report.isTwin ? Self.headingHeight : 0) + filmHeight(index) + chartsHeight(index)
      + PictureLife.height(of: report.last.columns[index].life)
  }

  private func filmHeight(_ index: Int) -> Double {
    Double((film(index).count + Self.perRow - 1) / Self.perRow)
      * (PicturePlane.size(of: film(index)).height + PicturePlane.wordsHeight + Self.gap)
  }

  private func chartsHeight(_ index: Int) -> Double {
    let count = PictureChart.charts(of: report.last.columns[index]).count
    return Double((count + PictureChart.perRow - 1) / PictureChart.perRow)
      * (PictureChart.height + Self.gap) + Self.gap
  }

  private var footHeight: Double {
    Double(footLines.count) * Self.lineHeight + Self.margin
  }

  // MARK: Head and foot

  private func drawHead(into svg: inout SVG, y: inout Double) {
    write(report.title, .accent, size: 20, at: 38, into: &svg)
    let place = report.place.isEmpty ? "" : "  (\(report.place))"
    write("Claim: \(report.experiment.claim)\(place)", .normal, size: 14, at: 60, into: &svg)
    y = 60
    for line in seen {
      y += 20
      write(line, .normal, size: 14, at: y, into: &svg)
    }
    write(report.facts, .faint, size: 12, at: y + 19, into: &svg)
    drawLegend(into: &svg, y: 34)
    y = headHeight
  }

  private func drawLegend(into svg: inout SVG, y: Double) {
    var x = Self.width - Self.margin - 392
    for (word, ink) in [("real", Ink.real), ("generated", .generated)] {
      svg.element(
        "circle",
        [
          "cx": SVG.number(x), "cy": SVG.number(y), "r": "4", "fill": palette.hexadecimal(ink),
        ])
      write(word, .faint, size: 12, at: y + 4, x: x + 8, into: &svg)
      x += word == "real" ? 46 : 84
    }
    let isReversed = report.last.columns.contains { $0.settings.reversesTargets }
    let (below, above) = isReversed ? ("D: 0", "1") : ("D: fake", "real")
    write(below, .faint, size: 12, at: y + 4, x: x, into: &svg)
    x += 50
    for level in 0..<Palette.fieldLevels {
      svg.element(
        "rect",
        [
          "x": SVG.number(x), "y": SVG.number(y - 6), "width": "11", "height": "12",
          "fill": palette.hexadecimal(.field(level)),
        ])
      x += 11
    }
    write(above, .faint, size: 12, at: y + 4, x: x + 6, into: &svg)
    x += 40
    svg.element(
      "path",
      [
        "d": "M\(SVG.number(x)) \(SVG.number(y))h14", "stroke-width": "1.2",
        "stroke": palette.hexadecimal(.boundary),
      ])
    write("undecided", .faint, size: 12, at: y + 4, x: x + 18, into: &svg)
  }

  private var footLines: [(text: String, ink: Ink)] {
    var lines = report.changes.enumerated().map { index, change in
      ("\(index + 1)  before step \(Number.spaced(change.step)): \(change.words)", Ink.accent)
    }
    if let parting = report.parting { lines.append((parting, .normal)) }
    lines += report.hopLines.map { ($0, .normal) }
    if let sentence = report.trialSentences.dropFirst().first, report.finding != nil {
      lines.append((sentence, .normal))
    }
    let again = [report.runCommand, report.replayCommand].compactMap { $0 }
    lines.append((again.isEmpty ? report.fileName : again.joined(separator: "  ·  "), .faint))
    lines.append(("After I. Goodfellow, NIPS 2016 Tutorial, arXiv 1701.00160", .faint))
    return lines.map { (text: $0.0, ink: $0.1) }
  }

  private func drawFoot(into svg: inout SVG, y: inout Double) {
    for line in footLines {
      y += Self.lineHeight
      write(Text.clipped(line.text, to: 170), line.ink, size: 12, at: y - 4, into: &svg)
    }
  }

  // MARK: A column

  private func film(_ index: Int) -> [Moment] {
    report.film.filter { $0.columns.indices.contains(index) }
  }

  private func draw(column index: Int, into svg: inout SVG, y: inout Double) {
    if report.isTwin {
      write(report.columnTitles[index], .normal, size: 15, at: y + 20, into: &svg)
      y += Self.headingHeight
    }
    let size = PicturePlane.size(of: film(index))
    for (place, moment) in film(index).enumerated() {
      let row = Double(place / Self.perRow)
      PicturePlane(
        step: moment.step, column: moment.columns[index], palette: palette, size: size,
        x: Self.margin + Double(place % Self.perRow) * (size.width + Self.gap),
        y: y + row * (size.height + PicturePlane.wordsHeight + Self.gap)
      ).draw(into: &svg)
    }
    y += filmHeight(index)
    let charts = PictureChart.charts(of: report.last.columns[index])
    for (place, chart) in charts.enumerated() {
      PictureChart(
        content: chart, steps: report.last.columns[index].history.steps,
        last: report.last.time.live, changes: report.changes.map(\.step), palette: palette,
        x: Self.margin + Double(place % PictureChart.perRow) * (PictureChart.width + 2 * Self.gap),
        y: y + Double(place / PictureChart.perRow) * (PictureChart.height + Self.gap)
      ).draw(into: &svg)
    }
    y += chartsHeight(index)
    let life = report.last.columns[index].life
    PictureLife(life: life, last: report.last.time.live, palette: palette, y: y).draw(into: &svg)
    y += PictureLife.height(of: life)
  }

  private func write(
    _ text: String, _ ink: Ink, size: Int, at y: Double, x: Double = margin, into svg: inout SVG
  ) {
    svg.text(
      text,
      [
        "x": SVG.number(x), "y": SVG.number(y), "font-size": String(size),
        "fill": palette.hexadecimal(ink),
      ])
  }
}
