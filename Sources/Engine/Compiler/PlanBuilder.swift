/// Turns the nodes that outputs and updates reach into a ``Plan``.
struct PlanBuilder {
  /// Where a node's value is found: an operation, read in some way.
  private struct Value {
    var operation: Int
    var spread: Spread = .matrix
  }

  private let graph: Graph
  private var plan = Plan()
  private var values: [Int: Value] = [:]
  private var materialized: [Int: Int] = [:]
  private var transposes: [Int: Int] = [:]
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
    case .permute, .slice, .pad, .concatenate:
      return add(move(node), layout)
    case .product(let a, let b): return product(operation.operands, a, b, layout)
    case .unfold(let patches): return add(.unfold(patches), [local(first)], layout)
    case .fold(let patches): return add(.fold(patches), [local(first)], layout)
    case .detach: return found(first)
    }
  }

  private mutating func add(
    _ kind: Operation.Kind, _ operands: [Operand], _ layout: Layout
  ) -> Value {
    plan.operations.append(Operation(kind: kind, operands: operands, layout: layout))
    return Value(operation: plan.operations.count - 1)
  }

  private mutating func add(_ part: (Operation.Kind, [Operand]), _ layout: Layout) -> Value {
    add(part.0, part.1, layout)
  }

  private mutating func constant(_ bits: UInt32) -> Int {
    if let known = constants[bits] { return known }
    let made = add(.constant(Float(bitPattern: bits)), [], Layout(.scalar)).operation
    constants[bits] = made
    return made
  }

  private func found(_ node: Int) -> Value {
    guard let value = values[node] else {
      preconditionFailure("%\(node) is used before it is made")
    }
    return value
  }

  private func elementwise(_ node: Int) -> Operand {
    let value = found(node)
    return Operand(
      operation: value.operation, spread: value.spread,
      isLocal: value.spread == .matrix || value.spread == .column)
  }

  /// The operation that holds a node's elements in memory, made where the node is only a way of
  /// reading.
  private mutating func matrix(_ node: Int) -> Int {
    let value = found(node)
    if value.spread == .matrix { return value.operation }
    if let known = materialized[node] { return known }
    let made = stretch(value, to: graph.nodes[node].shape)
    materialized[node] = made
    return made
  }

  private mutating func local(_ node: Int) -> Operand {
    Operand(operation: matrix(node), isLocal: true)
  }

  private mutating func whole(_ node: Int) -> Operand {
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

// MARK: - Movement and reduction

extension PlanBuilder {
  private mutating func reshape(_ node: Int, _ layout: Layout) -> Value {
    let value = found(node)
    if value.spread == .scalar { return value }
    let operation = matrix(node)
    let old = plan.operations[operation].layout
    if old == layout { return Value(operation: operation) }
    return add(.reshape, [Operand(operation: operation, isLocal: false)], layout)
  }

  private mutating func broadcast(_ node: Int, to shape: Shape) -> Value {
    let from = graph.nodes[node].shape
    let value = found(node)
    if value.spread == .scalar { return value }
    if from.count == 1 { return Value(operation: value.operation, spread: .scalar) }
    if value.spread == .matrix, from.rank >= 2 {
      let tails = (from.extents.dropFirst(), shape.extents.dropFirst())
      if from[0] == shape[0], tails.0.allSatisfy({ $0 == 1 }) {
        return Value(operation: value.operation, spread: .column)
      }
      if from[0] == 1, tails.0.elementsEqual(tails.1) {
        return Value(operation: value.operation, spread: .row)
      }
    }
    let source = matrix(node)
    if from.rank >= 2, from[0] == 1, shape[0] > 1 {
      // One row is made; all rows read it.
      let row = stretch(source, from, to: shape.replacing(0, by: 1))
      return Value(operation: row.operation, spread: .row)
    }
    return stretch(source, from, to: shape)
  }

  /// A stretched value becomes real by a copy with strides of zero.
  private mutating func stretch(_ value: Value, to shape: Shape) -> Int {
    let ones = Shape(Array(repeating: 1, count: shape.rank))
    let from: Shape =
      switch value.spread {
      case .matrix: shape
      case .row: shape.replacing(0, by: 1)
      case .column: ones.replacing(0, by: shape[0])
      case .scalar: ones
      }
    return stretch(value.operation, from, to: shape).operation
  }

  private mutating func stretch(_ source: Int, _ from: Shape, to shape: Shape) -> Value {
    let isLocal = shape.rank >= 2 && from[0] == shape[0]
    return add(
      .move(.broadcast(shape), from: [from], to: shape),
      [Operand(operation: source, isLocal: isLocal)], Layout(shape))
  }

  private mutating func move(_ node: Int) -> (Operation.Kind, [Operand]) {
    let operation = graph.nodes[node]
    let shapes = operation.operands.map { graph.nodes[$0].shape }
    if operation.primitive == .permute([1, 0]) {
      return (.transpose, [whole(operation.operands[0])])
    }
    let keepsRows: Bool =
      switch operation.primitive {
      case .permute(let order): order[0] == 0
      case .slice(let axis, _, _), .pad(let axis, _, _), .concatenate(let axis): axis > 0
      default: false
      }
    let operands = operation.operands.map { keepsRows ? local($0) : whole($0) }
    return (.move(operation.primitive, from: shapes, to: operation.shape), operands)
  }

  /// A sum over the batch and the axes behind it, as of a normalization over images: over rows
  /// first, in whole vectors, and then over the blocks of the row that is left.
  private mutating func leadingSum(
    _ node: Int, _ shape: Shape, _ axes: Int, _ layout: Layout
  ) -> Value {
    let middle = shape.extents[1..<axes].reduce(1, *)
    let columns = shape.count / shape[0]
    let row = add(.sumRows, [whole(node)], Layout(rows: 1, columns: columns)).operation
    let blocks = add(
      .reshape, [Operand(operation: row, isLocal: false)],
      Layout(rows: middle, columns: columns / middle)
    ).operation
    return add(.sumRows, [Operand(operation: blocks, isLocal: false)], layout)
  }

  private mutating func reduction(
    _ primitive: Primitive, _ axes: [Int], of node: Int, _ layout: Layout
  ) -> Value {
    let shape = graph.nodes[node].shape
    var isSum = false
    if case .sum = primitive { isSum = true }
    let within = Array(1..<max(1, shape.rank))
    let alongRows = shape.rank < 2 || (axes.filter { $0 > 0 } == within && !within.isEmpty)
    if shape.rank >= 2, axes == [0], isSum {
      return add(.sumRows, [whole(node)], layout)
    }
    if alongRows, shape.rank < 2 || !axes.contains(0) {
      return add(isSum ? .sumColumns : .largestColumns, [local(node)], layout)
    }
    if isSum, axes.count >= 2, axes.count < shape.rank, axes == Array(0..<axes.count) {
      return leadingSum(node, shape, axes.count, layout)
    }
    if alongRows, isSum {
      let rows = add(.sumColumns, [local(node)], Layout(rows: shape[0], columns: 1))
      return add(.sumRows, [Operand(operation: rows.operation, isLocal: false)], layout)
    }
    let operand = axes.contains(0) ? whole(node) : local(node)
    return add(.reduce(primitive, from: shape), [operand], layout)
  }
}

// MARK: - Products

extension PlanBuilder {
  /// More columns than this are computed as vectors along a row of B; fewer as inner products.
  private static let fewColumns = 8

  private mutating func product(
    _ nodes: [Int], _ transposingFirst: Bool, _ transposingSecond: Bool, _ layout: Layout
  ) -> Value {
    let (a, b) = (graph.nodes[nodes[0]].shape, graph.nodes[nodes[1]].shape)
    let columns = transposingSecond ? b[0] : b[b.rank - 1]
    let middle = a.rank == 2 ? 1 : a.extents[1..<(a.rank - 1)].reduce(1, *)
    var contraction = Operation.Contraction(
      transposingFirst: transposingFirst, middle: middle,
      inner: transposingFirst ? a.count / a[a.rank - 1] : a[a.rank - 1], columns: columns)
    var second = whole(nodes[1])
    if transposingSecond {
      if b[1] == 1 {
        contraction.outer = true
      } else if columns <= Self.fewColumns && !transposingFirst {
        contraction.dots = true
        contraction.secondIsTransposed = true
      } else {
        second = Operand(operation: transposed(second.operation, b), isLocal: false)
      }
    }
    if !transposingSecond, !transposingFirst, columns <= Self.fewColumns, contraction.inner >= 16 {
      contraction.dots = true
    }
    let first = transposingFirst ? whole(nodes[0]) : local(nodes[0])
    return add(.product(contraction), [first, second], layout)
  }

  private mutating func transposed(_ operation: Int, _ shape: Shape) -> Int {
    if let known = transposes[operation] { return known }
    let made = add(
      .transpose, [Operand(operation: operation, isLocal: false)],
      Layout(rows: shape[1], columns: shape[0])
    ).operation
    transposes[operation] = made
    return made
  }

  /// A sum of a product and something else starts the product's sums from the something else: a
  /// bias costs nothing, and the gradients of several uses are added up in place.
  private mutating func absorbInitialValues() {
    var uses = Array(repeating: 0, count: plan.operations.count)
    for operand in plan.operations.flatMap(\.operands) { uses[operand.operation] += 1 }
    for output in plan.outputs + plan.updates.map(\.value) { uses[output] += 1 }
    for index in plan.operations.indices where plan.operations[index].kind == .elementwise(.add) {
      let operands = plan.operations[index].operands
      // The later product absorbs the earlier term.
      let order = operands[0].operation > operands[1].operation ? [0, 1] : [1, 0]
      for position in order {
        let (term, other) = (operands[position], operands[1 - position])
        let candidate = plan.operations[term.operation]
        guard case .product = candidate.kind, uses[term.operation] == 1, term.spread == .matrix,
          candidate.operands.count == 2, candidate.layout == plan.operations[index].layout,
          other.operation != term.operation,
          other.spread == .row || other.spread == .matrix
        else { continue }
        plan.operations[index].kind = candidate.kind
        plan.operations[index].operands = candidate.operands + [other]
        plan.operations[term.operation] = Operation(
          kind: .constant(0), operands: [], layout: Layout(.scalar))
        break
      }
    }
  }
}
