import Adversarial
import Notebook
import Testing

@testable import Workbench

/// When time alone can change something: a still screen must not wake the processor.
@Suite struct NextTickTests {
  @Test func `the contents wait for a key alone`() {
    #expect(Fixture.bench().nextTick == .infinity)
  }

  @Test func `a run in training is looked at again, a paused one is not`() {
    var bench = Fixture.running()
    #expect(bench.nextTick < 2.2)
    bench.press(" ")
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_130, status: .paused))))
    #expect(bench.nextTick < 2, "the word of a person is trusted for a moment")
    _ = bench.update(.tick(seconds: 2))
    _ = bench.update(.report(.moment(Fixture.moment(step: 6_130, status: .paused))))
    #expect(bench.nextTick == .infinity)
  }

  @Test func `a moment that does not come is asked for again`() {
    var bench = Fixture.running()
    let effects = bench.update(.tick(seconds: 5))
    #expect(effects.looks.count == 1)
    #expect(bench.nextTick == 6)
    #expect(bench.update(.tick(seconds: 5.9)).isEmpty)
    #expect(bench.update(.tick(seconds: 6)).looks.count == 1)
  }

  @Test func `what is said in passing fades`() {
    var bench = Fixture.bench()
    _ = bench.update(.tick(seconds: 3))
    _ = bench.update(.notice("Saved."))
    #expect(bench.nextTick == 9)
    _ = bench.update(.tick(seconds: 9))
    #expect(bench.nextTick == .infinity && !bench.view().text.contains("Saved."))
  }
}
