import Adversarial
import Plotting

/// Costs as curves over D(G(z)), each with its name beside it and points standing on it.
struct CostCurves {
  let curves: [Curve]
  let glyphs: Glyphs
  let range: ClosedRange<Double>

  /// A cost and how it looks.
  struct Curve {
    let title: String
    let isPlayed: Bool
    let values: [Float]
    let cost: Float
    let slope: Float
    let ink: Ink
    /// What its line is made of where there are no dots.
    let letter: Unicode.Scalar

    init(_ curve: CostPicture.Curve, number: Int) {
      (title, isPlayed, values) = (curve.title, curve.isPlayed, curve.values)
      (cost, slope) = (curve.cost, curve.slope)
      let looks: [(Ink, Unicode.Scalar)] = [
        (.normal, "*"), (.good, "+"), (.accent, "~"), (.warning, "="),
      ]
      (ink, letter) = looks[min(number, looks.count - 1)]
    }
  }

  func draw(into frame: inout Frame, in rect: Rect, standing beliefs: [Float]) {
    for curve in curves { draw(curve, into: &frame, in: rect) }
    // Names stand where no curve is, and so where no point ever comes.
    for index in curves.indices { name(index, into: &frame, in: rect) }
    for curve in curves {
      for belief in beliefs { mark(belief, on: curve, into: &frame, in: rect) }
    }
  }

  private func draw(_ curve: Curve, into frame: inout Frame, in rect: Rect) {
    var canvas = Canvas(columns: rect.columns, rows: rect.rows, x: 0...1, y: range)
    let count = Float(max(1, curve.values.count))
    canvas.plot(
      path: curve.values.enumerated().map { SIMD2((Float($0.offset) + 0.5) / count, $0.element) })
    for row in 0..<rect.rows {
      for column in 0..<rect.columns where canvas.dots[row, column] != 0 {
        let glyph = glyphs.hasBraille ? Dots.braille(canvas.dots[row, column]) : curve.letter
        frame[rect.row + row, rect.column + column] = Cell(glyph, Style(curve.ink))
      }
    }
  }

  /// The curve's value over a column of so many; nil where it has left the picture.
  private func row(of curve: Curve, column: Int, in rect: Rect) -> Int? {
    guard !curve.values.isEmpty else { return nil }
    let place = (2 * column + 1) * curve.values.count / (2 * rect.columns)
    let value = Double(curve.values[min(place, curve.values.count - 1)])
    return Canvas.place(value, in: range, of: rect.rows).map { rect.rows - 1 - $0 }
  }

  // MARK: Points

  /// A sample on a curve; one that is beyond the picture stands at its edge.
  private func mark(
    _ belief: Float, on curve: Curve, into frame: inout Frame, in rect: Rect
  ) {
    guard let column = Canvas.place(Double(belief), in: 0...1, of: rect.columns) else { return }
    let count = curve.values.count
    guard let place = Canvas.place(Double(belief), in: 0...1, of: count) else { return }
    let value = min(max(Double(curve.values[place]), range.lowerBound), range.upperBound)
    guard let row = Canvas.place(value, in: range, of: rect.rows) else { return }
    frame[rect.row + rect.rows - 1 - row, rect.column + column] = Cell(
      glyphs.dot, Style(curve.ink, .bold))
  }

  // MARK: Names

  /// Writes a curve's name near it, where the others are farthest and nothing is in the way.
  private func name(_ index: Int, into frame: inout Frame, in rect: Rect) {
    let curve = curves[index]
    let width = Text.width(of: curve.title)
    var best: (score: Int, row: Int, start: Int)?
    for start in stride(from: 1, to: rect.columns - width, by: 1) {
      guard let here = row(of: curve, column: start + width / 2, in: rect) else { continue }
      for row in max(0, here - 2)...min(rect.rows - 1, here + 2) {
        let score = clearance(of: row, around: index, over: start..<start + width, in: rect)
        guard score > best?.score ?? 0,
          isFree(row: row, from: start - 1, count: width + 2, frame, rect)
        else { continue }
        best = (score, row, start)
      }
    }
    guard let best else { return }
    frame.write(
      Line(curve.title, curve.ink, curve.isPlayed ? .bold : []), row: best.row, in: rect,
      offset: best.start)
  }

  /// By how many rows the nearest other curve is farther from a word than its own.
  private func clearance(of row: Int, around index: Int, over word: Range<Int>, in rect: Rect)
    -> Int
  {
    func distance(_ curve: Curve) -> Int {
      word.compactMap { self.row(of: curve, column: $0, in: rect).map { abs($0 - row) } }.min()
        ?? rect.rows
    }
    let others = curves.indices.filter { $0 != index }.map { distance(curves[$0]) }
    return (others.min() ?? rect.rows) - distance(curves[index])
  }

  private func isFree(row: Int, from start: Int, count: Int, _ frame: Frame, _ rect: Rect) -> Bool {
    guard start >= 0, start + count <= rect.columns else { return false }
    return (start..<start + count).allSatisfy {
      [" ", glyphs.ahead].contains(frame[rect.row + row, rect.column + $0].character)
    }
  }
}
