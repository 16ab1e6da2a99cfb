private import Foundation

/// The slopes |∂J_G/∂l| of the costs of §3.2 at samples of a generator whose density is known, and
/// the same for the optimal D: how few samples carry a cost's gradient before D's own slope in x
/// has a say.
///
/// With D* the maximum-likelihood slope at x is ½ p_data/p_model, so that the effective share of
/// its samples is 1/(1 + χ²), χ² = ∫ p_data²/p_model − 1.
struct SlopeComparison {
  private let costs: [GeneratorCost]
  private let optimal: [Spread]
  /// Cells along each side of the part of the plane that is summed over.
  static let side = 256

  init(_ costs: [GeneratorCost], data: Mixture, model: Mixture, over bounds: Bounds) {
    self.costs = costs
    func shares(_ mixture: Mixture) -> [Double] {
      mixture.shares(in: bounds, columns: Self.side, rows: Self.side)
    }
    let cells = zip(shares(data), shares(model)).filter { $0.1 > 0 }
    // The data have next to nothing where the sums do not reach: D* is 0 there.
    let outside = max(0, 1 - cells.reduce(0) { $0 + $1.1 })
    optimal = costs.map { cost in
      let sizes = cells.map { Self.slope(of: cost, logit: log($0.0 / $0.1)) }
      return Spread(
        sizes + [Self.slope(of: cost, logit: -.infinity)], weights: cells.map(\.1) + [outside])
    }
  }

  /// |∂J_G/∂l| where D's logit is l; of a cost that has a slope of its own at each sample.
  static func slope(of cost: GeneratorCost, logit: Double) -> Double {
    abs(cost.ofSample?.slope(logit, 0) ?? .nan)
  }

  /// - Parameters:
  ///   - logits: D's at samples of the model.
  ///   - pulls: for each cost, the sizes of its pulls at the same samples.
  func measurements(logits: [Double], pulls: [[Double]]) -> [Measurement] {
    let parts = zip(costs, optimal).flatMap { cost, optimum in
      let own = Spread(logits.map { Self.slope(of: cost, logit: $0) })
      let title = GradientProbe.title(of: cost)
      return [
        Measurement(
          cost.name + "SlopeTopShare", title: "\(title) slope 1 %", value: own.topShare,
          ofReal: optimum.topShare, format: .percent, group: .theory),
        Measurement(
          cost.name + "SlopeEffective", title: "\(title) slope eff.", value: own.effectiveShare,
          ofReal: optimum.effectiveShare, format: .percent, group: .theory),
      ]
    }
    let rejected = Measurement(
      "rejectedPull", title: "mm/ns, lower half", value: Self.rejected(logits, pulls),
      ofReal: .nan, format: .number, group: .theory)
    return parts + [rejected]
  }

  /// The first cost's pull over the second's, at the half of the samples that D rejects most.
  private static func rejected(_ logits: [Double], _ pulls: [[Double]]) -> Double {
    let lower = logits.indices.sorted { (logits[$0], $0) < (logits[$1], $1) }
      .prefix(logits.count / 2)
    let sums = pulls.map { sizes in lower.reduce(0) { $0 + sizes[$1] } }
    return sums[0] / sums[1]
  }
}

extension Spread {
  /// The same of sizes that stand for shares of all samples.
  /// - Parameter weights: the share of each size; they sum to 1.
  init(_ sizes: [Double], weights: [Double]) {
    let pairs = zip(sizes, weights).sorted { $0.0 > $1.0 }
    let sum = pairs.reduce(0) { $0 + $1.0 * $1.1 }
    let squares = pairs.reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    var (left, top) = (0.01, 0.0)
    for (size, weight) in pairs where left > 0 {
      top += size * min(weight, left)
      left -= weight
    }
    self.init(
      mean: sum, relativeVariance: sum > 0 ? squares / (sum * sum) - 1 : .nan,
      topShare: sum > 0 ? top / sum : .nan,
      effectiveShare: squares > 0 ? sum * sum / squares : .nan)
  }
}
