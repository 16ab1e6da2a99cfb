import Engine

extension GeneratorCost {
  /// J_G = −J_D: the zero-sum game (§3.2.2). Its gradient vanishes where D rejects G's samples
  /// with confidence.
  public static let minimax = GeneratorCost(
    name: "minimax", formula: "−J_D", section: "§3.2.2", equilibrium: -0.693_147_180_559_945,
    equilibriumTitle: "−ln 2", ofSample: .minimax
  ) { -$0.discriminatorCost }
}
