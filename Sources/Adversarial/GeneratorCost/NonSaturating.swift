import Engine

extension GeneratorCost {
  /// J_G = −½ E log D(G(z)): strong gradients where D rejects G's samples (§3.2.3).
  public static let nonSaturating = GeneratorCost(
    name: "nonSaturating", formula: "−½ E log D(G(z))", section: "§3.2.3",
    equilibrium: 0.346_573_590_279_973, equilibriumTitle: "½ ln 2", ofSample: .nonSaturating
  ) { (-$0.generated).softplus().mean() * 0.5 }
}
