public import Engine

extension DiscriminatorCost {
  /// J_D = ½ CE(D(x), a) + ½ CE(D(G(z)), b): the tutorial's, with targets (§3.2.1, §4.2).
  public static let crossEntropy = DiscriminatorCost(
    name: "crossEntropy", formula: "−½ E log D(x) − ½ E log(1 − D(G(z)))",
    equilibrium: 0.693_147_180_559_945, equilibriumTitle: "ln 2"
  ) {
    discriminatorCost(
      real: $0.real, generated: $0.generated, realTarget: $0.realTarget,
      generatedTarget: $0.generatedTarget)
  }
}

/// What a discriminator's output means: logits, whose sigmoid is the probability "real".
///
/// J_D = ½·CE(D(x), a) + ½·CE(D(G(z)), b), the tutorial's equation 8 with targets (§4.2), where
/// CE(l, t) = mean(softplus(l) − t·l). With a = 1 and b = 0 it is −½E log D(x) − ½E log(1−D(G(z))).
///
/// - Parameters:
///   - real, generated: logits, one a row.
///   - realTarget, generatedTarget: a and b, scalars in [0, 1].
public func discriminatorCost(
  real: Tensor, generated: Tensor, realTarget: Tensor, generatedTarget: Tensor
) -> Tensor {
  (crossEntropy(real, realTarget) + crossEntropy(generated, generatedTarget)) * 0.5
}

private func crossEntropy(_ logits: Tensor, _ target: Tensor) -> Tensor {
  (logits.softplus() - target * logits).mean()
}
