import Plotting
import Testing

@Suite struct ContourTests {
  @Test func `the line lies where the values pass the level, between the centres`() {
    let line = Contour([0, 1, 0, 1], columns: 2, rows: 2, at: 0.25)
    #expect(!line.pieces.isEmpty)
    for piece in line.pieces {
      // Centres are at ¼ and ¾; a quarter of the way from the first is 0.375.
      #expect(piece.start.x == 0.375 && piece.end.x == 0.375)
    }
  }

  @Test func `it goes from edge to edge`() {
    let line = Contour([-1, 1], columns: 2, rows: 1, at: 0)
    let rows = line.pieces.flatMap { [$0.start.y, $0.end.y] }
    #expect(rows.min() == 0 && rows.max() == 1)
  }

  @Test func `a saddle has two pieces that do not cross`() {
    for low: Float in [-1, -3] {
      let line = Contour([1, low, low, 1], columns: 2, rows: 2, at: 0)
      let inner = line.pieces.filter { piece in
        [piece.start, piece.end].allSatisfy {
          (0.25...0.75).contains($0.x) && (0.25...0.75).contains($0.y)
        }
      }
      #expect(inner.count == 2)
      let ends = inner.flatMap { [$0.start, $0.end] }
      #expect(Set(ends).count == 4, "each end belongs to one piece")
    }
  }

  @Test func `where a value is not a number there is no line`() {
    #expect(Contour([-1, .nan], columns: 2, rows: 1, at: 0).pieces.isEmpty)
    #expect(Contour([1, 1, 1, 1], columns: 2, rows: 2, at: 0).pieces.isEmpty)
    #expect(Contour().pieces.isEmpty)
    #expect(!Contour([-.infinity, .infinity], columns: 2, rows: 1, at: 0).pieces.isEmpty)
  }

  /// A round hill: its contour is a circle.
  private func hill(_ side: Int) -> [Float] {
    (0..<side * side).map { place in
      let (x, y) = (Float(place % side) + 0.5, Float(place / side) + 0.5)
      let (across, down) = (x / Float(side) - 0.5, y / Float(side) - 0.5)
      return 0.09 - across * across - down * down
    }
  }

  @Test func `as dots it is a line: each has a neighbour, and it is nowhere wide`() {
    var canvas = Canvas(columns: 40, rows: 20, x: 0...1, y: 0...1)
    canvas.plot(Contour(hill(24), columns: 24, rows: 24, at: 0))
    var dots: Set<SIMD2<Int>> = []
    for row in 0..<80 {
      for column in 0..<80 {
        let mask = canvas.dots[row / 4, column / 2]
        let bits: [UInt8] = [1, 8, 2, 16, 4, 32, 64, 128]
        if mask & bits[row % 4 * 2 + column % 2] != 0 { dots.insert(SIMD2(column, row)) }
      }
    }
    #expect(dots.count > 120, "a circle of radius 24 has some 150 dots")
    for dot in dots {
      let near = (-1...1).flatMap { x in (-1...1).map { SIMD2(dot.x + x, dot.y + $0) } }
      #expect(near.count { dots.contains($0) } > 2, "\(dot) is loose")
      let (x, y) = (Double(dot.x) - 39.5, Double(dot.y) - 39.5)
      #expect(abs((x * x + y * y).squareRoot() - 24) < 1.6, "\(dot) is off the circle")
    }
  }

  @Test func `on a canvas of another part of the plane it stays where it is`() {
    var canvas = Canvas(columns: 4, rows: 1, x: 0...2, y: 0...1)
    // Over 0…4 the line at half of the width is at 2: beyond the right edge of 0…2, or on it.
    canvas.plot(Contour([-1, 1], columns: 2, rows: 1, at: 0), over: (x: 0...2, y: 0...1))
    #expect(canvas.dots[0, 2] != 0 && canvas.dots[0, 0] == 0)
    var other = Canvas(columns: 4, rows: 1, x: 0...2, y: 0...1)
    other.plot(Contour([-1, 1], columns: 2, rows: 1, at: 0), over: (x: -4...4, y: 0...1))
    #expect(other.dots[0, 0] != 0 && other.dots[0, 2] == 0)
  }
}
