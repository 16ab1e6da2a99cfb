import Adversarial
import Plotting
import Testing

@testable import Workbench

@Suite struct PlaneAreaTests {
  private let area = PlaneArea(
    showing: Bounds(x: -3...3, y: -3...3), in: Rect(column: 4, row: 2, columns: 50, rows: 20))

  @Test func `it is undistorted in the middle`() {
    #expect(area.rect == Rect(column: 9, row: 2, columns: 40, rows: 20))
    #expect(area.cell.y == 2 * area.cell.x)
  }

  @Test func `the middle of a cell lies in the cell`() {
    for row in 0..<area.rect.rows {
      for column in 0..<area.rect.columns {
        let place = area.place(of: area.point(row: row, column: column))
        #expect(place?.row == row && place?.column == column)
      }
    }
  }

  @Test func `a place of the screen is a point of the plane, or none`() {
    #expect(area.point(at: ScreenPlace(column: 9, row: 2)) == area.point(row: 0, column: 0))
    #expect(area.point(at: ScreenPlace(column: 8, row: 2)) == nil)
    #expect(area.point(at: ScreenPlace(column: 9, row: 22)) == nil)
  }

  @Test func `the nearest cell to a point outside is at the edge`() {
    let corner = area.nearest(to: SIMD2(99, 99))
    #expect(corner?.row == 0 && corner?.column == 39)
    #expect(area.place(of: SIMD2(99, 99)) == nil)
    #expect(area.place(of: SIMD2(.nan, 0)) == nil)
  }
}

@Suite struct PlaneTrailTests {
  private func points(_ x: Float) -> [SIMD2<Float>] { [SIMD2(x, 0), SIMD2(x, 1)] }

  @Test func `it follows each sample, and forgets what is old`() {
    var trail = PlaneTrail()
    for step in 0..<40 { trail.take(points(Float(step)), step: step) }
    #expect(trail.ways.count == 2)
    #expect(trail.ways[1].count == PlaneTrail.looks)
    #expect(trail.ways[1].last == SIMD2(39, 1) && trail.ways[1].first == SIMD2(16, 1))
  }

  @Test func `a look at the same step replaces, one further back forgets`() {
    var trail = PlaneTrail()
    for step in [1, 2, 3, 3] { trail.take(points(Float(step)), step: step) }
    #expect(trail.ways[0].map(\.x) == [1, 2, 3])
    trail.take(points(7), step: 2)
    #expect(trail.ways[0].map(\.x) == [1, 7])
    trail.take(points(9), step: 0)
    #expect(trail.ways[0].map(\.x) == [9])
  }
}

@Suite struct PlaneArrowsTests {
  @Test func `eight directions, against the clock from the right`() {
    let directions: [SIMD2<Float>] = [
      SIMD2(1, 0.1), SIMD2(1, 1), SIMD2(-0.1, 1), SIMD2(-1, 0.9), SIMD2(-1, 0), SIMD2(-1, -1),
      SIMD2(0, -1e-9), SIMD2(0.8, -1),
    ]
    #expect(directions.map(PlaneArrows.octant) == Array(0..<8))
  }

  @Test func `arrows keep their distance, and leave out what has no direction`() {
    var plane = PlaneFixture.plane(PlaneLook(columns: 4, rows: 4))
    let area = PlaneArea(
      showing: plane.bounds, in: Rect(column: 0, row: 0, columns: 60, rows: 30))
    plane.generated = [SIMD2(0, 0), SIMD2(0.01, 0), SIMD2(2, 2), SIMD2(-2, 2), SIMD2(50, 0)]
    plane.pulls = [SIMD2(3, 4), SIMD2(9, 9), SIMD2(0, 0), SIMD2(.nan, 1), SIMD2(1, 1)]
    let arrows = PlaneArrows(plane, in: area)
    #expect(arrows.arrows.map(\.pull) == [SIMD2(3, 4)])
    #expect(arrows.largest == 5)
    plane.pulls = nil
    #expect(PlaneArrows(plane, in: area).arrows.isEmpty)
  }

  @Test func `lengths are in proportion, however small the gradient`() {
    var plane = PlaneFixture.plane(PlaneLook(columns: 4, rows: 4))
    plane.generated = [SIMD2(-2.925, 0), SIMD2(-2.925, 2)]
    plane.pulls = [SIMD2(1e-20, 0), SIMD2(0.5e-20, 0)]
    let area = PlaneArea(
      showing: plane.bounds, in: Rect(column: 0, row: 0, columns: 60, rows: 30))
    var canvas = Canvas(columns: 60, rows: 30, x: -3...3, y: -3...3)
    let heads = PlaneArrows(plane, in: area).draw(on: &canvas, glyphs: .unicode)
    #expect(heads.map(\.glyph) == ["→", "→"])
    #expect(heads.map(\.column) == [5, 3])
  }
}
