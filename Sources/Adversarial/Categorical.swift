public import Engine

/// Costs over classes: the discriminator with n+1 classes of semi-supervised GANs (§5.4;
/// Salimans et al., arXiv 1606.03498, §5), where the logit of "generated" is fixed at 0.
public enum Categorical {
  /// mean(logsumexp(l) − l_y).
  /// - Parameters:
  ///   - logits: [n, classes].
  ///   - labels: a class an example.
  public static func labelledCost(_ logits: Tensor, labels: [Int]) -> Tensor {
    precondition(labels.count == logits.shape[0], "\(labels.count) labels for \(logits.shape)")
    var chosen = Array(repeating: Float(0), count: logits.shape.count)
    for (row, label) in labels.enumerated() { chosen[row * logits.shape[1] + label] = 1 }
    return labelledCost(logits, chosen: logits.literal(chosen))
  }

  /// The same of classes that are drawn.
  /// - Parameter chosen: [n, classes], a 1 in the column of each example's class.
  public static func labelledCost(_ logits: Tensor, chosen: Tensor) -> Tensor {
    (logits.logSumExp(axis: 1) - (logits * chosen).sum([1])).mean()
  }

  /// ½ mean(−L(u) + softplus(L(u))) + ½ mean softplus(L(f)), with L = logsumexp over the classes:
  /// the two-player cost of "is this one of the classes at all?".
  public static func unlabelledCost(real: Tensor, generated: Tensor) -> Tensor {
    let (u, f) = (real.logSumExp(axis: 1), generated.logSumExp(axis: 1))
    return (u.softplus() - u).mean() * 0.5 + f.softplus().mean() * 0.5
  }

  /// softmax((l + gumbel)/temperature): a sample that a gradient passes through (Jang et al.,
  /// arXiv 1611.01144; §5.3).
  public static func gumbelSoftmax(
    _ logits: Tensor, gumbel: Tensor, temperature: Tensor
  ) -> Tensor {
    ((logits + gumbel) / temperature).softmax(axis: 1)
  }
}
