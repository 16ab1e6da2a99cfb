import Testing
import ganbook

@Suite struct LineGaugeTests {
  /// Pieces sent over a line of so many bytes a second, with a way there and back of so long.
  private func pieces(_ gauge: inout LineGauge, rate: Double, way: Double, count: Int) -> [Int] {
    var (now, sizes): (Double, [Int]) = (0, [])
    for _ in 0..<count {
      let room = gauge.room(at: now)
      guard room < .max else { break }
      sizes.append(room)
      gauge.noteQuestion(at: now)
      #expect(gauge.room(at: now) == 0, "one piece at a time")
      now += way + Double(room) / rate
      gauge.noteAnswer(at: now)
    }
    return sizes
  }

  @Test func `a line on which writing does not wait holds anything, and nothing is asked`() {
    var gauge = LineGauge()
    gauge.noteWrite(0.004)
    #expect(!gauge.isSlow && gauge.room(at: 1) == .max)
  }

  @Test(arguments: [960.0, 5_760, 11_520, 100_000], [0.001, 0.2])
  func `pieces become as long as the target, on any line`(rate: Double, way: Double) {
    var gauge = LineGauge()
    gauge.noteWrite(1)
    let sizes = pieces(&gauge, rate: rate, way: way, count: 60)
    let least = 60 / rate
    let longest = (sizes.suffix(20).max() ?? .max, max(2 * LineGauge.target, 2 * least) * rate)
    #expect(Double(longest.0) < longest.1)
    #expect(sizes.count == 60 && gauge.isSlow)
  }

  @Test func `a line that has become quick again is no longer slow`() {
    var gauge = LineGauge()
    gauge.noteWrite(1)
    let sizes = pieces(&gauge, rate: 5e6, way: 0.05, count: 60)
    #expect(sizes.count < 20 && !gauge.isSlow && gauge.room(at: 100) == .max)
  }

  @Test func `a terminal that does not answer is not asked again`() {
    var gauge = LineGauge()
    gauge.noteWrite(1)
    gauge.noteQuestion(at: 10)
    #expect(gauge.room(at: 10 + LineGauge.limit) == 0)
    #expect(gauge.room(at: 10.1 + LineGauge.limit) == .max)
    gauge.noteWrite(1)
    #expect(!gauge.isSlow)
    gauge.noteAnswer(at: 20)
  }
}
