public import Engine

/// One more feature, the same for the whole batch: how much the others vary in it (Karras et al.,
/// arXiv 1710.10196, §3).
///
/// s = mean over features of √(variance over the batch + 10⁻⁸); [n, A] to [n, A + 1].
public struct MinibatchDeviation: Layer {
  public init() {}
  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    joined(batch, deviation(of: batch))
  }

  /// A row by itself does not vary: it is told what its company does.
  public func alone(_ batch: Tensor, _ parameters: [Tensor], in company: Tensor) -> Tensor {
    joined(batch, deviation(of: company))
  }

  private func deviation(of batch: Tensor) -> Tensor {
    let variance = (batch - batch.mean([0])).squared().mean([0])
    return (variance + 1e-8).squareRoot().mean([1])
  }

  private func joined(_ batch: Tensor, _ number: Tensor) -> Tensor {
    Tensor.concatenate([batch, number.broadcast(to: [batch.shape[0], 1])], axis: 1)
  }
}
