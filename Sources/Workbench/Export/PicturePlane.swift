import Adversarial
import Notebook
import Plotting

/// One picture of the filmstrip: D's field in the screen's eight levels, real and generated points
/// over it, the step above and the most telling measure below.
struct PicturePlane {
  let step: Int
  let column: Moment.Column
  let palette: Palette
  let size: (width: Double, height: Double)
  let x: Double
  let y: Double

  /// Room for the words above and below.
  static let wordsHeight = 36.0
  private static let above = 18.0
  private static let radius = 1.4

  /// The size of a picture's plane, undistorted, six in a row.
  static func size(of film: [Moment]) -> (width: Double, height: Double) {
    let across = Double(PictureReport.perRow)
    let width = (PictureReport.content - (across - 1) * PictureReport.gap) / across
    guard case .plane(let plane)? = film.first?.columns.first?.picture else {
      return (width, width)
    }
    let extent = plane.bounds.extent
    let height = width * extent.height / extent.width
    return (width, height.isFinite && height > 0 ? min(height, 2 * width) : width)
  }

  func draw(into svg: inout SVG) {
    guard case .plane(let plane) = column.picture else { return }
    let step = "step \(Number.spaced(step))"
    write(step, .normal, at: y + 13, into: &svg)
    svg.group(
      "svg",
      [
        "x": SVG.number(x), "y": SVG.number(y + Self.above), "width": SVG.number(size.width),
        "height": SVG.number(size.height), "overflow": "hidden", "role": "img",
        "aria-label": "\(step): \(Report.caption(of: column))",
      ]
    ) { svg in
      drawField(plane.field, into: &svg)
      draw(plane.real, of: plane, .real, into: &svg)
      draw(plane.generated, of: plane, .generated, into: &svg)
      svg.element(
        "rect",
        [
          "x": "0.5", "y": "0.5", "width": SVG.number(size.width - 1),
          "height": SVG.number(size.height - 1), "fill": "none",
          "stroke": palette.hexadecimal(.selection),
        ])
    }
    let isBad = column.status != .training
    write(
      Report.caption(of: column), isBad ? .warning : .faint,
      at: y + Self.above + size.height + 14, into: &svg)
  }

  /// Neighbours of one level are one rectangle.
  private func drawField(_ field: Field, into svg: inout SVG) {
    guard field.columns > 0, field.rows > 0 else { return }
    var heatmap = Heatmap()
    heatmap.take(field.values, columns: field.columns, rows: field.rows)
    let (width, height) = (
      size.width / Double(field.columns), size.height / Double(field.rows)
    )
    svg.group("g", ["shape-rendering": "crispEdges"]) { svg in
      for row in 0..<field.rows {
        for run in Self.runs(heatmap.levels[row * field.columns..<(row + 1) * field.columns]) {
          svg.element(
            "rect",
            [
              "x": SVG.number(Double(run.start) * width), "y": SVG.number(Double(row) * height),
              "width": SVG.number(Double(run.count) * width), "height": SVG.number(height),
              "fill": palette.hexadecimal(.field(run.level)),
            ])
        }
      }
    }
  }

  private static func runs(
    _ levels: ArraySlice<UInt8>
  ) -> [(start: Int, count: Int, level: UInt8)] {
    var runs: [(start: Int, count: Int, level: UInt8)] = []
    for (place, level) in levels.enumerated() {
      if let last = runs.last, last.level == level {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((place, 1, level))
      }
    }
    return runs
  }

  /// Points in view; the others are not drawn.
  private func draw(
    _ points: [SIMD2<Float>], of plane: Plane, _ ink: Ink, into svg: inout SVG
  ) {
    let (across, down) = (plane.bounds.horizontal, plane.bounds.vertical)
    let extent = plane.bounds.extent
    svg.group(
      "g", ["class": "\(ink)", "fill": palette.hexadecimal(ink), "fill-opacity": "0.8"]
    ) { svg in
      for point in points where plane.bounds.contains(point) {
        svg.element(
          "circle",
          [
            "cx": SVG.number((Double(point.x) - across.lowerBound) / extent.width * size.width),
            "cy": SVG.number((down.upperBound - Double(point.y)) / extent.height * size.height),
            "r": SVG.number(Self.radius),
          ])
      }
    }
  }

  private func write(_ text: String, _ ink: Ink, at y: Double, into svg: inout SVG) {
    svg.text(
      text, ["x": SVG.number(x), "y": SVG.number(y), "fill": palette.hexadecimal(ink)])
  }
}
