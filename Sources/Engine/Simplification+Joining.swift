// Rules that put together what differentiation takes apart: the pullback of a branch gives two
// halves beside zeros, and that of a slice a part beside padding; their sums are whole again.

extension Graph {
  /// A simpler sum or multiple of selections and paddings, or nil where no rule applies.
  func joined(_ primitive: Primitive, _ a: Tensor, _ b: Tensor) -> Tensor? {
    switch primitive {
    case .add:
      halves(a, b) ?? halves(b, a) ?? neighbours(a, b) ?? neighbours(b, a)
    case .multiply:
      constantValue(a.node).flatMap { scaledHalf(b, by: $0) }
        ?? constantValue(b.node).flatMap { scaledHalf(a, by: $0) }
    default: nil
    }
  }

  /// select(c, x, 0) + select(c, 0, y) = select(c, x, y).
  private func halves(_ a: Tensor, _ b: Tensor) -> Tensor? {
    guard let first = selection(a), let second = selection(b),
      first.condition.node == second.condition.node,
      constantValue(first.otherwise.node) == 0, constantValue(second.then.node) == 0
    else { return nil }
    return Tensor.select(first.condition, first.then, second.otherwise)
  }

  /// select(c, x, 0)·k = select(c, x·k, 0), so that the halves meet.
  private func scaledHalf(_ tensor: Tensor, by factor: Float) -> Tensor? {
    guard let half = selection(tensor) else { return nil }
    if constantValue(half.otherwise.node) == 0 {
      return Tensor.select(half.condition, half.then * factor, half.otherwise)
    }
    if constantValue(half.then.node) == 0 {
      return Tensor.select(half.condition, half.then, half.otherwise * factor)
    }
    return nil
  }

  private func selection(
    _ tensor: Tensor
  ) -> (condition: Tensor, then: Tensor, otherwise: Tensor)? {
    let node = nodes[tensor.node]
    guard node.primitive == .select else { return nil }
    let parts = node.operands.map { Tensor(graph: self, node: $0) }
    return (parts[0], parts[1], parts[2])
  }

  /// Two parts, the one ending where the other begins, are one part beside less padding.
  private func neighbours(_ a: Tensor, _ b: Tensor) -> Tensor? {
    let (first, second) = (nodes[a.node], nodes[b.node])
    guard case .pad(let axis, let before, let after) = first.primitive,
      case .pad(axis, let start, let rest) = second.primitive
    else { return nil }
    let (x, y) = (
      Tensor(graph: self, node: first.operands[0]), Tensor(graph: self, node: second.operands[0])
    )
    guard before + x.shape[axis] == start, after == y.shape[axis] + rest else { return nil }
    return Tensor.concatenate(parts(x, axis) + parts(y, axis), axis: axis)
      .padded(axis: axis, before: before, after: rest)
  }

  /// What a concatenation along the axis was made of, so that joining again does not nest.
  private func parts(_ tensor: Tensor, _ axis: Int) -> [Tensor] {
    let node = nodes[tensor.node]
    guard node.primitive == .concatenate(axis: axis) else { return [tensor] }
    return node.operands.map { Tensor(graph: self, node: $0) }
  }
}
