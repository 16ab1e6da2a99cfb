// A graph proves itself well formed, and prints itself.

extension Graph: CustomStringConvertible {
  /// One line a node: `%7 [64, 128] = product(false, false) %3 %5`.
  public var description: String {
    nodes.indices.map(line).joined(separator: "\n")
  }

  private func line(_ node: Int) -> String {
    let operation = nodes[node]
    let operands = operation.operands.map { " %\($0)" }.joined()
    return "%\(node) \(operation.shape) = \(label(operation.primitive))\(operands)"
  }

  private func label(_ primitive: Primitive) -> String {
    switch primitive {
    case .input(let index): "input \(inputNames[index])"
    case .constant(let bits): "\(Float(bitPattern: bits))"
    default: "\(primitive)"
    }
  }

  /// The first reason why the graph is not well formed, or nil: operands come before their uses,
  /// shapes follow from the primitives, and nothing is written twice.
  public func check() -> String? {
    var seen: Set<Node> = []
    for (index, node) in nodes.enumerated() {
      guard node.operands.allSatisfy({ $0 >= 0 && $0 < index }) else {
        return "\(line(index)): an operand comes later"
      }
      let shapes = node.operands.map { nodes[$0].shape }
      guard node.primitive.shape(of: shapes, source: node.shape) == node.shape else {
        return "\(line(index)): the operands give another shape"
      }
      guard seen.insert(node).inserted else { return "\(line(index)): written twice" }
    }
    return nil
  }
}
