import Testing
import ganbook

@Suite struct PaceTests {
  @Test func `thirty frames a second while something moves`() {
    var pace = Pace()
    pace.noteChange(at: 10)
    pace.noteCost(0.002)
    #expect(pace.interval(at: 10.01) == Pace.shortest)
  }

  @Test func `a few looks a second when all is still`() {
    var pace = Pace()
    pace.noteChange(at: 10)
    #expect(pace.interval(at: 10 + Pace.patience + 0.01) == Pace.idle)
    pace.noteChange(at: 12)
    #expect(pace.interval(at: 12.01) == Pace.shortest)
  }

  @Test func `a slow terminal gets fewer frames, never less than one a second`() {
    var pace = Pace()
    pace.noteChange(at: 10)
    pace.noteCost(0.05)
    #expect(abs(pace.interval(at: 10) - 0.2) < 1e-9)
    pace.noteCost(9)
    #expect(pace.interval(at: 10) == 1)
  }

  @Test func `a terminal that has become quick again gets them all`() {
    var pace = Pace()
    pace.noteChange(at: 10)
    pace.noteCost(1)
    for _ in 0..<30 { pace.noteCost(0.001) }
    #expect(pace.interval(at: 10) == Pace.shortest)
  }
}
