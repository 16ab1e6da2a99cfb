import Engine

extension DiscriminatorCost {
  /// E D(G(z)) − E D(x): minus a Wasserstein distance, if D's slope is kept at 1 by a penalty or
  /// by clipped weights (Arjovsky et al., arXiv 1701.07875). It knows no targets.
  public static let wasserstein = DiscriminatorCost(
    name: "wasserstein", formula: "E D(G(z)) − E D(x)", equilibrium: 0, equilibriumTitle: "0",
    usesTargets: false, answers: .comparison
  ) { $0.generated.mean() - $0.real.mean() }
}
