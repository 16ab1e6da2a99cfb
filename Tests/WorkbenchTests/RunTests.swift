import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct RunTests {
  @Test func `space pauses and trains on, and the screen says so at once`() {
    var bench = Fixture.running()
    #expect(bench.update(.key(.character(" "))).commands == [.pause])
    #expect(bench.view().lines[0].contains("❚❚ paused"))
    #expect(bench.view().lines[39].contains("space run"))
    #expect(bench.update(.key(.character(" "))).commands == [.resume])
    #expect(bench.view().lines[0].contains("▶  training"))
  }

  @Test func `a moment that was on its way does not undo a pause`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character(" ")))
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_130))))
    #expect(bench.view().lines[0].contains("paused"))
    _ = bench.update(.tick(seconds: 3))
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_140))))
    #expect(bench.view().lines[0].contains("training"))
  }

  @Test func `n, d and g take one step and pause`() {
    var bench = Fixture.running()
    #expect(bench.update(.key(.character("n"))).commands == [.advance(steps: 1)])
    #expect(bench.view().lines[0].contains("paused"))
    #expect(bench.update(.key(.character("d"))).commands == [.stepPlayer(.discriminator)])
    #expect(bench.update(.key(.character("g"))).commands == [.stepPlayer(.generator)])
  }

  @Test func `r starts again with the seed and the knobs as they stand, S with the next seed`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.right))
    for (key, seed) in [("r", UInt64(1)), ("S", 2)] {
      let effects = bench.update(.key(.character(Character(key))))
      guard case .start(let preset)? = effects.first else {
        Issue.record("\(key) starts nothing")
        return
      }
      #expect(preset.seed == seed)
      #expect(preset.settings["discriminatorLearningRate"] == .number(1.5e-4))
    }
    #expect(bench.view().lines[0].contains("seed 2"))
    #expect(bench.view().text.contains("• 1 changed"))
  }

  @Test func `leaving a run in progress asks`() {
    var bench = Fixture.running()
    #expect(bench.update(.key(.character("q"))).isEmpty)
    #expect(bench.view().text.contains("It has trained 6 120 steps and is not kept."))
    #expect(bench.update(.key(.escape)).isEmpty)
    #expect(!bench.view().text.contains("Leave this run?"))
    _ = bench.update(.key(.escape))
    #expect(bench.update(.key(.enter)).names == ["stop"])
    #expect(bench.view().text.contains("▸ mode-collapse"))
  }

  @Test func `leaving a run that is over asks nothing`() {
    var bench = Fixture.running()
    _ = bench.update(.report(.moment(Fixture.moment(step: 25_000, status: .finished))))
    #expect(bench.view().lines[0].contains("finished"))
    #expect(bench.update(.key(.character("q"))).names == ["stop"])
  }

  @Test func `a finished run says what space does`() {
    var bench = Fixture.running()
    _ = bench.update(.report(.moment(Fixture.moment(step: 25_000, status: .finished))))
    #expect(bench.update(.key(.character(" "))).commands == [.advance(steps: 12_500)])
    #expect(
      bench.view().lines[39].contains(
        "The run had taken its 25 000 steps; it trains on for 12 500 more."))
    _ = bench.update(.tick(seconds: 20))
    #expect(bench.view().lines[39].contains("q leave"))
  }

  @Test func `divergence is told as a result`() {
    var bench = Fixture.running()
    let moment = Fixture.moment(step: 7_001, status: .diverged(step: 7_001))
    _ = bench.update(.report(.moment(moment)))
    #expect(bench.view().text.contains("at step 7 001 a number was no longer finite"))
    #expect(bench.view().lines[0].contains("diverged"))
  }

  @Test func `settings that are no game are told in the plane`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.enter))
    _ = bench.update(.report(.failed("two centres of the ring coincide")))
    #expect(bench.view().text.contains("These settings describe no game."))
    #expect(bench.view().text.contains("two centres of the ring coincide"))
    #expect(bench.update(.key(.character(" "))).isEmpty)
    #expect(bench.update(.key(.escape)).names == ["stop"])
  }

  @Test func `v cycles the views of the plane`() {
    var bench = Fixture.running()
    var titles: [String] = []
    for _ in 0..<6 {
      titles.append(String(bench.view().lines[1].prefix(30)))
      _ = bench.update(.key(.character("v")))
    }
    #expect(titles[0] == titles[5])
    #expect(titles[1].contains("plane · side by side"))
    #expect(titles[2].contains("plane · generated only"))
    #expect(titles[3].contains("plane · densities"))
    #expect(titles[4].contains("plane · D's field"))
  }

  @Test func `Tab turns through the panels and comes back`() {
    var bench = Fixture.running(80, 24)
    let first = bench.view()
    _ = bench.update(.key(.tab))
    #expect(bench.view().text.contains("D learning rate"))
    _ = bench.update(.key(.tab))
    #expect(bench.view().text.contains("Watch: One yellow blob"))
    _ = bench.update(.key(.tab))
    #expect(bench.view() == first)
    _ = bench.update(.key(.backTab))
    #expect(bench.view().text.contains("Watch: One yellow blob"))
  }

  @Test func `the claim is weighed in words`() {
    let lines = Fixture.running(80, 24).view().lines
    #expect(lines[21].hasPrefix(" claim   G keeps at most 2 of the 8 modes at a time"))
    #expect(
      lines[22].hasPrefix(
        " so far  1 of 8 modes, at most 2 in 6 120 steps; D tells them apart easily"))
  }

  @Test func `reports after the end of a run are passed over`() {
    var bench = Fixture.bench()
    #expect(bench.update(.report(.moment(Fixture.moment(step: 5)))).isEmpty)
    #expect(bench.view().text.contains("▸ mode-collapse"))
  }

  @Test func `Ctrl-L paints anew everywhere`() {
    var bench = Fixture.bench()
    #expect(bench.update(.key(.character("\u{0C}"))).names == ["repaint"])
    bench = Fixture.running()
    #expect(bench.update(.key(.character("\u{0C}"))).names == ["repaint"])
  }
}
