import Experiments
import Testing

@testable import Adversarial

/// The measures of the pages on costs and on batch normalization.
@Suite struct SpreadTests {
  @Test func `equal sizes are all effective, and one that is everything is alone`() {
    let equal = Spread(Array(repeating: 3, count: 200))
    #expect(abs(equal.relativeVariance) < 1e-12 && abs(equal.effectiveShare - 1) < 1e-12)
    #expect(abs(equal.topShare - 0.01) < 1e-12 && abs(equal.mean - 3) < 1e-12)
    let single = Spread([5] + Array(repeating: 0, count: 99))
    #expect(single.topShare == 1 && abs(single.effectiveShare - 0.01) < 1e-12)
    #expect(abs(single.relativeVariance - 99) < 1e-9)
    #expect(Spread([0, 0]).topShare.isNaN)
  }

  @Test func `batches that are all alike correlate, and pinned means repel`() {
    let alike = [[1.0, 2, 1, 2], [3, -1, 3, -1], [0, 5, 0, 5]]
    #expect(abs(Likeness(alike, changed: alike, size: 2).correlation - 1) < 1e-12)
    #expect(Likeness(alike, changed: alike, size: 2).neighbourEffect == 0)
    let pinned = [[1.0, 2, -1, -2], [3, -1, -3, 1], [-2, 5, 2, -5]]
    #expect(abs(Likeness(pinned, changed: pinned, size: 2).correlation + 1) < 1e-12)
  }

  private func measures(
    _ page: Experiment, _ changes: [(String, Setting)], steps: Int
  ) throws -> [String: Double] {
    var settings = Settings(page.hyperparameters)
    for (name, setting) in changes { try settings.set(name, to: setting) }
    let game = PlaneSession(
      design: try #require(try page.design(settings) as? Design), settings: settings, seed: 1,
      threads: 2)
    for _ in 0..<steps { game.advance() }
    return Dictionary(uniqueKeysWithValues: game.measurements().map { ($0.name, $0.value) })
  }

  /// Figure 16 in closed form: where all samples have one belief p, minimax over non-saturating is
  /// p/(1 − p), and maximum likelihood over minimax 1/(1 − p).
  @Test func `the pulls of the three costs keep their ratios`() throws {
    let found = try measures(.costFunctions, [], steps: 400)
    let low = found["beliefLow"] ?? .nan
    let high = found["beliefHigh"] ?? .nan
    let ratio = (found["minimaxPull"] ?? .nan) / (found["nonSaturatingPull"] ?? .nan)
    let other = (found["maximumLikelihoodPull"] ?? .nan) / (found["minimaxPull"] ?? .nan)
    #expect(low < 0.5 && high < 0.5, "D has not won: \(found)")
    #expect(ratio > 0.5 * low / (1 - low) && ratio < 2 * high / (1 - high), "\(found)")
    #expect(other > 1 && other < 2 / (1 - high), "\(found)")
  }

  @Test(arguments: [("batch", true), ("reference", false), ("virtual", false), ("none", false)])
  func `neighbours move a sample under batch norm alone`(kind: String, moves: Bool) throws {
    let found = try measures(
      .batchNormalization,
      [("generatorNorm", .choice(kind)), ("batch", .number(4))], steps: 30)
    let effect = found["neighbourEffect"] ?? .nan
    #expect(moves ? effect > 0.05 : effect == 0, "\(found)")
  }
}
