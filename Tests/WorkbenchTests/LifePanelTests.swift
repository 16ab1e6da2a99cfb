import Adversarial
import Foundation
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct LifePanelTests {
  /// A blob that moves on to the next mode every 1 500 steps.
  private static func life(to step: Int, modes: Int = 8, stays: Bool = false) -> ModeLife {
    var life = ModeLife()
    for step in stride(from: 100, through: step, by: 100) {
      let home = stays ? 0 : step / 1_500 % modes
      let shares = (0..<modes).map { $0 == home ? Float(0.9) : 0 }
      life.take(ModeSurvey(shares: shares, logits: shares.map { $0 - 2 }), at: step)
    }
    return life
  }

  private func moment(_ step: Int, live: Int = 6_120, modes: Int = 8) -> Moment {
    var moment = Fixture.moment(step: step, time: .init(live: live))
    moment.columns[0].life = Self.life(to: live, modes: modes)
    return moment
  }

  private func bench(
    _ columns: Int = 120, _ rows: Int = 40, charset: Workbench.Charset = .braille, modes: Int = 8
  ) -> Workbench {
    var bench = Fixture.running(columns, rows, charset: charset)
    _ = bench.update(.report(.moment(moment(6_120, modes: modes))))
    _ = bench.update(.key(.character("l")))
    return bench
  }

  /// The lines of the panel, without what stands left of it.
  private func panel(_ bench: Workbench) -> [String] {
    let lines = bench.view().lines
    guard let top = lines.firstIndex(where: { $0.contains("mode life") }),
      let start = lines[top].range(of: " mode life")
    else { return [] }
    let left = lines[top].distance(from: lines[top].startIndex, to: start.lowerBound)
    return lines[top...].map { String($0.dropFirst(max(0, left - 2))) }
  }

  @Test func `l shows a row a mode, the hops and their log, and l again the charts`() {
    var bench = bench()
    let lines = panel(bench)
    #expect(lines[0].contains("4 hops"))
    #expect(lines[1].contains("  1 █"))
    #expect(lines[5].contains("█") && lines[5].contains("90 %"))
    #expect(lines[6].contains("  6 ") && !lines[6].contains("█") && lines[6].contains("0 %"))
    #expect(lines[9].contains("hop") && lines[9].filter { $0 == "▲" }.count == 4)
    #expect(lines[10].contains("step 6 000  4 → 5  D's logit on 4: -2.00"))
    #expect(bench.view().text.contains("4 hops"))
    _ = bench.update(.key(.character("l")))
    #expect(panel(bench).isEmpty && bench.view().text.contains("J_D"))
  }

  @Test func `the rows of a hopping blob follow each other in time`() {
    let chart = LifeChart(life: Self.life(to: 6_000), step: 6_000, live: 6_000, columns: 40)
    let cells = chart.cells
    #expect(cells[0].prefix(9).allSatisfy { $0 == 0.9 })
    #expect(cells[1][15] == 0.9 && cells[0][15] == 0 && cells[1][25] == 0)
    #expect(chart.newest == [0, 0, 0, 0, 0.9, 0, 0, 0])
    #expect(chart.hops.map { chart.place(of: $0.step) } == [10, 20, 30, 39])
  }

  @Test func `looking back, what came later is not seen`() {
    var bench = bench()
    _ = bench.update(.report(.moment(moment(2_000))))
    let lines = panel(bench)
    #expect(lines[0].contains("1 hop") && !lines[0].contains("hops"))
    #expect(lines[2].contains("90 %"))
    #expect(!lines[3].contains("█"), "mode 3 has its turn later")
    let chart = LifeChart(life: Self.life(to: 6_000), step: 2_000, live: 6_000, columns: 30)
    #expect(chart.cells[1].lastIndex { $0 != nil } == 10)
  }

  @Test func `twenty-five modes share their rows where there are too few`() {
    let lines = panel(bench(120, 32, modes: 25))
    #expect(lines[1].contains("  1 ▀") || lines[1].contains("  1 █"))
    #expect(lines[13].contains(" 25 "))
    #expect(lines[14].contains("hop"))
    #expect(LifeGlyph.of(0.5, 0.5, .ascii) == ":" && LifeGlyph.of(nil, 0.5, .ascii) == ".")
    #expect(LifeGlyph.of(0.5, 0.004, .unicode) == "▀" && LifeGlyph.of(0, nil, .unicode) == " ")
  }

  @Test func `a twin has both lives side by side`() {
    var bench = Fixture.twin()
    var moment = Fixture.moment(of: Fixture.twinPreset(of: 2), step: 6_120)
    moment.columns[0].life = Self.life(to: 6_120)
    moment.columns[1].life = Self.life(to: 6_120, stays: true)
    _ = bench.update(.report(.moment(moment)))
    _ = bench.update(.key(.character("l")))
    let lines = panel(bench)
    #expect(lines[0].contains("4 and 0 hops"))
    #expect(lines[1].contains("no look ahead") && lines[1].contains("5 steps"))
    #expect(bench.view().text.contains("no hop so far"))
  }

  @Test(arguments: [(120, 40), (200, 60), (80, 24), (60, 20), (40, 12)])
  func `it fits, in ASCII too`(columns: Int, rows: Int) {
    for charset in [Workbench.Charset.braille, .ascii] {
      let lines = bench(columns, rows, charset: charset).view().lines
      #expect(lines.count == rows)
      let text = lines.joined(separator: "\n")
      #expect(text.contains("mode life") && text.contains(charset == .ascii ? "^" : "▲"))
      if charset == .ascii { #expect(text.unicodeScalars.allSatisfy { $0.isASCII }) }
    }
  }

  @Test func `where there is room for both, the charts stay`() {
    let text = bench(200, 70).view().text
    #expect(text.contains("mode life") && text.contains("J_D"))
  }

  @Test func `before the first measurement it says so`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character("l")))
    #expect(bench.view().text.contains("after the first measurement"))
  }
}
