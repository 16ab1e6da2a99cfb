import Notebook
import Testing

@Suite struct StatisticsTests {
  @Test func `mean and standard error are those counted by hand`() {
    // Squares about 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32; 32 / 7 / 8 = 0.571428…
    let values: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]
    #expect(Statistics.mean(values) == 5)
    #expect(abs((Statistics.standardError(values) ?? 0) - 0.755_928_946) < 1e-9)
    #expect(Statistics.mean([]) == nil)
    #expect(Statistics.standardError([3]) == nil)
    #expect(Statistics.standardError([3, 3, 3]) == 0)
  }

  /// Counts of either sign, and by hand how many of the 2ⁿ splits are as uneven.
  private static let splits: [(higher: Int, lower: Int, splits: Double)] = [
    (8, 0, 2), (0, 8, 2), (7, 1, 18), (6, 2, 74), (4, 4, 256), (10, 2, 158), (0, 0, 1), (1, 0, 2),
  ]

  @Test(arguments: splits)
  func `the sign test is the exact binomial`(higher: Int, lower: Int, splits: Double) {
    var all = 1.0
    for _ in 0..<(higher + lower) { all *= 2 }
    #expect(abs(Statistics.signTest(higher: higher, lower: lower) - splits / all) < 1e-12)
  }

  @Test func `many seeds neither overflow nor vanish`() {
    #expect(Statistics.signTest(higher: 50_000, lower: 50_000) == 1)
    let p = Statistics.signTest(higher: 5_200, lower: 4_800)
    #expect(p > 6e-5 && p < 7e-5, "about 2 Φ(−3.99)")
    #expect(Statistics.signTest(higher: 10_000, lower: 0) == 0)
  }

  @Test func `the median is the middle, or between the two in the middle`() {
    #expect(Statistics.median([]) == nil)
    #expect(Statistics.median([1, 2, 9]) == 2)
    #expect(Statistics.median([1, 2, 4, 9]) == 3)
  }

  /// Values by scipy.stats.binomtest(k, n).proportion_ci(method="exact").
  @Test(arguments: [
    (3, 3, 0.2924, 1), (0, 5, 0, 0.5218), (5, 10, 0.1871, 0.8129), (9, 10, 0.5550, 0.9975),
  ])
  func `the exact interval of a rate`(
    successes: Int, count: Int, lower: Double, upper: Double
  ) {
    let interval = Statistics.binomialInterval(successes, of: count)
    #expect(abs(interval.lowerBound - lower) < 1e-4)
    #expect(abs(interval.upperBound - upper) < 1e-4)
  }
}
