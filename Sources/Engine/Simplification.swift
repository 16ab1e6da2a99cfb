// Algebra applied while a node is traced: a list of rules, tried in order. They hold over the
// finite reals; where a NaN or an infinity would have made a difference (0·∞), the rule wins.

extension Graph {
  /// A simpler tensor of the same value, or nil where no rule applies.
  func simplified(_ primitive: Primitive, _ operands: [Tensor]) -> Tensor? {
    if primitive.isElementwise {
      return folded(primitive, operands) ?? arithmetic(primitive, operands)
        ?? (operands.count == 2 ? joined(primitive, operands[0], operands[1]) : nil)
        ?? unstretched(primitive, operands)
    }
    if case .concatenate = primitive, operands.count == 1 { return operands[0] }
    return movement(primitive, operands[0]) ?? reduction(primitive, operands[0])
      ?? contraction(primitive, operands)
  }

  /// Operations on numbers known while tracing.
  private func folded(_ primitive: Primitive, _ operands: [Tensor]) -> Tensor? {
    var values: [Double] = []
    for operand in operands {
      guard let value = constantValue(operand.node) else { return nil }
      values.append(Double(value))
    }
    guard let value = primitive.exactValue(of: values) else { return nil }
    return operands[0].filled(Float(value))
  }

  private func arithmetic(_ primitive: Primitive, _ operands: [Tensor]) -> Tensor? {
    let a = operands[0]
    guard operands.count >= 2 else {
      return primitive == .negate ? negated(a) : nil
    }
    let b = operands[1]
    let (left, right) = (constantValue(a.node), constantValue(b.node))
    switch primitive {
    case .add:
      if left == 0 { return b }
      if right == 0 { return a }
      if let inner = negatedOperand(b) { return a - inner }
      if let inner = negatedOperand(a) { return b - inner }
    case .subtract:
      if right == 0 { return a }
      if left == 0 { return -b }
      if let inner = negatedOperand(b) { return a + inner }
    case .multiply:
      if left == 0 || right == 0 { return a.filled(0) }
      if left == 1 { return b }
      if right == 1 { return a }
      if left == -1 { return -b }
      if right == -1 { return -a }
      if let left { return scaled(b, by: left) }
      if let right { return scaled(a, by: right) }
    case .divide:
      if right == 1 { return a }
      if left == 0 { return a }
    case .select:
      if let left { return left != 0 ? b : operands[2] }
    default: break
    }
    return nil
  }

  /// Arithmetic on what is stretched alike happens before the stretching: f(↔a, ↔b) = ↔f(a, b).
  private func unstretched(_ primitive: Primitive, _ operands: [Tensor]) -> Tensor? {
    let shape = operands[0].shape
    var below: [Tensor?] = []
    for operand in operands {
      let node = nodes[operand.node]
      guard case .broadcast = node.primitive else { return nil }
      let isConstant = constantValue(operand.node) != nil
      below.append(isConstant ? nil : Tensor(graph: self, node: node.operands[0]))
    }
    guard let small = below.compactMap(\.self).first?.shape, small.count < shape.count,
      below.allSatisfy({ $0 == nil || $0?.shape == small })
    else { return nil }
    let shrunk = zip(below, operands).map { tensor, operand in
      tensor ?? constant(constantValue(operand.node) ?? 0).broadcast(to: small)
    }
    return apply(primitive, shrunk).apply(.broadcast(shape))
  }

  private func negatedOperand(_ tensor: Tensor) -> Tensor? {
    let node = nodes[tensor.node]
    return node.primitive == .negate ? Tensor(graph: self, node: node.operands[0]) : nil
  }

  private func negated(_ a: Tensor) -> Tensor? {
    if let inner = negatedOperand(a) { return inner }
    let node = nodes[a.node]
    guard node.primitive == .subtract else { return nil }
    return Tensor(graph: self, node: node.operands[1]) - Tensor(graph: self, node: node.operands[0])
  }

  /// c₁·(c₂·x) = (c₁c₂)·x.
  private func scaled(_ tensor: Tensor, by factor: Float) -> Tensor? {
    let node = nodes[tensor.node]
    guard node.primitive == .multiply else { return nil }
    for (scale, rest) in [(0, 1), (1, 0)] {
      if let inner = constantValue(node.operands[scale]) {
        return Tensor(graph: self, node: node.operands[rest]) * tensor.filled(factor * inner)
      }
    }
    return nil
  }

  private func movement(_ primitive: Primitive, _ a: Tensor) -> Tensor? {
    let inner = nodes[a.node]
    func below() -> Tensor { Tensor(graph: self, node: inner.operands[0]) }
    switch primitive {
    case .reshape(let shape):
      if shape == a.shape { return a }
      if case .reshape = inner.primitive { return below().reshaped(shape) }
      // A stretched constant; the bare one is what `broadcast` itself reshapes.
      if case .broadcast = inner.primitive, let value = constantValue(a.node) {
        return constant(value).broadcast(to: shape)
      }
    case .broadcast(let shape):
      if shape == a.shape { return a }
      if case .broadcast = inner.primitive { return below().apply(.broadcast(shape)) }
    case .permute(let order):
      if order == Array(0..<order.count) { return a }
      if case .permute(let first) = inner.primitive {
        return below().transposed(order.map { first[$0] })
      }
    case .slice(let axis, 0, let count):
      if count == a.shape[axis] { return a }
    case .pad(_, 0, 0):
      return a
    case .detach:
      if inner.primitive == .detach { return a }
    default: break
    }
    return nil
  }

  private func reduction(_ primitive: Primitive, _ a: Tensor) -> Tensor? {
    switch primitive {
    case .sum(let axes):
      let live = axes.filter { a.shape[$0] > 1 }
      if live.isEmpty { return a }
      if live.count < axes.count { return a.sum(live) }
      let inner = nodes[a.node]
      guard case .broadcast = inner.primitive else { return nil }
      let below = Tensor(graph: self, node: inner.operands[0])
      let stretched = live.filter { below.shape[$0] == 1 }
      guard stretched.count == live.count else { return nil }
      let times = live.reduce(1) { $0 * a.shape[$1] }
      return below.broadcast(to: a.shape.reduced(axes)) * Float(times)
    case .largest(let axes):
      return axes.allSatisfy { a.shape[$0] == 1 } ? a : nil
    default: return nil
    }
  }

  /// A transposed factor becomes a transposing product.
  private func contraction(_ primitive: Primitive, _ operands: [Tensor]) -> Tensor? {
    guard case .product(let first, let second) = primitive else { return nil }
    func transposed(_ tensor: Tensor) -> Tensor? {
      let node = nodes[tensor.node]
      guard node.primitive == .permute([1, 0]) else { return nil }
      return Tensor(graph: self, node: node.operands[0])
    }
    if let a = transposed(operands[0]) {
      return a.product(operands[1], transposingFirst: !first, transposingSecond: second)
    }
    if let b = transposed(operands[1]), operands[0].shape.rank == 2 || !first {
      return operands[0].product(b, transposingFirst: first, transposingSecond: !second)
    }
    return nil
  }
}
