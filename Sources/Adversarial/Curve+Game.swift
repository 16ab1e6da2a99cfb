import Foundation

extension Curve {
  /// What every step of a two-player game yields, in the order of a session's curves.
  static func ofGame(_ cost: GeneratorCost) -> [Curve] {
    [
      Curve("discriminatorCost", title: "J_D", reference: .init(log(2), title: "ln 2")),
      Curve(
        "generatorCost", title: "J_G",
        reference: .init(cost.equilibrium, title: cost.equilibriumTitle)),
      Curve("realProbability", title: "D(x)", reference: .init(0.5, title: "½")),
      Curve("generatedProbability", title: "D(G(z))", reference: .init(0.5, title: "½")),
      Curve("discriminatorGradientNorm", title: "‖∇J_D‖"),
      Curve("generatorGradientNorm", title: "‖∇J_G‖"),
      Curve("largestLogit", title: "max logit"),
    ]
  }
}
