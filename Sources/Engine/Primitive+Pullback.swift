extension Primitive {
  /// The cotangents of the operands (interpretation 2), written in the primitives themselves, so
  /// that gradients of gradients need nothing more. Nil where no gradient passes.
  ///
  /// - Parameters:
  ///   - cotangent: the gradient of some scalar with respect to `result`.
  ///   - operands: what the primitive was applied to.
  ///   - result: what came out.
  func pullback(_ cotangent: Tensor, operands: [Tensor], result: Tensor) -> [Tensor?] {
    let g = cotangent
    switch self {
    case .input, .constant, .literal, .random: return []
    case .greater, .detach: return operands.map { _ in nil }
    case .negate: return [-g]
    case .exponential: return [g * result]
    case .logarithm: return [g / operands[0]]
    case .tanh: return [g * (1 - result * result)]
    case .sigmoid: return [g * (result * (1 - result))]
    case .softplus: return [g * operands[0].sigmoid()]
    case .squareRoot: return [squareRootPullback(g, of: operands[0], result)]
    case .sine: return [g * operands[0].cos()]
    case .add: return [g, g]
    case .subtract: return [g, -g]
    case .multiply: return [g * operands[1], g * operands[0]]
    case .divide:
      let share = g / operands[1]
      return [share, -(share * result)]
    case .maximum:
      let first = Tensor.greater(operands[0], operands[1])
      return [Tensor.select(first, g, g.filled(0)), Tensor.select(first, g.filled(0), g)]
    case .select:
      let zero = g.filled(0)
      return [
        nil, Tensor.select(operands[0], g, zero), Tensor.select(operands[0], zero, g),
      ]
    case .sum: return [g.apply(.broadcast(operands[0].shape))]
    case .largest(let axes): return [largestPullback(g, of: operands[0], result, axes)]
    case .reshape: return [g.reshaped(operands[0].shape)]
    case .broadcast(let shape):
      return [g.sum((0..<shape.rank).filter { operands[0].shape[$0] != shape[$0] })]
    case .permute(let order):
      return [g.transposed((0..<order.count).map { axis in order.firstIndex(of: axis) ?? axis })]
    case .slice(let axis, let from, let count):
      return [g.padded(axis: axis, before: from, after: operands[0].shape[axis] - from - count)]
    case .pad(let axis, let before, _):
      return [g.slice(axis: axis, from: before, count: operands[0].shape[axis])]
    case .concatenate(let axis): return slices(of: g, like: operands, axis)
    case .product(let first, let second):
      return productPullback(g, operands[0], operands[1], first, second)
    case .unfold(let patches): return [g.folded(patches)]
    case .fold(let patches): return [g.unfolded(patches)]
    }
  }
}

/// g / (2√x), and 0 where x is 0: ∂√x there is infinite, and ∞·0 would be NaN.
private func squareRootPullback(_ g: Tensor, of x: Tensor, _ root: Tensor) -> Tensor {
  let positive = Tensor.greater(x, x.filled(0))
  let safe = Tensor.select(positive, root, x.filled(1))
  return Tensor.select(positive, g * 0.5 / safe, x.filled(0))
}

private func largestPullback(
  _ g: Tensor, of x: Tensor, _ top: Tensor, _ axes: [Int]
) -> Tensor {
  let winners = 1 - Tensor.greater(top.broadcast(to: x.shape), x)
  return winners * (g / winners.sum(axes))
}

private func slices(of g: Tensor, like operands: [Tensor], _ axis: Int) -> [Tensor?] {
  var from = 0
  return operands.map { operand in
    defer { from += operand.shape[axis] }
    return g.slice(axis: axis, from: from, count: operand.shape[axis])
  }
}

/// The four forms of C = A·B, AᵀB, ABᵀ, AᵀBᵀ. In each, ∂A and ∂B are products again.
private func productPullback(
  _ g: Tensor, _ a: Tensor, _ b: Tensor, _ first: Bool, _ second: Bool
) -> [Tensor?] {
  switch (first, second) {
  case (false, false):
    [g.product(b, transposingSecond: true), a.product(g, transposingFirst: true)]
  case (true, false):
    [b.product(g, transposingSecond: true), a.product(g)]
  case (false, true):
    [g.product(b), g.product(a, transposingFirst: true)]
  case (true, true):
    [
      b.product(g, transposingFirst: true, transposingSecond: true),
      g.product(a, transposingFirst: true, transposingSecond: true),
    ]
  }
}
