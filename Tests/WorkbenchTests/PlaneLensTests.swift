import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// Zoom, pan and the crosshair, as a person uses them.
@Suite struct PlaneLensTests {
  private func bench(_ columns: Int = 120, _ rows: Int = 40) -> Workbench {
    var bench = Fixture.running(columns, rows)
    bench.answer(bench.update(.resized(columns: columns, rows: rows)))
    return bench
  }

  // MARK: Zoom and pan

  @Test func `zooming asks for the field of the window, and the border has it`() {
    var bench = bench()
    let effects = bench.update(.key(.character("+")))
    #expect(effects.looks.map(\.window) == [Bounds(x: -2...2, y: -2...2)])
    bench.answer(effects)
    #expect(bench.view().lines[35].contains("x -2…2  y -2…2  ×1.5"))
    #expect(bench.view().lines[35].contains("points outside"))
    let back = bench.update(.key(.character("-")))
    #expect(back.looks.map(\.window) == [nil])
  }

  @Test func `zooming in and out shows the same screen again`() {
    var bench = bench()
    let before = bench.view()
    bench.press("+++++")
    #expect(bench.view() != before)
    bench.press("-----")
    #expect(bench.view() == before)
    bench.press("=HJK")
    bench.press("o")
    #expect(bench.view() == before)
  }

  @Test func `the points follow at once, the field as far as it is known`() {
    var bench = bench()
    _ = bench.update(.key(.character("-")))
    let frame = bench.view()
    #expect(frame[3, 3].style.background == .normal)
    guard case .field = frame[18, 34].style.background else {
      Issue.record("no field in the middle: \(frame[18, 34])")
      return
    }
    #expect(frame.lines[35].contains("x -4…4  y -4…4  ×0.75"))
  }

  @Test func `panning moves the window by an eighth`() {
    var bench = bench()
    bench.press("L")
    #expect(bench.state.run?.window == Bounds(x: -2.25...3.75, y: -3...3))
    bench.press("HK")
    #expect(bench.state.run?.window == Bounds(x: -3...3, y: -2.25...3.75))
    bench.press("J")
    #expect(bench.state.run?.window == nil)
  }

  @Test func `it works while paused and while looking back`() {
    var bench = bench()
    bench.press(" ")
    #expect(bench.update(.key(.character("+"))).looks.count == 1)
    _ = bench.update(.key(.character("<")))
    #expect(bench.update(.key(.character("+"))).looks.count == 1)
    #expect(bench.state.run?.isLookingBack == true)
  }

  @Test func `where the plane is hidden, zooming brings it to the front`() {
    var bench = bench(50, 20)
    bench.press(.tab)
    #expect(!bench.view().text.contains("x -3…3"))
    bench.press("+")
    #expect(bench.view().text.contains("×1.5"))
  }

  // MARK: The crosshair

  @Test func `the crosshair reads the plane, and arrows move it`() {
    var bench = bench()
    let effects = bench.update(.key(.character("i")))
    #expect(effects.looks.first?.probe != nil)
    bench.answer(effects)
    let lines = bench.view().lines
    #expect(lines[35].contains("x  0.0") && lines[35].contains("D 0.5"))
    #expect(lines[37].contains(" at ") || lines[38].contains(" mode "))
    #expect(bench.view().text.contains("D* 0.750"))
    #expect(bench.view().text.contains("p data  1.500   p model  0.500"))
    #expect(bench.view().text.contains("3 of 8 is nearest"))
    #expect(bench.view().text.contains("12.5 % of the samples reach it"))
    let before = bench.state.run?.plane.crosshair
    bench.press(.right, .right, .up)
    let after = bench.state.run?.plane.crosshair
    let cell = 6.0 / 66
    #expect(abs((after?.x ?? 0) - (before?.x ?? 0) - 2 * cell) < 1e-9)
    #expect(abs((after?.y ?? 0) - (before?.y ?? 0) - 2 * cell) < 1e-9)
    bench.press(.left, .left, .down)
    #expect(bench.state.run?.plane.crosshair == before)
  }

  @Test func `Esc closes the crosshair and not the run`() {
    var bench = bench()
    let before = bench.view()
    bench.press("i")
    #expect(bench.view().lines[39].contains("close"))
    bench.press(.escape)
    #expect(bench.view() == before)
    bench.press("ii")
    #expect(bench.view() == before)
  }

  @Test func `the run goes on under the crosshair`() {
    var bench = bench()
    bench.press("i")
    #expect(bench.update(.key(.character(" "))).commands == [.pause])
    #expect(bench.update(.key(.character("n"))).commands == [.advance(steps: 1)])
    #expect(bench.update(.key(.right)).commands.isEmpty)
  }

  @Test func `it stays in view whatever is done`() {
    var bench = bench()
    bench.press("i")
    for _ in 0..<100 { bench.press(.left) }
    bench.press("+++LLLLL")
    let window = bench.state.run?.window
    let place = bench.state.run?.plane.crosshair
    #expect(window?.horizontal.contains(place?.x ?? 99) == true)
    #expect(window?.vertical.contains(place?.y ?? 99) == true)
  }

  @Test func `zooming goes to the crosshair`() {
    var bench = bench()
    bench.press("i")
    for _ in 0..<100 { bench.press(.left) }
    bench.press("++++++")
    #expect(bench.state.run?.window?.x.lowerBound ?? 0 < -2.9)
  }

  @Test func `columns of a twin are read at the same place`() {
    var bench = Fixture.twin()
    bench.press("i")
    let line = bench.view().lines.first { $0.contains("D 0.5") } ?? ""
    // The second column's D is shifted by one to the right: 1/6 less.
    #expect(line.contains("D 0.5") && line.contains("D 0.3"), "\(line)")
    #expect(bench.view().text.contains("a  "))
    let marks = bench.view().lines.map { $0.filter { $0 == "┼" }.count }.max()
    #expect(marks == 2)
  }

  @Test(arguments: [(80, 24), (60, 20), (44, 14), (40, 12)])
  func `there is room for it on small screens`(columns: Int, rows: Int) {
    var bench = bench(columns, rows)
    bench.press("i+5678")
    let frame = bench.view()
    #expect(frame.text.contains("D 0."))
    #expect(Set(frame.lines.map { Text.width(of: $0) }) == [columns])
  }

  @Test func `a place that is not read yet has dashes, not old numbers`() {
    var bench = bench()
    bench.press("i")
    for _ in 0..<3 { _ = bench.update(.key(.right)) }
    #expect(bench.view().text.contains("D*     –"))
    #expect(bench.view().lines[35].contains("D 0.5"))
  }
}
