import Testing

@testable import ganbook

@Suite struct SweepTests {
  /// Steps of so many seconds for so much work.
  private func sweep(_ steps: [(seconds: Double, operations: Double)]) -> Sweep {
    Sweep(
      .batch,
      points: steps.enumerated().map { index, step in
        .init(
          value: 1 << index, seconds: step.seconds, startSeconds: 0.01, megabytes: 1,
          operations: step.operations)
      })
  }

  @Test func `time is linear where the rate is near the best`() {
    // 0.1, 0.5, 0.9, 1, 0.95, 0.6 operations a second.
    let sweep = sweep([(10, 1), (4, 2), (4 / 0.9, 4), (8, 8), (16 / 0.95, 16), (32 / 0.6, 32)])
    #expect(sweep.linear == 2...4)
    #expect(sweep.finding.contains("from batch 4 to 16"))
    #expect(sweep.finding.contains("10 % of it at 1"))
    #expect(sweep.finding.contains("60 % of it at 32"))
    #expect(sweep.text.contains("^"))
  }

  @Test func `what is linear everywhere says no more`() {
    let sweep = sweep([(1, 1), (2, 2), (4, 4)])
    #expect(sweep.linear == 0...2)
    #expect(!sweep.finding.contains("beyond") && !sweep.finding.contains("below"))
  }

  @Test(arguments: Sweep.Axis.allCases)
  func `every value of every axis is a workload`(_ axis: Sweep.Axis) throws {
    for value in axis.values { #expect(try axis.workload(value).operations > 0) }
  }
}
