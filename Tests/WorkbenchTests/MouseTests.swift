import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

/// Clicks and the wheel, aimed at what the picture shows.
@Suite struct MouseTests {
  /// The cell where a text begins.
  private func place(of text: String, in bench: Workbench) throws -> (column: Int, row: Int) {
    let frame = bench.view()
    for (row, line) in frame.lines.enumerated() {
      if let range = line.range(of: text) {
        return (Text.width(of: String(line[..<range.lowerBound])), row)
      }
    }
    throw Missing(text: text)
  }

  private struct Missing: Error { let text: String }

  @discardableResult
  private func point(
    _ kind: Mouse.Kind, at text: String, in bench: inout Workbench, offset: Int = 0
  ) throws -> [Effect] {
    let (column, row) = try place(of: text, in: bench)
    return bench.update(.mouse(Mouse(kind, column: column + offset, row: row)))
  }

  @Test func `a click chooses a preset, a second one starts it`() throws {
    var bench = Fixture.bench()
    _ = bench.update(.key(.down))
    try point(.press, at: "std 0.1", in: &bench)
    #expect(bench.state.chosenPreset?.shortName == "laptop")
    #expect(bench.state.run == nil)
    let effects = try point(.press, at: "std 0.1", in: &bench)
    guard case .start(let preset)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(preset.shortName == "laptop")
  }

  @Test func `the wheel goes through the contents`() throws {
    var bench = Fixture.bench()
    try point(.wheelDown, at: "mode-collapse", in: &bench)
    #expect(bench.state.chosenPreset?.shortName == "paper")
    try point(.wheelUp, at: "mode-collapse", in: &bench)
    #expect(bench.state.chosenPlace == .page("mode-collapse"))
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func `a click on a knob chooses it`(columns: Int, rows: Int) throws {
    var bench = Fixture.running(columns, rows)
    if columns == 80 { _ = bench.update(.key(.tab)) }
    let wanted = try #require(bench.state.run?.knobs.hyperparameters[2])
    try point(.press, at: wanted.title, in: &bench)
    #expect(bench.state.run?.knobs.chosenKnob == wanted)
    try point(.wheelDown, at: wanted.title, in: &bench)
    #expect(bench.state.run?.knobs.chosen == 3)
  }

  @Test func `a click on the line of time goes there, and dragging scrubs on`() throws {
    var bench = Fixture.running()
    let bar = bench.view().lines.firstIndex { $0.contains("» ") || $0.contains("●·") }
    let row = try #require(bar ?? bench.view().lines.firstIndex { $0.hasPrefix(" time") })
    let spot = try #require(bench.view().spots.first { Spot($0) == .time })
    #expect(spot.rect.row == row)
    func goal(at column: Int, _ kind: Mouse.Kind) -> Int? {
      _ = bench.update(.mouse(Mouse(kind, column: spot.rect.column + column, row: row)))
      return bench.state.run?.goal
    }
    #expect(goal(at: 0, .press) == 0)
    let tenth = try #require(goal(at: 10, .press))
    let twentieth = try #require(goal(at: 20, .drag))
    #expect(0 < tenth && tenth < twentieth && twentieth < 6_120)
    #expect(bench.state.run?.records.contains(tenth) == true)
    #expect(goal(at: spot.rect.columns - 1, .drag) == nil, "the live step")
  }

  @Test func `clicking a step marks its own cell`() throws {
    var bench = Fixture.running()
    let spot = try #require(bench.view().spots.first { Spot($0) == .time })
    for column in stride(from: 0, to: spot.rect.columns / 3, by: 7) {
      let (x, row) = (spot.rect.column + column, spot.rect.row)
      _ = bench.update(.mouse(Mouse(.press, column: x, row: row)))
      let dots = (x - 1...x + 1).filter {
        "●○".unicodeScalars.contains(bench.view()[row, $0].character)
      }
      #expect(!dots.isEmpty, "column \(column)")
    }
  }

  @Test func `the plane goes along with the pointer that holds it`() throws {
    var bench = Fixture.running()
    let spot = try #require(bench.view().spots.last { Spot($0) == .plane(0) })
    func point(_ kind: Mouse.Kind, _ column: Int, _ row: Int) {
      bench.answer(
        bench.update(
          .mouse(Mouse(kind, column: spot.rect.column + column, row: spot.rect.row + row))))
    }
    point(.press, 20, 10)
    #expect(bench.state.run?.window == nil, "a click alone moves nothing")
    point(.drag, 23, 10)
    point(.drag, 30, 12)
    let window = try #require(bench.state.run?.window)
    // Ten cells to the right and two down, of 66 × 33 that show −3…3.
    #expect(abs(window.horizontal.lowerBound + 3 + 10 * 6 / 66.0) < 1e-5)
    #expect(abs(window.vertical.lowerBound + 3 - 2 * 6 / 33.0) < 1e-5)
    point(.release, 30, 12)
    point(.drag, 40, 20)
    #expect(bench.state.run?.window == window, "nobody holds it")
  }

  @Test func `a dragged crosshair moves over a plane that stays`() throws {
    var bench = Fixture.running()
    bench.press("i")
    let spot = try #require(bench.view().spots.last { Spot($0) == .plane(0) })
    for (kind, column) in [(Mouse.Kind.press, 5), (.drag, 9), (.drag, 14)] {
      bench.answer(
        bench.update(
          .mouse(Mouse(kind, column: spot.rect.column + column, row: spot.rect.row + 4))))
    }
    let place = try #require(bench.state.run?.plane.crosshair)
    #expect(abs(place.x - (-3 + 14.5 * 6 / 66)) < 1e-5 && bench.state.run?.window == nil)
  }

  @Test func `a click on a chart enlarges it, one in it reads it`() throws {
    var bench = Fixture.running()
    try point(.press, at: "J_G", in: &bench)
    #expect(bench.state.context == .chart)
    #expect(bench.view().text.contains("generator cost"))
    let plot = try #require(bench.view().spots.last { Spot($0) == .plot })
    func read(_ kind: Mouse.Kind, _ column: Int) -> Int? {
      _ = bench.update(
        .mouse(Mouse(kind, column: plot.rect.column + column, row: plot.rect.row + 3)))
      return bench.state.run?.chart.reading
    }
    let middle = try #require(read(.press, plot.rect.columns / 2))
    #expect(abs(middle - 3_060) < 300 && bench.state.run?.records.contains(middle) == true)
    #expect(try #require(read(.drag, plot.rect.columns - 1)) > middle)
    #expect(read(.press, 0) == bench.state.run?.records.first)
    try point(.wheelDown, at: "0.", in: &bench)
    _ = read(.wheelDown, 4)
    #expect(bench.view().text.contains("D(x)"))
  }

  @Test func `a click on a plane of a twin gives that column the knobs`() throws {
    var bench = Fixture.twin()
    let spot = try #require(bench.view().spots.last { Spot($0) == .plane(1) })
    #expect(bench.state.run?.focus == 0)
    _ = bench.update(
      .mouse(Mouse(.press, column: spot.rect.column + 3, row: spot.rect.row + 3)))
    #expect(bench.state.run?.focus == 1)
  }

  @Test func `a hint in the footer is a button`() throws {
    var bench = Fixture.running()
    try point(.press, at: "? help", in: &bench)
    #expect(bench.state.context == .help)
    try point(.press, at: "Esc", in: &bench)
    #expect(bench.state.context == .run)
    #expect(bench.state.run?.knobs.chosen == 0)
    try point(.press, at: "↑↓ knob", in: &bench, offset: 1)
    #expect(bench.state.run?.knobs.chosen == 1)
    try point(.press, at: "↑↓ knob", in: &bench)
    #expect(bench.state.run?.knobs.chosen == 0)
  }

  @Test func `the wheel scrolls texts three lines at a time`() throws {
    var bench = Fixture.running(120, 24)
    _ = bench.update(.key(.character("?")))
    let bottom = Mouse(.wheelDown, column: 40, row: 10)
    _ = bench.update(.mouse(bottom))
    guard case .help(let help)? = bench.state.layers.last else {
      Issue.record("no help")
      return
    }
    #expect(help.scroll == 3)
  }

  @Test func `the palette takes clicks, and one beside it closes it`() throws {
    var bench = Fixture.running()
    for letter in ":discriminator alone" { _ = bench.update(.key(.character(letter))) }
    let effects = try point(.press, at: "One update", in: &bench)
    guard case .send(.stepPlayer(.discriminator))? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    _ = bench.update(.key(.character(":")))
    _ = bench.update(.mouse(Mouse(.press, column: 0, row: 30)))
    #expect(bench.state.layers.isEmpty)
  }

  @Test func `a question lies over everything`() throws {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("q")))
    #expect(bench.state.context == .question)
    let before = bench.view()
    for kind in [Mouse.Kind.press, .drag, .wheelDown, .release] {
      for row in stride(from: 1, to: 40, by: 9) {
        _ = bench.update(.mouse(Mouse(kind, column: 90, row: row)))
      }
    }
    #expect(bench.view() == before)
  }

  @Test(arguments: [(0, 0), (40, 12), (80, 24), (120, 40)])
  func `whatever is clicked anywhere, nothing breaks`(columns: Int, rows: Int) {
    for keys in [[], [.tab], [.character("t")], [.character(":")], [.character("e")]] as [[Key]] {
      var bench = Fixture.running(columns, rows)
      for key in keys { _ = bench.update(.key(key)) }
      for (index, kind) in Self.kinds.enumerated() {
        let (column, row) = (index * 37 % (columns + 2) - 1, index * 11 % (rows + 2) - 1)
        _ = bench.update(.mouse(Mouse(kind, column: column, row: row)))
      }
      #expect(bench.view().rows == rows)
    }
  }

  private static let kinds = (0..<20).map { index -> Mouse.Kind in
    [.press, .drag, .wheelUp, .wheelDown, .release][index % 5]
  }
}
