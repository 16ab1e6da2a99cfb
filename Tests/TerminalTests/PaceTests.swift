import Testing
import ganbook

@Suite struct PaceTests {
  @Test func `thirty frames a second`() {
    var pace = Pace()
    pace.noteCost(0.002)
    #expect(pace.interval == Pace.shortest)
  }

  @Test func `a slow terminal gets fewer frames, never less than one a second`() {
    var pace = Pace()
    pace.noteCost(0.05)
    #expect(abs(pace.interval - 0.2) < 1e-9)
    pace.noteCost(9)
    #expect(pace.interval == 1)
  }

  @Test func `a terminal that has become quick again gets them all`() {
    var pace = Pace()
    pace.noteCost(1)
    for _ in 0..<30 { pace.noteCost(0.001) }
    #expect(pace.interval == Pace.shortest)
  }
}
