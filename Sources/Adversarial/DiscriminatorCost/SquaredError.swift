import Engine

extension DiscriminatorCost {
  /// ½ E(D(x) − 1)² + ½ E(D(G(z)) + 1)² (Mao et al., arXiv 1611.04076, with codes 1 and −1). A
  /// target t of §4.2 is the code 2t − 1.
  public static let squaredError = DiscriminatorCost(
    name: "leastSquares", formula: "½ E(D(x) − 1)² + ½ E(D(G(z)) + 1)²", equilibrium: 1,
    equilibriumTitle: "1", answers: .score
  ) { scores in
    let (own, other) = (scores.realTarget * 2 - 1, scores.generatedTarget * 2 - 1)
    return ((scores.real - own).squared().mean() + (scores.generated - other).squared().mean())
      * 0.5
  }
}
