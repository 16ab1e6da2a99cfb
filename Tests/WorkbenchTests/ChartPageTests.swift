import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

/// The look of all charts, and one chart over the whole screen.
@Suite struct ChartPageTests {
  private func press(_ keys: String, _ bench: inout Workbench) {
    for key in keys { _ = bench.update(.key(.character(key))) }
  }

  /// The first line of the charts' column.
  private func title(_ bench: Workbench) -> String { String(bench.view().lines[1].dropFirst(68)) }

  @Test func `y, s and the brackets say in the title what they did`() {
    var bench = Fixture.running()
    #expect(title(bench).hasPrefix("┐┌ costs ──") || title(bench).contains(" costs ──"))
    press("y", &bench)
    #expect(title(bench).contains(" costs  log ─"))
    press("ss", &bench)
    #expect(title(bench).contains(" costs  log · smooth .9 ─"))
    press("[", &bench)
    #expect(title(bench).contains("log · smooth .9 · last 5 000"))
    press("[", &bench)
    #expect(title(bench).contains("last 2 000"))
    press("]]", &bench)
    #expect(!title(bench).contains("last"))
    press("yss", &bench)
    #expect(title(bench).contains(" costs ──"))
  }

  @Test func `where there is little room the title is short`() {
    var bench = Fixture.running(60, 20)
    press("yss[", &bench)
    #expect(bench.view().lines[1].contains("log · s .9 · 5 000"))
  }

  @Test func `the stretch stops where too few records are left`() {
    var bench = Fixture.running()
    press("[[[[[[[[[[[[", &bench)
    #expect(title(bench).contains("last 20 ") || title(bench).contains("last 200"))
    #expect(bench.view().lines[39].contains("not enough records"))
  }

  @Test func `looking back, the stretch lies around the step in view`() {
    var bench = Fixture.running()
    press("[[", &bench)
    _ = bench.update(.key(.character("<")))
    let time = Moment.Time(live: 6_120)
    _ = bench.update(.report(.moment(Fixture.moment(step: 4_000, status: .paused, time: time))))
    #expect(title(bench).contains("2 000 around 4 000"))
    #expect(bench.state.run?.stretch == 3_000...5_000)
  }

  @Test func `z shows one chart with axes, names of levels and where it is read`() {
    var bench = Fixture.running()
    press("z", &bench)
    let lines = bench.view().lines
    #expect(lines[1].contains("┌ J_D  discriminator cost ─"))
    #expect(lines[1].contains("1 of 12"))
    #expect(lines.contains { $0.contains("┤") && $0.contains("0.5") })
    #expect(lines.contains { $0.contains("┄") && $0.contains("ln 2 0.693") })
    #expect(lines.contains { $0.contains("│         └") && $0.contains("┼") })
    #expect(lines.contains { $0.contains("2 000") && $0.contains("4 000") && $0.contains("step") })
    #expect(lines.contains { $0.contains("step 6 120   J_D   0.") })
    #expect(lines[39].contains("Esc back"))
    _ = bench.update(.key(.escape))
    #expect(bench.view().lines[1].contains("plane"))
  }

  @Test func `the arrows turn through the charts, round and round`() {
    var bench = Fixture.running()
    press("z", &bench)
    _ = bench.update(.key(.down))
    #expect(bench.view().lines[1].contains("┌ J_G  generator cost ─"))
    for _ in 0..<2 { _ = bench.update(.key(.up)) }
    #expect(bench.view().lines[1].contains("┌ reverse KL ─"))
    #expect(bench.view().lines[1].contains("12 of 12"))
    press("z", &bench)
    press("z", &bench)
    #expect(bench.view().lines[1].contains("┌ reverse KL ─"), "the last one is remembered")
  }

  @Test func `the crosshair reads, Enter goes there, time keys take it along`() {
    var bench = Fixture.running()
    press("z", &bench)
    _ = bench.update(.key(.pageUp))
    let step = bench.state.run?.chart.reading ?? 0
    #expect(step < 6_120 && step > 5_000)
    #expect(bench.view().lines.contains { $0.contains("step \(Number.spaced(step))   J_D") })
    let plot = bench.view().lines[2...30].map { String($0.dropFirst(12)) }.joined()
    #expect(plot.contains("│"), "the crosshair is drawn")
    _ = bench.update(.key(.right))
    #expect(bench.state.run?.chart.reading ?? 0 > step)
    _ = bench.update(.key(.left))
    #expect(bench.state.run?.chart.reading == step)
    #expect(bench.update(.key(.enter)).names.first == "view \(step)")
    #expect(bench.state.run?.chart.reading == nil)
    _ = bench.update(.key(.left))
    #expect(bench.update(.key(.home)).names.first == "view 0")
    #expect(bench.state.run?.chart.reading == nil)
  }

  @Test func `the crosshair stops at both ends of the stretch`() {
    var bench = Fixture.running()
    press("z[[", &bench)
    for _ in 0..<90 { _ = bench.update(.key(.pageUp)) }
    #expect(bench.state.run?.chart.reading == 4_120)
    for _ in 0..<90 { _ = bench.update(.key(.pageDown)) }
    #expect(bench.state.run?.chart.reading == 6_120)
  }

  @Test func `training goes on under the chart, and its keys work`() {
    var bench = Fixture.running()
    press("z", &bench)
    #expect(bench.update(.key(.character(" "))).commands == [.pause])
    #expect(bench.update(.key(.character("n"))).commands == [.advance(steps: 1)])
    #expect(bench.update(.key(.character("m"))).commands == [.mark()])
    press("?", &bench)
    #expect(bench.view().text.contains("Moves the crosshair back"))
    _ = bench.update(.key(.escape))
    #expect(bench.view().lines[1].contains("J_D"))
  }

  @Test func `what has no logarithm says that it stays linear`() {
    var bench = Fixture.running()
    press("zy", &bench)
    #expect(!bench.view().text.contains("linear: not all values are above 0"))
    _ = bench.update(.key(.down))
    #expect(bench.view().text.contains("linear: not all values are above 0"))
  }

  @Test func `smoothing keeps the raw curve and reads both`() {
    var bench = Fixture.running()
    press("z", &bench)
    let before = bench.view()
    press("ss", &bench)
    #expect(bench.view().text.contains("smoothed   0."))
    #expect(bench.view() != before)
  }

  @Test func `turns of a knob are marked at the foot`() {
    var bench = Fixture.running()
    let time = Moment.Time(
      live: 6_120,
      commands: [.init(step: 3_000, command: .set(name: "beta1", setting: .number(0.4)))])
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_120, time: time))))
    press("z", &bench)
    #expect(bench.view().lines[2...34].contains { $0.contains("▲") })
  }

  @Test func `a twin's curves share the axes, each in its ink, and all are read`() {
    var bench = Fixture.twin(of: 4)
    press("z", &bench)
    let frame = bench.view()
    #expect(frame.lines.contains { $0.contains("a no look ahead  b 5 steps  c 10 steps  d 15") })
    #expect(
      frame.lines.contains { $0.contains("step 6 120   a   0.") && $0.contains("   d   0.") })
    #expect(frame.lines.count { $0.contains("┼") } == 1, "one axis of time")
  }

  @Test(arguments: [Workbench.Charset.braille, .ascii])
  func `curves of a twin that lie apart are told apart by ink, or by letters`(
    charset: Workbench.Charset
  ) {
    let preset = Fixture.twinPreset(of: 2)
    var bench = Fixture.twin(charset: charset, hasColour: charset == .braille)
    var moment = Fixture.moment(of: preset, step: 6_200)
    var history = History(series: moment.columns[0].history.series.count)
    for step in 0..<400 {
      history.record(
        step: step * 16,
        Array(repeating: Float(step % 40), count: history.series.count))
    }
    moment.columns[1].history = history
    _ = bench.update(.report(.moment(moment)))
    press("z", &bench)
    let frame = bench.view()
    let cells = (4..<33).flatMap { row in (12..<100).map { frame[row, $0] } }
    if charset == .braille {
      let inks = Set(cells.filter { $0.character.value > 0x2800 }.map(\.style.foreground))
      #expect(inks.subtracting([.faint]) == [ColumnState.ink(0), ColumnState.ink(1)])
    } else {
      #expect(Set(cells.map(\.character)).isSuperset(of: ["a", "b"]))
    }
  }

  @Test func `four columns have four inks, none of them that of points or of the line`() {
    let inks = (0..<4).map(ColumnState.ink)
    #expect(Set(inks).count == 4)
    #expect(Set(inks).isDisjoint(with: [.real, .generated, .both, .boundary, .faint]))
  }

  @Test func `an enlarged chart keeps to its frame at any size and with any number`() {
    for charset in [Workbench.Charset.braille, .ascii] {
      var bench = Fixture.running(charset: charset)
      var garbage = Fixture.moment(step: 1)
      garbage.step = .max
      garbage.time = .init(live: .max, commands: [.init(step: -5, command: .twin(of: 0))])
      garbage.columns[0].history = History(series: 12)
      garbage.columns[0].history.record(step: 8, Array(repeating: .infinity, count: 12))
      garbage.columns[0].history.record(step: 16, Array(repeating: -3e38, count: 12))
      press("zys", &bench)
      for moment in [Fixture.moment(step: 6_120), Fixture.moment(step: 0), garbage] {
        _ = bench.update(.report(.moment(moment)))
        for keys in [[Key.down, .left], [.character("["), .pageUp], [.character("]")]] {
          for key in keys { _ = bench.update(.key(key)) }
          for (columns, rows) in [(1, 1), (40, 12), (60, 20), (80, 24), (120, 40), (200, 17)] {
            _ = bench.update(.resized(columns: columns, rows: rows))
            let widths = Set(bench.view().lines.map { Text.width(of: $0) })
            #expect(widths.isSubset(of: [columns]), "\(columns)×\(rows)")
          }
        }
      }
    }
  }

  @Test func `label smoothing moves the levels`() {
    var settings = Fixture.settings
    #expect(throws: Never.self) { try settings.set("realTarget", to: .number(0.9)) }
    let curve = Curve("discriminatorCost", title: "J_D", reference: .init(0.693, title: "ln 2"))
    let levels = curve.levels(in: settings)
    #expect(levels.map(\.title) == ["at rest", "D at best"])
    #expect(abs(levels[0].value - 0.688_138_8) < 1e-6)
    #expect(abs(levels[1].value - 0.162_541_5) < 1e-6)
    #expect(curve.levels(in: Fixture.settings).map(\.title) == ["ln 2"])
    let belief = Curve("realProbability", title: "D(x)", reference: .init(0.5, title: "½"))
    #expect(belief.levels(in: settings).map(\.value) == [0.45, 0.9])
    let plain = Curve("largestLogit", title: "max logit")
    #expect(plain.levels(in: settings).isEmpty)
  }
}
