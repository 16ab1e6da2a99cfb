import Engine

extension GeneratorCost {
  /// J_G = E softplus(D(x) − D(G(z))) over pairs: a sample should be more real than a real point
  /// (Jolicoeur-Martineau, arXiv 1807.00734).
  public static let relativistic = GeneratorCost(
    name: "relativistic", formula: "E softplus(D(x) − D(G(z)))", section: "§3.2.5",
    equilibrium: 0.693_147_180_559_945, equilibriumTitle: "ln 2"
  ) { ($0.real - $0.generated).softplus().mean() }
}
