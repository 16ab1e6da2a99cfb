// Movement and reduction: what becomes a way of reading, and what has to be made.

extension PlanBuilder {
  mutating func reshape(_ node: Int, _ layout: Layout) -> Value {
    let value = found(node)
    if value.spread == .scalar { return value }
    let operation = matrix(node)
    let old = plan.operations[operation].layout
    if old == layout { return Value(operation: operation) }
    return add(.reshape, [Operand(operation: operation, isLocal: false)], layout)
  }

  /// Some columns of a matrix: elementwise operations read them where they lie.
  mutating func window(_ node: Int, _ column: Int) -> Value {
    let value = found(node)
    if value.spread == .matrix {
      return Value(operation: value.operation, window: (value.window ?? 0) + column)
    }
    return Value(operation: matrix(node), window: column)
  }

  mutating func broadcast(_ node: Int, to shape: Shape) -> Value {
    let from = graph.nodes[node].shape
    var value = found(node)
    if value.window != nil { value = Value(operation: matrix(node)) }
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
  mutating func stretch(_ value: Value, to shape: Shape) -> Int {
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

  mutating func stretch(_ source: Int, _ from: Shape, to shape: Shape) -> Value {
    let isLocal = shape.rank >= 2 && from[0] == shape[0]
    return add(
      .move(.broadcast(shape), from: [from], to: shape),
      [Operand(operation: source, isLocal: isLocal)], Layout(shape))
  }

  mutating func move(_ node: Int) -> (Operation.Kind, [Operand]) {
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

  mutating func reduction(
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
