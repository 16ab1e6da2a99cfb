import Engine

extension DiscriminatorCost {
  /// E max(0, 1 − D(x)) + E max(0, 1 + D(G(z))): whoever is beyond the margin is left alone (Lim
  /// and Ye, arXiv 1705.02894). It knows no targets.
  public static let hinge = DiscriminatorCost(
    name: "hinge", formula: "E max(0, 1 − D(x)) + E max(0, 1 + D(G(z)))", equilibrium: 2,
    equilibriumTitle: "2", usesTargets: false, answers: .score
  ) { (1 - $0.real).relu().mean() + (1 + $0.generated).relu().mean() }
}
