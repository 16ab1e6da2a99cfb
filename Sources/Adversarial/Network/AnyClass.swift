public import Engine

/// The logit of "any of the classes" against one more class, "generated", whose logit is 0 (§5.4;
/// Salimans et al., arXiv 1606.03498, §5): logsumexp over the classes, [n, classes] to [n, 1].
///
/// σ(logsumexp l) = Σ e^lᵢ / (1 + Σ e^lᵢ), the softmax's share of all classes but "generated".
public struct AnyClass: Layer {
  public init() {}

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    batch.logSumExp(axis: 1).reshaped([batch.shape[0], 1])
  }
}
