import Adversarial
import Plotting
import Testing

@testable import Workbench

@Suite struct DensityContoursTests {
  @Test func `half of the samples are inside the inner line, nine tenths inside the outer one`() {
    // A hill that falls off from the middle, wide enough for its edges to count as nothing.
    let side = 41
    let values = (0..<side * side).map { place -> Float in
      let (x, y) = (Float(place % side - 20), Float(place / side - 20))
      return 1 / (1 + (x * x + y * y) / 16) / (1 + (x * x + y * y) / 16)
    }
    let contours = DensityContours(Field(columns: side, rows: side, values: values))
    #expect(contours.lines.count == 2)
    func radius(_ line: Contour) -> Double {
      let sizes = line.pieces.map { piece -> Double in
        let (x, y) = (piece.start.x - 0.5, piece.start.y - 0.5)
        return (x * x + y * y).squareRoot()
      }
      return sizes.reduce(0, +) / Double(max(1, sizes.count))
    }
    #expect(radius(contours.lines[0]) < radius(contours.lines[1]))
    let whole = values.reduce(0, +)
    for (line, share) in zip(contours.lines, DensityContours.shares) {
      let reach = radius(line) * Double(side)
      let inside = values.enumerated().reduce(Float(0)) { sum, item in
        let (x, y) = (Double(item.offset % side - 20), Double(item.offset / side - 20))
        return (x * x + y * y).squareRoot() <= reach ? sum + item.element : sum
      }
      #expect(abs(Double(inside / whole) - share) < 0.06)
    }
  }

  @Test func `of nothing there are no lines`() {
    #expect(DensityContours(Field(columns: 2, rows: 2, values: [0, 0, 0, 0])).lines.isEmpty)
    #expect(DensityContours(Field(columns: 0, rows: 0, values: [])).lines.isEmpty)
  }

  @Test func `9 asks for the densities, draws the lines and says so`() {
    var bench = Fixture.running()
    let effects = bench.update(.key(.character("9")))
    #expect(effects.looks.map(\.extras) == [.densities])
    bench.answer(effects)
    let frame = bench.view()
    #expect(frame.lines[1].contains("p model"))
    let lines = frame.cells.count { $0.style.foreground == .good && $0.character.value > 0x2800 }
    #expect(lines > 20)
    _ = bench.update(.key(.character("9")))
    #expect(!bench.view().lines[1].contains("p model"))
  }
}
