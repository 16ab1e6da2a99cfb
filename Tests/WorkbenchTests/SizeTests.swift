import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// Every page at every size, with sound numbers and with garbage.
@Suite struct SizeTests {
  private static let sizes: [(Int, Int)] = [
    (0, 0), (1, 1), (1, 200), (500, 1), (2, 2), (39, 12), (40, 11), (40, 12), (44, 14), (55, 20),
    (56, 13), (60, 20), (66, 40), (71, 27), (72, 28), (79, 24), (80, 24), (96, 16), (120, 40),
    (133, 31), (200, 17), (240, 77), (500, 200),
  ]

  /// One of each layout.
  private static let fewSizes: [(Int, Int)] = [
    (1, 1), (40, 12), (44, 14), (60, 15), (60, 20), (66, 40), (80, 24), (120, 28), (120, 40),
    (200, 30),
  ]

  private static let journeys: [[Key]] = [
    [], [.down, .down], [.character("?")], [.character("/"), .character("m")],
  ]
  private static let runJourneys: [[Key]] = [
    [], [.tab], [.tab, .tab], [.tab, .tab, .tab], [.character("v")], [.enter, .character("9")],
    [.character("q")], [.down, .down, .down, .down, .down, .right],
    "5678i+L".map { .character($0) }, "v5678i---".map { .character($0) },
  ]

  @Test(arguments: [Workbench.Charset.braille, .ascii])
  func `a page at any size keeps to its frame`(charset: Workbench.Charset) {
    for keys in Self.journeys { check(Fixture.bench(charset: charset), keys) }
    for (index, keys) in Self.runJourneys.enumerated() {
      var bench = Fixture.running(charset: charset, hasColour: index.isMultiple(of: 2))
      check(bench, keys)
      _ = bench.update(.report(.moment(Self.garbage)))
      check(bench, keys)
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `columns of a twin keep to their frame`(count: Int) {
    let journeys: [[Key]] = [
      [], [.tab], [.character("c"), .tab, .tab], [.character("<")], [.character(":")],
      [.character("e"), .character("語"), .character("x")], "5678i++".map { .character($0) },
    ]
    for (index, keys) in journeys.enumerated() {
      var bench = Fixture.twin(
        of: count, charset: index.isMultiple(of: 3) ? .ascii : .braille,
        hasColour: index.isMultiple(of: 2))
      check(bench, keys, Self.fewSizes)
      var garbage = Self.garbage
      garbage.columns = Array(repeating: garbage.columns[0], count: count)
      garbage.time = .init(
        live: .max,
        commands: [.init(step: -5, command: .mark()), .init(step: .max, command: .pause)],
        keyframes: [.min, 7, .max], parted: -1)
      _ = bench.update(.report(.moment(garbage)))
      check(bench, keys, Self.fewSizes)
    }
  }

  @Test func `the list of runs keeps to its frame`() {
    for keys in [[], [.character("r")], [.character("r"), .character("/"), .character("語")]]
      as [[Key]]
    {
      var bench = Fixture.bench()
      _ = bench.update(
        .runs(RunsTests.cards + [RunCard(id: "日本語の名前", steps: .max, sparks: [.nan, .infinity])]))
      check(bench, keys, Self.fewSizes)
      _ = bench.update(.key(.delete))
      check(bench, keys, Self.fewSizes)
    }
  }

  private func check(
    _ bench: Workbench, _ keys: [Key], _ sizes: [(Int, Int)] = SizeTests.sizes
  ) {
    var bench = bench
    for key in keys { _ = bench.update(.key(key)) }
    for (columns, rows) in sizes {
      _ = bench.update(.resized(columns: columns, rows: rows))
      let frame = bench.view()
      #expect(frame.columns == columns && frame.rows == rows)
      let widths = Set(frame.lines.map { Text.width(of: $0) })
      #expect(widths.isSubset(of: [columns]), "\(columns)×\(rows) after \(keys): \(widths)")
    }
  }

  /// Numbers that no run should give and some will.
  private static var garbage: Moment {
    var moment = Fixture.moment(step: 1)
    moment.step = .max
    moment.steps = -7
    moment.columns[0].curves = [.nan, .infinity, -3e38, 1e-30, 3e38, 0]
    moment.columns[0].measures = [
      Measurement(
        "modesReached", title: "reached", value: .nan, ofReal: .infinity, format: .count(of: 0)),
      Measurement("a", title: "a very long title", value: 1e300, ofReal: -1, format: .percent),
      Measurement("b", title: "日本語", value: -1e300, ofReal: .nan, format: .number),
    ]
    moment.columns[0].history = History(series: 3)
    moment.columns[0].history.record(step: 0, [.nan, 3e38, -3e38])
    moment.columns[0].history.record(step: 1, [.infinity, -3e38, 3e38])
    moment.columns[0].picture = .plane(
      Plane(
        bounds: Bounds(x: -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude, y: 2...2),
        real: [SIMD2(.nan, 0), SIMD2(3e38, 2)], generated: [SIMD2(.infinity, -.infinity)],
        field: Field(columns: 2, rows: 1, values: [.nan, -.infinity])))
    return moment
  }

  @Test func `below the smallest size a sentence says so`() {
    let lines = Fixture.running(34, 8).view().lines
    #expect(lines.joined(separator: " ").contains("needs 40×12 cells"))
    #expect(lines.joined(separator: " ").contains("34×8"))
  }

  @Test func `growing back shows the run again`() {
    var bench = Fixture.running(120, 40)
    let before = bench.view()
    _ = bench.update(.resized(columns: 10, rows: 3))
    _ = bench.update(.resized(columns: 120, rows: 40))
    #expect(bench.view() == before)
  }
}
