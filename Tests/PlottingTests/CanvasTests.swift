import Plotting
import Testing

@Suite struct CanvasTests {
  private func canvas(_ points: [SIMD2<Float>]) -> Canvas {
    var canvas = Canvas(columns: 2, rows: 1, x: 0...4, y: 0...4)
    canvas.plot(points)
    return canvas
  }

  @Test func `a point sets the dot it falls on`() {
    #expect(Dots.braille(canvas([SIMD2(0.5, 0.5)]).dots[0, 0]) == "⡀")
    #expect(Dots.braille(canvas([SIMD2(0.5, 3.5)]).dots[0, 0]) == "⠁")
    #expect(Dots.braille(canvas([SIMD2(3.5, 3.5)]).dots[0, 1]) == "⠈")
    #expect(Dots.braille(canvas([SIMD2(1.5, 2.5), SIMD2(0, 4)]).dots[0, 0]) == "⠑")
  }

  @Test func `points that can't be drawn are counted`() {
    let canvas = canvas([SIMD2(5, 1), SIMD2(.nan, 1), SIMD2(1, -.infinity), SIMD2(4, 0)])
    #expect(canvas.outside == 3)
    #expect(canvas.dots[0, 1] != 0)
  }

  @Test func `a circle of the data is a circle on the screen`() {
    let area = Rect(column: 0, row: 0, columns: 100, rows: 20)
    #expect(Canvas.cells(showing: 6, by: 6, in: area) == (40, 20))
    #expect(Canvas.cells(showing: 12, by: 6, in: area) == (80, 20))
    #expect(Canvas.cells(showing: 60, by: 6, in: area) == (100, 5))
    #expect(Canvas.cells(showing: .infinity, by: 6, in: area) == (100, 20))
  }

  @Test func `bounds without extent draw nothing and don't trap`() {
    var canvas = Canvas(columns: 3, rows: 3, x: 1...1, y: 0...Double.infinity)
    canvas.plot([SIMD2(1, 1)])
    #expect(canvas.outside == 1)
  }

  @Test func `two clouds share a cell by the union of their dots`() {
    let scatter = Scatter(real: canvas([SIMD2(0.5, 3.5)]), generated: canvas([SIMD2(1.5, 0.5)]))
    let mark = scatter.mark(row: 0, column: 0, .braille)
    #expect(mark?.0 == "⢁")
    #expect(mark?.1 == .both)
    #expect(scatter.mark(row: 0, column: 0, .letters)?.0 == "%")
    #expect(scatter.mark(row: 0, column: 1, .letters) == nil)
  }

  @Test func `a path sets the dots between its points`() {
    var canvas = Canvas(columns: 2, rows: 1, x: 0...4, y: 0...4)
    canvas.plot(path: [SIMD2(0.5, 0.5), SIMD2(3.5, 0.5), SIMD2(3.5, 3.5)])
    #expect(canvas.dots.masks.map { Dots.braille($0) } == ["⣀", "⣸"])
  }

  @Test func `a path is cut at the edges, and what is not finite is left out`() {
    var canvas = Canvas(columns: 2, rows: 1, x: 0...4, y: 0...4)
    canvas.plot(path: [SIMD2(-1e6, 2.5), SIMD2(1e6, 2.5)])
    #expect(canvas.dots.masks.map { Dots.braille($0) } == ["⠒", "⠒"])
    let before = canvas.dots
    canvas.plot(path: [SIMD2(1, .nan), SIMD2(2, 1), SIMD2(.infinity, 1), SIMD2(1, 1)])
    canvas.plot(path: [SIMD2(5, 5), SIMD2(9, -1)])
    canvas.plot(path: [SIMD2(3, 3)])
    #expect(canvas.dots == before)
    var empty = Canvas(columns: 0, rows: 0, x: 0...4, y: 0...4)
    empty.plot(path: [SIMD2(1, 1), SIMD2(2, 2)])
    var flat = Canvas(columns: 2, rows: 2, x: 1...1, y: 0...4)
    flat.plot(path: [SIMD2(1, 1), SIMD2(1, 2)])
    #expect(flat.dots.masks == [0, 0, 0, 0])
  }

  @Test func `a stroke is so many dots long, and says where it ends`() {
    var canvas = Canvas(columns: 10, rows: 5, x: 0...20, y: 0...20)
    let tip = canvas.plot(stroke: SIMD2(2.5, 10.5), towards: SIMD2(1e-3, 0), dots: 8)
    #expect(tip?.row == 2 && tip?.column == 5)
    #expect((0..<10).map { canvas.dots[2, $0] != 0 } == (0..<10).map { (1...5).contains($0) })
    #expect(canvas.plot(stroke: SIMD2(1, 1), towards: SIMD2(0, 0), dots: 8) == nil)
    #expect(canvas.plot(stroke: SIMD2(1, 1), towards: SIMD2(-1, 0), dots: 8) == nil)
  }
}
