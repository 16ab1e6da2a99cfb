import Experiments
import Foundation
import Testing

@testable import Adversarial

/// How few samples carry a cost's slope, beside closed forms.
@Suite struct SlopeComparisonTests {
  private let bounds = Bounds(x: -3...3, y: -3...3)

  private func measures(_ data: Mixture, _ model: Mixture) -> [String: Adversarial.Measurement] {
    let comparison = SlopeComparison(GradientProbe.costs, data: data, model: model, over: bounds)
    let all = comparison.measurements(
      logits: [-2, -1, 0, 1], pulls: [[1, 2, 3, 4], [2, 2, 1, 1], [0, 0, 1, 9]])
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }

  private func gaussian(_ deviation: Float) throws -> Mixture {
    try Mixture([.init(centre: [0, 0], deviation: deviation, weight: 1)])
  }

  /// 1 + χ² = ∫ p²/q for a ring p of deviation s and q = N(0, g²): each pair of modes is a Gaussian
  /// integral.
  private func effective(_ data: Mixture, _ g: Double) -> Double {
    var sum = 0.0
    for one in data.components {
      for other in data.components {
        let variance = Double(one.deviation) * Double(one.deviation)
        let apart = SIMD2<Double>(one.centre) - SIMD2<Double>(other.centre)
        let middle = (SIMD2<Double>(one.centre) + SIMD2<Double>(other.centre)) / 2
        let square = (apart * apart).sum() / (4 * variance)
        let (half, wide) = (variance / 2, g * g)
        sum +=
          Double(one.weight * other.weight) * exp(-square) / (4 * Double.pi * variance)
          * 2 * Double.pi * wide * wide / (wide - half)
          * exp((middle * middle).sum() / (2 * (wide - half)))
      }
    }
    return 1 / sum
  }

  /// The figures of an independent quadrature: 49.7, 15.9 and 1.1 % in the first hundredth, and
  /// effective shares of 2.9, 8.0 and 95.3 %.
  @Test func `with the optimal D a wide model's likelihood gradient comes from few samples`() throws
  {
    let ring = try Mixture.ring(modes: 8, radius: 2, deviation: 0.1)
    let found = measures(ring, try gaussian(1.5))
    func theory(_ name: String) -> Double { found[name]?.ofReal ?? .nan }
    #expect(abs(theory("maximumLikelihoodSlopeTopShare") - 0.497) < 0.005)
    #expect(abs(theory("minimaxSlopeTopShare") - 0.159) < 0.002)
    #expect(abs(theory("nonSaturatingSlopeTopShare") - 0.0105) < 0.0005)
    #expect(abs(theory("maximumLikelihoodSlopeEffective") / effective(ring, 1.5) - 1) < 0.01)
    #expect(abs(theory("minimaxSlopeEffective") - 0.080) < 0.001)
    #expect(abs(theory("nonSaturatingSlopeEffective") - 0.953) < 0.001)
  }

  @Test func `a model that is the data takes alike of every sample`() throws {
    let ring = try Mixture.ring(modes: 8, radius: 2, deviation: 0.1)
    for (name, measure) in measures(ring, ring) where name.contains("Slope") {
      let expected = name.hasSuffix("TopShare") ? 0.01 : 1
      #expect(abs(measure.ofReal - expected) < 1e-6, "\(name): \(measure.ofReal)")
    }
  }

  @Test func `slopes are those of figure 16, and the rejected half is the lower one`() throws {
    let ring = try Mixture.ring(modes: 8, radius: 2, deviation: 0.1)
    let found = measures(ring, ring)
    let powers = [-2.0, -1, 0, 1].map { exp($0) }
    let sum = powers.reduce(0, +)
    let squares = powers.reduce(0) { $0 + $1 * $1 }
    let own = try #require(found["maximumLikelihoodSlopeEffective"]).value
    #expect(abs(own - sum * sum / squares / 4) < 1e-9)
    #expect(found["rejectedPull"]?.value == 3.0 / 4)
  }

  @Test func `a generator that learns has no such measures, and one that stands still has`() throws
  {
    func names(_ generator: String) throws -> [String] {
      var settings = Settings(Experiment.costFunctions.hyperparameters)
      for (name, setting): (String, Setting) in [
        ("generator", .choice(generator)), ("batch", .number(16)),
      ] { try settings.set(name, to: setting) }
      let game = try Experiment.costFunctions.design(settings)
        .begin(settings: settings, seed: 1, threads: 1)
      game.advance()
      return game.measurements().map(\.name)
    }
    #expect(try !names("network").contains { $0.contains("Slope") })
    #expect(try names("gaussian").suffix(1) == ["rejectedPull"])
    #expect(try names("data").count == names("gaussian").count)
  }
}
