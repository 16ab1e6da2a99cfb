import Engine

extension Penalty {
  /// λ · E(‖∇D(x̂)‖ − 1)² at points x̂ between real and generated ones, each at a place of its own
  /// (Gulrajani et al., arXiv 1704.00028).
  public static let wassersteinGradient = Penalty(
    name: "gradientPenalty", title: "gradient pen. (λ)", formula: "λ E(‖∇D(x̂)‖ − 1)²",
    explanation: "Weight that draws D's slope between the kinds to 1; 0 is off (arXiv 1704.00028)."
  ) { ground in
    let between = ground.mix * ground.real + (1 - ground.mix) * ground.generated
    return (ground.squaredSlope(at: between).squareRoot() - 1).squared().mean()
  }
}
