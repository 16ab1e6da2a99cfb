public import Engine

/// A generator with nothing to learn: z ~ N(0, I₄) to samples of a mixture, so that p_model is
/// known.
///
/// z₁ and z₂ are where a sample lies around its centre. exp(−(z₃² + z₄²)/2), which is uniform on
/// (0, 1), says which mode it is of.
public struct FixedMixture: Layer {
  public let mixture: Mixture
  public let parameters: [Parameter] = []

  /// Columns of z.
  public static let noiseDimension = 4

  public init(_ mixture: Mixture) { self.mixture = mixture }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    let radius = batch.slice(axis: 1, from: 2, count: 2).squared().sum([1])
    return mixture.points(
      batch.slice(axis: 1, from: 0, count: 2),
      in: mixture.membership(of: (radius * -0.5).exp()))
  }
}

extension Network {
  /// What it samples, where that is known in closed form.
  public var knownMixture: Mixture? {
    layers.count == 1 ? (layers[0] as? FixedMixture)?.mixture : nil
  }
}
