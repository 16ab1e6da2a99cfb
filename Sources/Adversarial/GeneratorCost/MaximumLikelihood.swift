import Engine

extension GeneratorCost {
  /// J_G = −½ E exp(σ⁻¹(D(G(z)))): its expected gradient is that of KL(data‖model) where D is
  /// optimal (§3.2.4). σ⁻¹(D) is the logit itself.
  public static let maximumLikelihood = GeneratorCost(
    name: "maximumLikelihood", formula: "−½ E exp(σ⁻¹(D(G(z))))", section: "§3.2.4",
    equilibrium: -0.5, equilibriumTitle: "−½", ofSample: .maximumLikelihood
  ) { $0.generated.exp().mean() * -0.5 }
}
