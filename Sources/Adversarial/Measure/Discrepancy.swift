import Foundation

extension Measure {
  /// ½(Σ|pᵢ − wᵢ| + p_invalid), with pᵢ the share of all samples accepted at mode i and wᵢ the
  /// data's: 0 where both agree, 1 where nothing is accepted.
  public static let modeTV = Measure(
    name: "modeTV", title: "mode TV", format: { _ in .number },
    value: { census in
      let total = Double(max(1, census.total))
      let apart = zip(census.accepted, census.mixture.components).reduce(0.0) { sum, mode in
        sum + abs(Double(mode.0) / total - Double(mode.1.weight))
      }
      return (apart + 1 - Double(census.acceptedTotal) / total) / 2
    })

  /// KL(coverage ‖ data) of the accepted samples; with n equal modes ln n − H(coverage)
  /// (PacGAN, arXiv 1712.04086). Not a number where no sample is accepted.
  public static let reverseKL = Measure(
    name: "reverseKL", title: "reverse KL", format: { _ in .number },
    value: { census in
      guard census.acceptedTotal > 0 else { return .nan }
      let total = Double(census.acceptedTotal)
      return zip(census.accepted, census.mixture.components).reduce(0.0) { sum, mode in
        let share = Double(mode.0) / total
        return share > 0 ? sum + share * log(share / Double(mode.1.weight)) : sum
      }
    })
}
