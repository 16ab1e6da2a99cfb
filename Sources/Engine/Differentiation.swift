/// The gradient of a scalar with respect to each of some tensors, as more nodes of the graph.
///
/// Reverse accumulation: one visit of each node between the targets and the output, newest first.
/// Every pullback is made of primitives, so the result can be differentiated again.
///
/// - Parameters:
///   - output: a tensor of one element.
///   - targets: what to differentiate with respect to; each is treated as independent.
/// - Returns: a gradient of each target's shape; zeros where the output does not depend on it.
public func gradient(of output: Tensor, for targets: [Tensor]) -> [Tensor] {
  precondition(output.shape.count == 1, "the gradient of a tensor of shape \(output.shape)")
  return pullback(of: output, output.filled(1), to: targets)
}

/// The vector–Jacobian product: Σ cotangentᵢ · ∂outputᵢ/∂target, for each target.
public func pullback(
  of output: Tensor, _ cotangent: Tensor, to targets: [Tensor]
) -> [Tensor] {
  let graph = output.graph
  precondition(cotangent.shape == output.shape, "\(cotangent.shape) ≠ \(output.shape)")
  let reaches = dependents(of: targets, in: graph, upTo: output.node)
  let goals = Set(targets.map(\.node))
  var cotangents: [Int: Tensor] = [output.node: cotangent]
  for node in stride(from: output.node, through: 0, by: -1) where reaches[node] {
    guard let arriving = cotangents[node], !goals.contains(node) else { continue }
    let operation = graph.nodes[node]
    let operands = operation.operands.map { Tensor(graph: graph, node: $0) }
    let parts = operation.primitive.pullback(
      arriving, operands: operands, result: Tensor(graph: graph, node: node))
    for (operand, part) in zip(operands, parts) where reaches[operand.node] {
      guard let part else { continue }
      cotangents[operand.node] = cotangents[operand.node].map { $0 + part } ?? part
    }
  }
  return targets.map { cotangents[$0.node] ?? $0.filled(0) }
}

/// The Jacobian–vector product: the change of the output when the targets move along tangents.
/// Made of two pullbacks: uᵀJ is linear in u, and its own pullback is J·v.
public func pushforward(
  of output: Tensor, along tangents: [Tensor], at targets: [Tensor]
) -> Tensor {
  let probe = output.graph.probe(output.shape)
  let products = pullback(of: output, probe, to: targets)
  let inner = zip(products, tangents).map { ($0 * $1).sum() }
  guard let total = inner.first.map({ inner.dropFirst().reduce($0, +) }) else {
    return output.filled(0)
  }
  return gradient(of: total, for: [probe])[0]
}

/// The Hessian–vector product: the gradient of ⟨∇output, v⟩.
public func hessianProduct(
  of output: Tensor, along tangents: [Tensor], at targets: [Tensor]
) -> [Tensor] {
  let slopes = gradient(of: output, for: targets)
  let inner = zip(slopes, tangents).map { ($0 * $1).sum() }
  guard let total = inner.first.map({ inner.dropFirst().reduce($0, +) }) else { return [] }
  return gradient(of: total, for: targets)
}

/// Which nodes up to `last` depend on a target (targets included).
private func dependents(of targets: [Tensor], in graph: Graph, upTo last: Int) -> [Bool] {
  var reaches = Array(repeating: false, count: last + 1)
  for target in targets where target.node <= last { reaches[target.node] = true }
  for node in 0...last where !reaches[node] {
    let operation = graph.nodes[node]
    switch operation.primitive {
    case .detach, .greater: continue
    default: reaches[node] = operation.operands.contains { reaches[$0] }
    }
  }
  return reaches
}

extension Graph {
  /// An input that nothing is stored in: the cotangent of a pushforward, which is linear in it
  /// and drops out.
  fileprivate func probe(_ shape: Shape) -> Tensor { input("probe", shape) }
}
