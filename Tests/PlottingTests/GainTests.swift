import Plotting
import Testing

@Suite struct GainTests {
  private func gains(_ sizes: [Float], within limits: ClosedRange<Double> = 1e-3...10) -> [Double?]
  {
    var gain = Gain(within: limits)
    return sizes.map { size in
      _ = gain.take(Array(repeating: size, count: 8))
      return gain.value
    }
  }

  @Test func `it is a round number near most of the values`() {
    #expect(gains([0.019]) == [0.02])
    #expect(gains([0.04]) == [0.05])
    #expect(gains([0.012]) == [0.01])
    #expect(gains([-3]) == [2])
  }

  @Test func `a few large values do not set it`() {
    var gain = Gain(within: 1e-3...10)
    _ = gain.take(Array(repeating: 0.1, count: 90) + Array(repeating: 9, count: 10))
    #expect(gain.value == 0.1)
  }

  @Test func `it stays while the values wander, and follows when they leave`() {
    #expect(gains([0.1, 0.2, 0.06, 0.1, 0.23, 0.3, 0.2]) == [0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.2])
    var gain = Gain(within: 1e-3...10)
    let isNew = [0.1, 0.2, 0.5, 0.5].map { gain.take([Float($0)]) }
    #expect(isNew == [true, false, true, false])
  }

  @Test func `it has a least and a greatest value, and nothing to say of nothing`() {
    #expect(gains([1e-9]) == [1e-3])
    #expect(gains([.infinity]) == [10])
    var gain = Gain(within: 1e-3...10)
    #expect(!gain.take([]) && !gain.take([.nan]))
    #expect(gain.value == nil)
  }
}
