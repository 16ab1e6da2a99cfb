import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// What a mouse does to the plane, in cells of the screen.
@Suite struct PlaneGestureTests {
  private func bench() -> Workbench {
    var bench = Fixture.running()
    bench.answer(bench.update(.resized(columns: 120, rows: 40)))
    return bench
  }

  private func area(_ bench: Workbench) -> PlaneArea? {
    RunLayout(state: bench.state).planes.first.map { _, rect in
      PlaneArea(
        showing: bench.state.run?.window ?? Bounds(x: -3...3, y: -3...3),
        in: rect.inset(columns: 1, rows: 1))
    }
  }

  @Test func `a wheel zooms about the cell it turns over`() throws {
    var bench = bench()
    let place = ScreenPlace(column: 10, row: 30)
    let before = try #require(area(bench)?.point(at: place))
    bench.answer(bench.update(.plane(.zoom(notches: 4, at: place))))
    let after = try #require(area(bench)?.point(at: place))
    #expect(abs(before.x - after.x) < 1e-5 && abs(before.y - after.y) < 1e-5)
    #expect(bench.view().lines[35].contains("×4"))
    bench.answer(bench.update(.plane(.zoom(notches: -4, at: place))))
    #expect(bench.state.run?.window == nil)
  }

  @Test func `a drag brings what was under one cell under the other`() throws {
    var bench = bench()
    let (start, end) = (ScreenPlace(column: 20, row: 10), ScreenPlace(column: 32, row: 7))
    let before = try #require(area(bench)?.point(at: start))
    bench.answer(bench.update(.plane(.pan(from: start, to: end))))
    let after = try #require(area(bench)?.point(at: end))
    #expect(abs(before.x - after.x) < 1e-5 && abs(before.y - after.y) < 1e-5)
    bench.answer(bench.update(.plane(.whole)))
    #expect(bench.state.run?.window == nil)
  }

  @Test func `a click opens the crosshair there`() throws {
    var bench = bench()
    let place = ScreenPlace(column: 50, row: 8)
    bench.answer(bench.update(.plane(.crosshair(at: place))))
    #expect(bench.state.run?.plane.crosshair == area(bench)?.point(at: place))
    #expect(bench.view()[8, 50].style.attributes.contains(.reverse))
    bench.answer(bench.update(.plane(.leaveCrosshair)))
    #expect(bench.state.run?.plane.crosshair == nil)
  }

  @Test func `elsewhere, and under what lies over the page, gestures do nothing`() {
    var bench = bench()
    let before = bench.view()
    let elsewhere = ScreenPlace(column: 100, row: 5)
    for gesture: PlaneGesture in [
      .zoom(notches: 1, at: elsewhere), .crosshair(at: elsewhere),
      .pan(from: elsewhere, to: ScreenPlace(column: 10, row: 10)), .layer(10), .layer(0),
    ] {
      #expect(bench.update(.plane(gesture)).isEmpty)
    }
    #expect(bench.view() == before)
    bench.press("?")
    #expect(bench.update(.plane(.zoom(notches: 1, at: .init(column: 20, row: 20)))).isEmpty)
    bench.press(.escape)
    #expect(bench.view() == before)
    var contents = Fixture.bench()
    #expect(contents.update(.plane(.whole)).isEmpty)
    #expect(contents.update(.plane(.layer(5))).isEmpty)
  }

  @Test func `a layer can be clicked as well`() {
    var bench = bench()
    let effects = bench.update(.plane(.layer(5)))
    #expect(effects.looks.map(\.extras) == [.manifold])
  }
}
