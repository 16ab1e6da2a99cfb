import Engine

extension Penalty {
  /// γ/2 · E‖∇ₓD(G(z))‖² at the generated points (Mescheder et al., arXiv 1801.04406).
  public static let r2 = Penalty(
    name: "r2", title: "R2 (γ)", formula: "γ/2 E‖∇D(G(z))‖²",
    explanation: "Weight of D's squared slope at samples; 0 is off (arXiv 1801.04406)."
  ) { $0.squaredSlope(at: $0.generated).mean() * 0.5 }
}
