import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct FanTests {
  private func fan(
    _ columns: Int = 120, _ rows: Int = 40, charset: Workbench.Charset = .braille
  ) -> Workbench {
    var bench = Fixture.bench(columns, rows, charset: charset)
    _ = bench.update(.key(.character("F")))
    return bench
  }

  private func moment(seed: UInt64, reached: Double, status: RunStatus = .finished) -> Moment {
    var moment = Fixture.moment(step: 25_000, status: status, seed: seed, field: (26, 13))
    moment.columns[0].measures[2] = Measurement(
      "modesReached", title: "reached", value: reached, ofReal: 8, format: .count(of: 8))
    return moment
  }

  @Test func `F trains eight seeds of the chosen preset and looks at them all`() {
    var bench = Fixture.bench()
    let effects = bench.update(.key(.character("F"))).names
    #expect(effects.first == "fan [1, 2, 3, 4, 5, 6, 7, 8]")
    #expect(effects.last?.hasPrefix("look at seeds") == true)
    let lines = bench.view().lines
    #expect(lines[0].contains("Mode collapse · paper · seeds 1 to 8"))
    #expect(lines[0].contains("0 of 8 finished"))
    #expect(bench.view().text.contains("waits"))
    _ = bench.update(.tick(seconds: 1))
    #expect(bench.update(.tick(seconds: 1.2)).isEmpty)
    #expect(bench.update(.tick(seconds: 1.6)).names.count == 1)
  }

  @Test func `results stand on their planes, and together below them`() {
    var bench = fan()
    _ = bench.update(.seed(2, .moment(moment(seed: 2, reached: 1))))
    _ = bench.update(.seed(5, .moment(moment(seed: 5, reached: 3))))
    _ = bench.update(.seed(7, .moment(moment(seed: 7, reached: 8, status: .training))))
    let text = bench.view().text
    #expect(text.contains("2 of 8 finished"))
    #expect(text.contains("3 of 8") && text.contains("8 of 8"))
    // The mean of 1 and 3 with its error: the seed that trains is not in it.
    #expect(text.contains("2 finished") && text.contains("2 ± 1"))
  }

  @Test func `a seed without a result is told of`() {
    var bench = fan()
    _ = bench.update(.seed(3, .failed("no such game")))
    let diverged = moment(seed: 4, reached: 0, status: .diverged(step: 1_200))
    _ = bench.update(.seed(4, .moment(diverged)))
    let text = bench.view().text
    #expect(text.contains("seed 3: no such game"))
    #expect(text.contains("seed 4: diverged at step 1 200"))
  }

  @Test func `the sides of a twin are compared by pairs`() {
    let preset = Fixture.twinPreset(of: 2)
    var bench = Workbench(
      pages: [Fixture.page], library: PresetLibrary(presets: [preset]), charset: .braille)
    _ = bench.update(.resized(columns: 120, rows: 40))
    _ = bench.update(.key(.character("F")))
    for seed in 1...5 as ClosedRange<UInt64> {
      var moment = Fixture.moment(of: preset, step: 25_000)
      moment.seed = seed
      moment.status = .finished
      _ = bench.update(.seed(seed, .moment(moment)))
    }
    // Five of five: 2 · ½⁵.
    #expect(bench.view().text.contains("5 0 0, 0.0625"))
    #expect(bench.view().lines[0].contains("a no look ahead"))
    _ = bench.update(.key(.character("c")))
    #expect(bench.view().lines[0].contains("b 5 steps"))
  }

  @Test func `Enter trains the chosen seed as a run, plus adds seeds, and leaving asks`() {
    var bench = fan()
    #expect(
      bench.update(.key(.character("+"))).names.first
        == "fan [9, 10, 11, 12, 13, 14, 15, 16]")
    #expect(bench.update(.key(.character("q"))).isEmpty)
    #expect(bench.view().text.contains("Leave these seeds?"))
    _ = bench.update(.key(.escape))
    _ = bench.update(.key(.right))
    let opened = bench.update(.key(.enter))
    #expect(opened.names.prefix(2) == ["stop seeds", "start mode-collapse-paper"])
    guard case .start(let preset) = opened[1] else { return }
    #expect(preset.seed == 2)
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 20), (40, 12), (200, 60)])
  func `the chosen seed is in view at every size`(columns: Int, rows: Int) {
    for charset in [Workbench.Charset.braille, .ascii] {
      var bench = fan(columns, rows, charset: charset)
      for _ in 0..<3 { _ = bench.update(.key(.character("+"))) }
      for key in [Key.end, .home, .down, .right, .up, .left] {
        _ = bench.update(.key(key))
        let chosen = bench.state.fan.map { $0.members[$0.chosen].seed } ?? 0
        let mark = charset == .braille ? "▸" : ">"
        #expect(bench.view().text.contains("\(mark) \(chosen) "), "\(columns)×\(rows) \(key)")
      }
    }
  }
}
