import Engine

extension Penalty {
  /// γ/2 · E‖∇ₓD(x)‖² at the real points (Mescheder et al., arXiv 1801.04406). Code that leaves
  /// out the ½ has a γ twice as large.
  public static let r1 = Penalty(
    name: "r1", title: "R1 (γ)", formula: "γ/2 E‖∇D(x)‖²",
    explanation: "Weight of D's squared slope at real points; 0 is off (arXiv 1801.04406)."
  ) { $0.squaredSlope(at: $0.real).mean() * 0.5 }
}
