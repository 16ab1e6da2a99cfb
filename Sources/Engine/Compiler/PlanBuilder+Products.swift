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
