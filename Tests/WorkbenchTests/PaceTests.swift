import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct PaceTests {
  @Test func `the next moment is asked for when the screen is ready for it`() {
    var bench = Fixture.running()
    #expect(bench.update(.tick(seconds: 2)).names == ["look 66×33"])
    #expect(bench.update(.tick(seconds: 2.1)).isEmpty)
    #expect(bench.update(.report(.moment(Fixture.moment(step: 6_200)))).names == ["look 66×33"])
    #expect(bench.update(.tick(seconds: 2.12)).isEmpty)
  }

  @Test func `pictures come twelve times a second at most`() {
    var bench = Fixture.running()
    var looks = 0
    for tick in 1...100 {
      let effects =
        bench.update(.report(.moment(Fixture.moment(step: 6_120 + tick))))
        + bench.update(.tick(seconds: 1 + Double(tick) / 100))
      looks += effects.names.filter { $0.hasPrefix("look") }.count
    }
    #expect((9...13).contains(looks))
  }

  @Test func `a paused run is looked at once, then left alone`() {
    var bench = Fixture.running()
    _ = bench.update(.key(.character(" ")))
    _ = bench.update(.tick(seconds: 2))
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_121, status: .paused))))
    for tick in 1...50 {
      #expect(bench.update(.tick(seconds: 2 + Double(tick) / 10)).isEmpty)
    }
  }

  @Test func `a look that got no answer is repeated`() {
    var bench = Fixture.bench()
    _ = bench.update(.key(.enter))
    #expect(bench.update(.tick(seconds: 0.5)).isEmpty)
    #expect(bench.update(.tick(seconds: 1.1)).names == ["look 66×33"])
  }

  @Test func `a resize asks for a field that fits`() {
    var bench = Fixture.running()
    let effects = bench.update(.resized(columns: 80, rows: 24)).names
    #expect(effects == ["repaint", "look 34×17"])
  }

  @Test func `rate and time come from ticks`() {
    var bench = Fixture.running()
    #expect(bench.view().lines[0].contains("   406 steps/s    0:01"))
    for second in 2...75 {
      _ = bench.update(.tick(seconds: Double(second)))
      _ = bench.update(.report(.moment(Fixture.moment(step: 6_120 + second * 50))))
    }
    #expect(bench.view().lines[0].contains("    50 steps/s    1:15"))
  }

  @Test func `the time a stopped process slept is no training`() {
    var bench = Fixture.running()
    _ = bench.update(.tick(seconds: 3_600))
    #expect(bench.view().lines[0].contains("   0:02"))
  }

  @Test func `a clock that goes wrong is passed over`() {
    var bench = Fixture.running()
    let before = bench.view()
    for seconds in [Double.nan, .infinity, -5] {
      #expect(bench.update(.tick(seconds: seconds)).isEmpty)
    }
    #expect(bench.view() == before)
  }
}
