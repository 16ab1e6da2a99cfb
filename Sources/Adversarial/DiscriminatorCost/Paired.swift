import Engine

extension DiscriminatorCost {
  /// E softplus(D(G(z)) − D(x)) over pairs: a real point should only be more real than a sample
  /// (Jolicoeur-Martineau, arXiv 1807.00734; with R1 and R2 the game of R3GAN, arXiv 2501.05441).
  /// It knows no targets.
  public static let paired = DiscriminatorCost(
    name: "relativistic", formula: "E softplus(D(G(z)) − D(x))",
    equilibrium: 0.693_147_180_559_945, equilibriumTitle: "ln 2", usesTargets: false,
    answers: .comparison
  ) { ($0.generated - $0.real).softplus().mean() }
}
