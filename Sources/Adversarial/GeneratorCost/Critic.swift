import Engine

extension GeneratorCost {
  /// J_G = −E D(G(z)), with D the output itself: the generator of the Wasserstein game (arXiv
  /// 1701.07875) and of the hinge's (arXiv 1705.02894).
  public static let critic = GeneratorCost(
    name: "critic", formula: "−E D(G(z))", section: "§3.2.5", equilibrium: 0,
    equilibriumTitle: "0", ofSample: .critic
  ) { -$0.generated.mean() }
}
