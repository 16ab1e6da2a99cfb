/// Operations in traced order, each written once: the same primitive of the same operands is the
/// same node, so common subexpressions never arise.
///
/// A graph is built by ``Tensor``'s operators and functions, differentiated by
/// ``gradient(of:for:)`` into more nodes of the same graph, and compiled by ``Program``.
///
/// ## Topics
/// - Sources: ``input(_:_:)``, ``constant(_:)``, ``literal(_:_:)``, ``random(_:_:stream:)``
/// - Looking: ``description``, ``check()``
public final class Graph {
  /// One operation.
  struct Node: Hashable {
    let primitive: Primitive
    let operands: [Int]
    let shape: Shape
  }

  private(set) var nodes: [Node] = []
  private(set) var inputNames: [String] = []
  private(set) var inputNodes: [Int] = []
  private(set) var literals: [[Float]] = []
  private var index: [Node: Int] = [:]

  public init() {}

  /// A value given from outside before a run: a parameter, a batch, a hyperparameter.
  public func input(_ name: String, _ shape: Shape) -> Tensor {
    inputNames.append(name)
    let tensor = insert(.input(inputNames.count - 1), [], shape)
    inputNodes.append(tensor.node)
    return tensor
  }

  /// One number.
  public func constant(_ value: Float) -> Tensor {
    insert(.constant(value.bitPattern), [], .scalar)
  }

  /// Numbers known while tracing, row-major.
  public func literal(_ values: [Float], _ shape: Shape) -> Tensor {
    precondition(values.count == shape.count, "\(values.count) numbers for shape \(shape)")
    literals.append(values)
    return insert(.literal(literals.count - 1), [], shape)
  }

  /// Random numbers. Two draws of one stream and shape are the same numbers: give each its own.
  public func random(_ distribution: Distribution, _ shape: Shape, stream: UInt32) -> Tensor {
    insert(.random(distribution, stream: stream), [], shape)
  }

  /// The node for a primitive: a simpler one where a rule applies, an old one where it exists.
  func apply(_ primitive: Primitive, _ operands: [Tensor]) -> Tensor {
    for operand in operands {
      precondition(operand.graph === self, "\(primitive): an operand belongs to another graph")
    }
    if let simpler = simplified(primitive, operands) { return simpler }
    let ordered =
      primitive.isCommutative ? operands.sorted { $0.node < $1.node } : operands
    let shape = primitive.shape(of: ordered.map(\.shape), source: .scalar)
    return insert(primitive, ordered.map(\.node), shape)
  }

  private func insert(_ primitive: Primitive, _ operands: [Int], _ shape: Shape) -> Tensor {
    let node = Node(primitive: primitive, operands: operands, shape: shape)
    if let known = index[node] { return Tensor(graph: self, node: known) }
    nodes.append(node)
    index[node] = nodes.count - 1
    return Tensor(graph: self, node: nodes.count - 1)
  }

  /// The number that a node holds everywhere, where that is known while tracing.
  func constantValue(_ node: Int) -> Float? {
    switch nodes[node].primitive {
    case .constant(let bits): Float(bitPattern: bits)
    case .broadcast, .reshape: constantValue(nodes[node].operands[0])
    default: nil
    }
  }
}
