/// Turns the nodes that outputs and updates reach into a ``Plan``.
struct PlanBuilder {
  /// Where a node's value is found: an operation, read in some way.
  struct Value {
    var operation: Int
    var spread: Spread = .matrix
    /// The first of the columns that it is, where it is not all of them.
    var window: Int?
  }

  let graph: Graph
  var plan = Plan()
  var values: [Int: Value] = [:]
  var materialized: [Int: Int] = [:]
  var transposes: [Int: Int] = [:]
  private var constants: [UInt32: Int] = [:]

  static func plan(
    _ graph: Graph, outputs: [Tensor], updates: [(input: Tensor, value: Tensor)]
  ) -> Plan {
    var builder = PlanBuilder(graph)
    builder.build(outputs: outputs.map(\.node), updates: updates.map { ($0.node, $1.node) })
    return builder.plan
  }

  private init(_ graph: Graph) {
    self.graph = graph
    plan.inputs = Array(repeating: nil, count: graph.inputNodes.count)
  }

  private mutating func build(outputs: [Int], updates: [(Int, Int)]) {
    let roots = outputs + updates.flatMap { [$0.0, $0.1] }
    for node in reachable(from: roots) { values[node] = value(of: node) }
    let replaced = Set(updates.filter { $0.0 != $0.1 }.map(\.0))
    plan.outputs = outputs.map { output($0, replaced) }
    for (input, value) in updates where input != value {
      guard case .input(let index) = graph.nodes[input].primitive else {
        preconditionFailure("%\(input) is not an input: it cannot be updated")
      }
      precondition(graph.nodes[input].shape == graph.nodes[value].shape, "an update changes shape")
      plan.updates.append((index, unsourced(value)))
    }
    absorbInitialValues()
  }

  /// Where an output is read. An input itself is read where it lies, new value and all; another
  /// view of an input that the run replaces is copied, so that it shows what the run saw.
  private mutating func output(_ node: Int, _ replaced: Set<Int>) -> Int {
    let operation = matrix(node)
    guard case .input(let index) = plan.operations[operation].kind,
      graph.inputNodes[index] != node, replaced.contains(graph.inputNodes[index])
    else { return operation }
    return unsourced(node)
  }

  private func reachable(from roots: [Int]) -> [Int] {
    var found = Array(repeating: false, count: graph.nodes.count)
    for root in roots { found[root] = true }
    for node in stride(from: graph.nodes.count - 1, through: 0, by: -1) where found[node] {
      for operand in graph.nodes[node].operands { found[operand] = true }
    }
    return found.indices.filter { found[$0] }
  }

  // MARK: One node

  private mutating func value(of node: Int) -> Value {
    let operation = graph.nodes[node]
    let layout = Layout(operation.shape)
    let first = operation.operands.first ?? node
    switch operation.primitive {
    case .input(let index):
      plan.inputs[index] = plan.operations.count
      return add(.input(index), [], layout)
    case .constant(let bits): return Value(operation: constant(bits))
    case .literal(let index): return add(.literal(index), [], layout)
    case .random(let distribution, let stream):
      return add(.random(distribution, stream: stream), [], layout)
    case .negate, .exponential, .logarithm, .tanh, .sigmoid, .softplus, .squareRoot, .sine,
      .add, .subtract, .multiply, .divide, .maximum, .greater, .select:
      return add(.elementwise(operation.primitive), operation.operands.map(elementwise), layout)
    case .sum(let axes), .largest(let axes):
      return reduction(operation.primitive, axes, of: first, layout)
    case .reshape: return reshape(first, layout)
    case .broadcast: return broadcast(first, to: operation.shape)
    case .slice(axis: 1, let from, _) where operation.shape.rank == 2:
      return window(first, from)
    case .permute, .slice, .pad, .concatenate:
      return add(move(node), layout)
    case .product(let a, let b): return product(operation.operands, a, b, layout)
    case .unfold(let patches): return add(.unfold(patches), [local(first)], layout)
    case .fold(let patches): return add(.fold(patches), [local(first)], layout)
    case .detach: return found(first)
    }
  }

  mutating func add(
    _ kind: Operation.Kind, _ operands: [Operand], _ layout: Layout
  ) -> Value {
    plan.operations.append(Operation(kind: kind, operands: operands, layout: layout))
    return Value(operation: plan.operations.count - 1)
  }

  mutating func add(_ part: (Operation.Kind, [Operand]), _ layout: Layout) -> Value {
    add(part.0, part.1, layout)
  }

  mutating func constant(_ bits: UInt32) -> Int {
    if let known = constants[bits] { return known }
    let made = add(.constant(Float(bitPattern: bits)), [], Layout(.scalar)).operation
    constants[bits] = made
    return made
  }

  func found(_ node: Int) -> Value {
    guard let value = values[node] else {
      preconditionFailure("%\(node) is used before it is made")
    }
    return value
  }

  private func elementwise(_ node: Int) -> Operand {
    let value = found(node)
    return Operand(
      operation: value.operation, spread: value.spread, window: value.window,
      isLocal: value.spread == .matrix || value.spread == .column)
  }

  /// The operation that holds a node's elements in memory, made where the node is only a way of
  /// reading.
  mutating func matrix(_ node: Int) -> Int {
    let value = found(node)
    if value.spread == .matrix, value.window == nil { return value.operation }
    if let known = materialized[node] { return known }
    let shape = graph.nodes[node].shape
    let made =
      value.window == nil ? stretch(value, to: shape) : add(move(node), Layout(shape)).operation
    materialized[node] = made
    return made
  }

  mutating func local(_ node: Int) -> Operand {
    Operand(operation: matrix(node), isLocal: true)
  }

  mutating func whole(_ node: Int) -> Operand {
    Operand(operation: matrix(node), isLocal: false)
  }

  /// An update's value must be computed by the run: an input or constant is copied first.
  private mutating func unsourced(_ node: Int) -> Int {
    let operation = matrix(node)
    guard plan.operations[operation].isSource else { return operation }
    let shape = graph.nodes[node].shape
    return stretch(operation, shape, to: shape).operation
  }
}
