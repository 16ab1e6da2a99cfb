extension Curve {
  /// What every step of a two-player game yields, in the order of a session's curves.
  static func ofGame(_ design: Design) -> [Curve] {
    let (own, other) = (design.discriminatorCost, design.generatorCost)
    let isZeroSum = other.name == GeneratorCost.minimax.name
    return [
      Curve(
        "discriminatorCost", title: "J_D",
        reference: .init(own.equilibrium, title: own.equilibriumTitle)),
      Curve(
        "generatorCost", title: "J_G",
        reference: isZeroSum
          ? .init(-own.equilibrium, title: "−" + own.equilibriumTitle)
          : .init(other.equilibrium, title: other.equilibriumTitle)),
      Curve("realProbability", title: "D(x)", reference: .init(0.5, title: "½")),
      Curve("generatedProbability", title: "D(G(z))", reference: .init(0.5, title: "½")),
      Curve("discriminatorGradientNorm", title: "‖∇J_D‖"),
      Curve("generatorGradientNorm", title: "‖∇J_G‖"),
      Curve("largestLogit", title: "max logit"),
    ]
  }
}
