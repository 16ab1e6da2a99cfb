import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// Every page at every size, with sound numbers and with garbage.
@Suite struct SizeTests {
  private static let sizes: [(Int, Int)] =
    [(0, 0), (1, 1), (1, 200), (500, 1), (2, 2), (39, 12), (40, 11), (500, 200)]
    + stride(from: 40, through: 240, by: 9).flatMap { columns in
      [12, 13, 15, 16, 17, 20, 24, 29, 36, 40, 77].map { (columns, $0) }
    }

  /// What each page looks like in turn.
  private static let journeys: [[Key]] = [
    [], [.down, .down], [.character("?")], [.character("/"), .character("m")],
  ]
  private static let runJourneys: [[Key]] = [
    [], [.tab], [.tab, .tab], [.tab, .tab, .tab], [.character("v")], [.enter, .character("9")],
    [.character("q")], [.character("?")], [.down, .down, .down, .down, .down, .right],
  ]

  @Test(arguments: [Workbench.Charset.braille, .ascii])
  func `a page at any size keeps to its frame`(charset: Workbench.Charset) {
    let garbage = Self.garbage
    for (columns, rows) in Self.sizes {
      for keys in Self.journeys {
        check(Fixture.bench(columns, rows, charset: charset), keys, columns, rows)
      }
      for (index, keys) in Self.runJourneys.enumerated() {
        var bench = Fixture.running(columns, rows, charset: charset, hasColour: index % 2 == 0)
        check(bench, keys, columns, rows)
        _ = bench.update(.report(.moment(garbage)))
        check(bench, keys, columns, rows)
      }
    }
  }

  private func check(_ bench: Workbench, _ keys: [Key], _ columns: Int, _ rows: Int) {
    var bench = bench
    for key in keys { _ = bench.update(.key(key)) }
    let frame = bench.view()
    #expect(frame.columns == columns && frame.rows == rows)
    for line in frame.lines { #expect(Text.width(of: line) == columns) }
  }

  /// Numbers that no run should give and some will.
  private static var garbage: Moment {
    var moment = Fixture.moment(step: 1)
    moment.snapshot.step = .max
    moment.steps = -7
    moment.snapshot.curves = [.nan, .infinity, -3e38, 1e-40, 3e38, 0]
    moment.snapshot.measures = [
      Measurement(
        "modesReached", title: "reached", value: .nan, ofReal: .infinity, format: .count(of: 0)),
      Measurement("a", title: "a very long title", value: 1e300, ofReal: -1, format: .percent),
      Measurement("b", title: "日本語", value: -1e300, ofReal: .nan, format: .number),
    ]
    moment.history = History(series: 3)
    moment.history.record(step: 0, [.nan, 3e38, -3e38])
    moment.history.record(step: 1, [.infinity, -3e38, 3e38])
    moment.snapshot.picture = .plane(
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
