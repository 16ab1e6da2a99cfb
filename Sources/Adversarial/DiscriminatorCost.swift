public import Engine

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
