internal import CKernels

// Reductions and movements that no kernel of its own covers, as strided walks.

extension Lowering {
  mutating func reduce(_ index: Int, _ primitive: Primitive, _ shape: Shape) {
    var axes: [Int] = []
    var isLargest = false
    if case .sum(let some) = primitive { axes = some }
    if case .largest(let some) = primitive {
      axes = some
      isLargest = true
    }
    let operation = plan.operations[index]
    let source = Layout(shape).strides(of: shape)
    let target = operation.layout.strides(of: shape.reduced(axes))
    let kept = (0..<shape.rank).filter { !axes.contains($0) }
    let isFixed = axes.contains(0)
    var call = WalkCall(
      from: place(operation.operands[0]), fromOffset: 0, result: result(index), resultOffset: 0,
      outer: ck_walk(
        kept.map { shape[$0] }, from: kept.map { source[$0] }, to: kept.map { target[$0] }),
      inner: ck_walk(
        axes.map { shape[$0] }, from: axes.map { source[$0] }, to: axes.map { _ in 0 }),
      isFixed: isFixed, isLargest: isLargest, rows: rows(index))
    if isFixed { call.result.rowStep = 0 }
    code.instructions.append(.reduce(call))
  }

  mutating func move(
    _ index: Int, _ primitive: Primitive, _ from: [Shape], _ to: Shape
  ) {
    let operation = plan.operations[index]
    let target = operation.layout.strides(of: to)
    let sources = from.map { Layout($0).strides(of: $0) }
    func copy(
      _ part: Int, _ extents: [Int], _ strides: [Int], fromOffset: Int = 0, toOffset: Int = 0,
      isFixed: Bool
    ) {
      var source = place(operation.operands[part].operation, rowStep: isFixed ? 0 : strides[0])
      if source.isScratch { source.rowStep = 0 }
      code.instructions.append(
        .copy(
          WalkCall(
            from: source, fromOffset: fromOffset, result: result(index), resultOffset: toOffset,
            outer: ck_walk(extents, from: strides, to: target),
            inner: ck_walk([], from: [], to: []),
            isFixed: isFixed, isLargest: false, rows: rows(index))))
    }
    let isRow = to.rank < 2
    switch primitive {
    case .permute(let order):
      copy(0, to.extents, order.map { sources[0][$0] }, isFixed: isRow)
    case .slice(let axis, let start, _):
      copy(0, to.extents, sources[0], fromOffset: start * sources[0][axis], isFixed: isRow)
    case .pad(let axis, let before, _):
      code.instructions.append(
        .clear(result(index), columns: operation.layout.columns, rows: rows(index)))
      copy(
        0, from[0].extents, sources[0], toOffset: before * target[axis],
        isFixed: isRow || axis == 0)
    case .concatenate(let axis):
      var start = 0
      for part in from.indices {
        copy(
          part, from[part].extents, sources[part], toOffset: start * target[axis],
          isFixed: isRow || axis == 0)
        start += from[part][axis]
      }
    default:
      let strides = zip(from[0].extents, sources[0]).map { $0 == 1 ? 0 : $1 }
      copy(0, to.extents, strides, isFixed: isRow)
    }
  }
}
