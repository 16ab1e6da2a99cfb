import Engine

extension GeneratorCost {
  /// J_G = ½ E(D(G(z)) − 1)², with D the output itself: samples on the right side of D are drawn
  /// to it too (Mao et al., arXiv 1611.04076).
  public static let leastSquares = GeneratorCost(
    name: "leastSquares", formula: "½ E(D(G(z)) − 1)²", section: "§3.2.5", equilibrium: 0.5,
    equilibriumTitle: "½", ofSample: .leastSquares
  ) { ($0.generated - 1).squared().mean() * 0.5 }
}
