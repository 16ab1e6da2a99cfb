public import Engine

/// Lets a discriminator look at the whole batch (Salimans et al., arXiv 1606.03498, §3.2).
///
/// M = f·T with f [n, A] and T [A, B, C]; o_b(i) = Σ_{j≠i} exp(−‖M_ib − M_jb‖₁).
/// - Returns: concat(f, o + bias), [n, A + B].
public func minibatchDiscrimination(
  _ features: Tensor, kernel: Tensor, bias: Tensor
) -> Tensor {
  // Σ over all j, less the example itself, whose distance is 0.
  let closeness = closeness(features, to: features, kernel: kernel) - 1
  return Tensor.concatenate([features, closeness + bias], axis: 1)
}

/// Σ_j exp(−‖M_ib − N_jb‖₁) over the rows j of others: [n, B].
private func closeness(_ features: Tensor, to others: Tensor, kernel: Tensor) -> Tensor {
  let (kernels, depth) = (kernel.shape[1], kernel.shape[2])
  func rows(_ batch: Tensor, _ shape: Shape) -> Tensor {
    batch.product(kernel.reshaped([kernel.shape[0], kernels * depth])).reshaped(shape)
  }
  let own = rows(features, [features.shape[0], 1, kernels, depth])
  let theirs = rows(others, [1, others.shape[0], kernels, depth])
  let distance = (own - theirs).magnitude().sum([3])
  return (-distance).exp().sum([1]).reshaped([features.shape[0], kernels])
}

/// ``minibatchDiscrimination(_:kernel:bias:)`` as a layer.
public struct MinibatchDiscrimination: Layer {
  let features: Int
  let kernels: Int
  let depth: Int
  /// The other rows of a training batch.
  let others: Int
  let initial: Initializer

  /// - Parameters: from [n, features] to [n, features + kernels], by so many kernels of so many
  ///   dimensions; `batch` rows in training.
  public init(features: Int, kernels: Int, depth: Int, batch: Int, _ initial: Initializer) {
    self.features = features
    self.kernels = kernels
    self.depth = depth
    self.others = batch - 1
    self.initial = initial
  }

  /// What a step needs for the distances of all pairs of rows, counted as a dozen copies of them.
  func bytesOfPairs(rows: Double) -> Double {
    12 * 4 * rows * rows * Double(kernels * depth)
  }

  public var parameters: [Parameter] {
    [
      Parameter("kernel", [features, kernels, depth], initial),
      Parameter("bias", [kernels], .constant(-1)),
    ]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    minibatchDiscrimination(batch, kernel: parameters[0], bias: parameters[1])
  }

  /// The sum over the company, counted as often as a training batch has other rows.
  public func alone(_ batch: Tensor, _ parameters: [Tensor], in company: Tensor) -> Tensor {
    let share = Float(others) / Float(company.shape[0])
    let closeness = closeness(batch, to: company, kernel: parameters[0]) * share
    return Tensor.concatenate([batch, closeness + parameters[1]], axis: 1)
  }
}
