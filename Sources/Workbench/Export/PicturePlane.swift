import Adversarial
import Notebook
import Plotting

/// One picture of the filmstrip: D's field in the screen's colours under a scale of its own, the
/// line where D is undecided, real and generated points over it; the step and the scale above, the
/// most telling measure below.
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
    var memory = PlaneMemory()
    memory.take(plane, step: self.step)
    let step = "step \(Number.spaced(step))"
    write(step, .normal, at: y + 13, into: &svg)
    if let scale = memory.learned.scale(isAbsolute: false) {
      let ends = scale.words(at: 1)
      write("D \(ends.below) … \(ends.above)", .faint, at: y + 13, "end", into: &svg)
    }
    svg.group(
      "svg",
      [
        "x": SVG.number(x), "y": SVG.number(y + Self.above), "width": SVG.number(size.width),
        "height": SVG.number(size.height), "overflow": "hidden", "role": "img",
        "aria-label": "\(step): \(Report.caption(of: column))",
      ]
    ) { svg in
      draw(memory.learned.heatmap(isAbsolute: false), into: &svg)
      draw(memory.learned.line, into: &svg)
      for (points, ink) in [(plane.real, Ink.real), (plane.generated, .generated)] {
        draw(points, of: plane, ink, into: &svg)
        markBeyond(points, of: plane, ink, into: &svg)
      }
      svg.element(
        "rect",
        [
          "x": "0.5", "y": "0.5", "width": SVG.number(size.width - 1),
          "height": SVG.number(size.height - 1), "fill": "none",
          "stroke": palette.hexadecimal(.selection),
        ])
    }
    let isBad = column.status != .training
    let outside = (plane.real + plane.generated).count { !plane.bounds.contains($0) }
    let words = outside > 0 ? ", \(Number.spaced(outside)) outside" : ""
    write(
      Report.caption(of: column) + words, isBad ? .warning : .faint,
      at: y + Self.above + size.height + 14, into: &svg)
  }

  /// Neighbours of one level are one rectangle; the middle level is the picture's own ground.
  private func draw(_ heatmap: Heatmap, into svg: inout SVG) {
    guard heatmap.columns > 0, heatmap.rows > 0 else { return }
    let (columns, rows) = (heatmap.columns, heatmap.rows)
    let (width, height) = (size.width / Double(columns), size.height / Double(rows))
    svg.group("g", ["shape-rendering": "crispEdges"]) { svg in
      for row in 0..<rows {
        for run in Self.runs(heatmap.levels[row * columns..<(row + 1) * columns])
        where run.level != Heatmap.none && run.level != Heatmap.middle {
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

  /// The line of the screen, piece by piece.
  private func draw(_ line: Contour, into svg: inout SVG) {
    guard !line.pieces.isEmpty else { return }
    func place(_ share: SIMD2<Double>) -> String {
      SVG.number(share.x * size.width) + " " + SVG.number(share.y * size.height)
    }
    let path = line.pieces.map { "M\(place($0.start))L\(place($0.end))" }.joined()
    svg.element(
      "path",
      [
        "class": "boundary", "d": path, "fill": "none",
        "stroke": palette.hexadecimal(.boundary, on: .field(Heatmap.middle)),
        "stroke-width": "1.2", "stroke-linecap": "round",
      ])
  }

  /// Small bars at the edge where points lie beyond it.
  private func markBeyond(
    _ points: [SIMD2<Float>], of plane: Plane, _ ink: Ink, into svg: inout SVG
  ) {
    let bars = points.filter { !plane.bounds.contains($0) && $0.x.isFinite && $0.y.isFinite }
      .map { point in
        let (x, y) = place(of: point, in: plane)
        // Bars that would lie on each other are one.
        return SIMD2(
          min(max(3, (x / 3).rounded() * 3), size.width - 3),
          min(max(3, (y / 3).rounded() * 3), size.height - 3))
      }
    guard !bars.isEmpty else { return }
    let path = Set(bars).sorted { ($0.x, $0.y) < ($1.x, $1.y) }.map {
      "M\(SVG.number($0.x - 3)) \(SVG.number($0.y - 3))h6v6h-6z"
    }
    svg.element(
      "path",
      ["class": "beyond", "d": path.joined(), "fill": palette.hexadecimal(ink)])
  }

  private func place(of point: SIMD2<Float>, in plane: Plane) -> (x: Double, y: Double) {
    let (across, down) = (plane.bounds.horizontal, plane.bounds.vertical)
    let extent = plane.bounds.extent
    return (
      (Double(point.x) - across.lowerBound) / extent.width * size.width,
      (down.upperBound - Double(point.y)) / extent.height * size.height
    )
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
    svg.group(
      "g", ["class": "\(ink)", "fill": palette.hexadecimal(ink), "fill-opacity": "0.8"]
    ) { svg in
      for point in points where plane.bounds.contains(point) {
        let (x, y) = place(of: point, in: plane)
        svg.element(
          "circle",
          ["cx": SVG.number(x), "cy": SVG.number(y), "r": SVG.number(Self.radius)])
      }
    }
  }

  private func write(
    _ text: String, _ ink: Ink, at y: Double, _ anchor: String = "start", into svg: inout SVG
  ) {
    svg.text(
      text,
      [
        "x": SVG.number(anchor == "end" ? x + size.width : x), "y": SVG.number(y),
        "text-anchor": anchor, "fill": palette.hexadecimal(ink),
      ])
  }
}
