import Adversarial
import Testing

@testable import Workbench

@Suite struct PlaneZoomTests {
  private static let bounds = Bounds(x: -3...5, y: -1...3)
  private static let points: [SIMD2<Double>] = [
    SIMD2(0, 0), SIMD2(0.5, 0.5), SIMD2(-0.3, 0.1), SIMD2(0.123, -0.456),
  ]

  @Test(arguments: points)
  func `zooming in and out about a point comes back`(point: SIMD2<Double>) {
    for notches in 1...16 {
      var zoom = PlaneZoom()
      for _ in 0..<notches { zoom.zoom(by: 1, at: point) }
      #expect(!zoom.isWhole)
      for _ in 0..<notches { zoom.zoom(by: -1, at: point) }
      #expect(zoom.isWhole, "\(zoom)")
      #expect(zoom.window(in: Self.bounds) == Self.bounds)
    }
  }

  @Test(arguments: points)
  func `the point stays where it is in the view`(point: SIMD2<Double>) {
    var zoom = PlaneZoom()
    zoom.pan(by: SIMD2(0.1, -0.05))
    func place(_ zoom: PlaneZoom) -> SIMD2<Double> { (point - zoom.centre) * zoom.factor }
    let before = place(zoom)
    zoom.zoom(by: 5, at: point)
    let after = place(zoom)
    #expect(abs(before.x - after.x) < 1e-9 && abs(before.y - after.y) < 1e-9)
  }

  @Test func `every window has the page's proportions`() {
    for level in PlaneZoom.levels {
      var zoom = PlaneZoom()
      zoom.zoom(by: level, at: SIMD2(0.2, 0.1))
      let extent = zoom.window(in: Self.bounds).extent
      #expect(abs(extent.width / extent.height - 2) < 1e-3, "\(level): \(extent)")
      #expect(abs(extent.width * zoom.factor - 8) < 1e-2)
    }
  }

  @Test func `factors are round and rise`() {
    let factors = PlaneZoom.levels.map { level in
      var zoom = PlaneZoom()
      zoom.zoom(by: level, at: SIMD2(0, 0))
      return zoom.factor
    }
    #expect(factors.prefix(10) == [0.25, 0.375, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6])
    #expect(factors.last == 256)
    #expect(zip(factors, factors.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `it ends somewhere, and never loses the page`() {
    var zoom = PlaneZoom()
    zoom.zoom(by: .max, at: SIMD2(0, 0))
    #expect(zoom.level == PlaneZoom.levels.upperBound)
    zoom.zoom(by: .min, at: SIMD2(0, 0))
    #expect(zoom.level == PlaneZoom.levels.lowerBound)
    for _ in 0..<200 { zoom.pan(by: SIMD2(1, -1)) }
    #expect(abs(zoom.centre.x) <= 1.5 && abs(zoom.centre.y) <= 1.5)
    zoom.pan(by: SIMD2(.nan, .infinity))
    #expect(zoom.centre.x.isFinite && zoom.centre.y.isFinite)
  }

  @Test func `panning there and back comes back`() {
    var zoom = PlaneZoom()
    zoom.zoom(by: 3, at: SIMD2(0, 0))
    let before = zoom
    zoom.pan(by: SIMD2(0.125, 0.25))
    #expect(zoom != before)
    zoom.pan(by: SIMD2(-0.125, -0.25))
    #expect(zoom == before)
  }

  @Test func `bounds of no use give a window all the same`() {
    let wide = Float.greatestFiniteMagnitude
    var zoom = PlaneZoom()
    zoom.zoom(by: -4, at: SIMD2(0, 0))
    let window = zoom.window(in: Bounds(x: -wide...wide, y: 2...2))
    #expect(window.x.lowerBound <= window.x.upperBound)
    #expect(window.y == 2...2)
  }
}
