public import Engine

/// Penalties on the slope of a discriminator in its input.
public enum Penalty {
  /// γ/2 · E‖∇ₓD(x)‖² at the real points (Mescheder et al., arXiv 1801.04406).
  public static func r1(
    _ discriminator: (Tensor) -> Tensor, at real: Tensor, gamma: Tensor
  ) -> Tensor {
    let slope = gradient(of: discriminator(real).sum(), for: [real])[0]
    return slope.squared().sum([1]).mean() * gamma * 0.5
  }

  /// λ · E(‖∇D(x̂)‖ − 1)² at points x̂ between real and generated ones (Gulrajani et al.,
  /// arXiv 1704.00028).
  /// - Parameter mix: the share of the real point in x̂, one a row.
  public static func wasserstein(
    _ discriminator: (Tensor) -> Tensor, real: Tensor, generated: Tensor, mix: Tensor,
    lambda: Tensor
  ) -> Tensor {
    let between = mix * real + (1 - mix) * generated
    let slope = gradient(of: discriminator(between).sum(), for: [between])[0]
    let norm = slope.squared().sum([1]).squareRoot()
    return (norm - 1).squared().mean() * lambda
  }
}
