// Products: which form each takes, and what it swallows.

extension PlanBuilder {
  /// More columns than this are computed as vectors along a row of B; fewer as inner products.
  private static let fewColumns = 8

  mutating func product(
    _ nodes: [Int], _ transposingFirst: Bool, _ transposingSecond: Bool, _ layout: Layout
  ) -> Value {
    let (a, b) = (graph.nodes[nodes[0]].shape, graph.nodes[nodes[1]].shape)
    let columns = transposingSecond ? b[0] : b[b.rank - 1]
    let middle = a.rank == 2 ? 1 : a.extents[1..<(a.rank - 1)].reduce(1, *)
    if !transposingFirst, a.count == a[0] { return outer(nodes, layout) }
    var contraction = Operation.Contraction(
      transposingFirst: transposingFirst, middle: middle,
      inner: transposingFirst ? a.count / a[a.rank - 1] : a[a.rank - 1], columns: columns)
    var second = whole(nodes[1])
    if transposingSecond {
      if columns <= Self.fewColumns && !transposingFirst {
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

  private mutating func outer(_ nodes: [Int], _ layout: Layout) -> Value {
    // What is added where nothing else is; sources come before what reads them.
    _ = zero
    return add(
      .outer,
      [
        Operand(operation: matrix(nodes[0]), spread: .column, isLocal: true),
        Operand(operation: matrix(nodes[1]), spread: .row, isLocal: false),
      ], layout)
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
  /// bias costs nothing, and the gradients of several uses are added up in place. Inner products
  /// only end with it: theirs can wait for each other without keeping what they read.
  mutating func absorbInitialValues() {
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
        guard canStart(candidate, from: other), uses[term.operation] == 1,
          term.spread == .matrix, candidate.layout == plan.operations[index].layout,
          other.operation != term.operation
        else { continue }
        plan.operations[index].kind = candidate.kind
        plan.operations[index].operands = candidate.operands + [other]
        plan.operations[term.operation] = Operation(
          kind: .constant(0), operands: [], layout: Layout(.scalar))
        break
      }
    }
    for index in plan.operations.indices where plan.operations[index].kind == .outer {
      guard plan.operations[index].operands.count == 2 else { continue }
      plan.operations[index].operands.append(
        Operand(operation: zero, spread: .scalar, isLocal: false))
    }
  }

  private func canStart(_ product: Operation, from initial: Operand) -> Bool {
    guard product.operands.count == 2, initial.window == nil else { return false }
    return switch product.kind {
    case .product(let contraction):
      initial.spread == .row
        || initial.spread == .matrix && (!contraction.dots || isMultiple(initial.operation))
    case .outer: initial.spread == .row || initial.spread == .matrix
    default: false
    }
  }

  /// Whether an addition would swallow it, and round once less.
  private func isMultiple(_ operation: Int) -> Bool {
    plan.operations[operation].kind == .elementwise(.multiply)
  }

  private var zero: Int {
    mutating get { constant(Float.zero.bitPattern) }
  }
}
