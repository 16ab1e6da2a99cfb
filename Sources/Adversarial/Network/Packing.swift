public import Engine

/// Points packed m at a time, for a discriminator that judges m of a kind at once (Lin et al.,
/// arXiv 1712.04086): [n, c] to [n/m, m·c].
public struct Packing: Layer {
  public let count: Int
  /// - Parameter count: m, which divides every batch.
  public init(_ count: Int) { self.count = count }

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    precondition(
      batch.shape[0].isMultiple(of: count), "\(batch.shape) does not divide into packs of \(count)")
    return batch.reshaped([batch.shape[0] / count, count * batch.shape[1]])
  }

  /// Each row in a pack with the first of its company.
  public func alone(_ batch: Tensor, _ parameters: [Tensor], in company: Tensor) -> Tensor {
    let others = (0..<(count - 1)).map {
      company.slice(axis: 0, from: $0, count: 1).broadcast(to: batch.shape)
    }
    return Tensor.concatenate([batch] + others, axis: 1)
  }
}
