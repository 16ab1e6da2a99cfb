public import Engine

/// Lets a discriminator look at the whole batch (Salimans et al., arXiv 1606.03498, §3.2).
///
/// M = f·T with f [n, A] and T [A, B, C]; o_b(i) = Σ_{j≠i} exp(−‖M_ib − M_jb‖₁).
/// - Returns: concat(f, o + bias), [n, A + B].
public func minibatchDiscrimination(
  _ features: Tensor, kernel: Tensor, bias: Tensor
) -> Tensor {
  let (count, kernels, depth) = (features.shape[0], kernel.shape[1], kernel.shape[2])
  let rows = features.product(kernel.reshaped([kernel.shape[0], kernels * depth]))
  let own = rows.reshaped([count, 1, kernels, depth])
  let others = rows.reshaped([1, count, kernels, depth])
  let distance = (own - others).magnitude().sum([3])
  // Σ over all j, less the example itself, whose distance is 0.
  let closeness = (-distance).exp().sum([1]).reshaped([count, kernels]) - 1
  return Tensor.concatenate([features, closeness + bias], axis: 1)
}
