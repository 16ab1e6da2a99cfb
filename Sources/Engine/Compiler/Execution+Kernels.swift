internal import CKernels

// One instruction on one tile: places become addresses, and the kernel is called.

extension Execution {
  /// All matrix rows of a tile as one.
  func job(_ call: ProductCall, _ task: Code.Task, _ workspace: Workspace) -> ck_product {
    ck_product(
      a: at(call.first, task, workspace), a_row: call.firstRow, a_inner: call.firstInner,
      b: at(call.second, task, workspace), b_row: call.secondRow,
      c: at(call.result, task, workspace), c_row: call.resultRow,
      initial: call.initial.map { UnsafePointer(at($0, task, workspace)) },
      initial_row: call.initialRow, rows: rows(call.rows, task) * Int32(call.middle),
      columns: Int32(call.columns), inner: Int32(call.inner))
  }

  func product(_ call: ProductCall, _ task: Code.Task, _ workspace: Workspace) {
    var job = job(call, task, workspace)
    guard !call.isOneMatrix else { return kernels.product(&job) }
    let (first, second, result) = (job.a, job.b, job.c)
    if call.images > 1 {
      for image in 0..<call.images {
        job.a = first.map { $0 + image * call.first.stride }
        job.b = second.map { $0 + image * call.second.stride }
        kernels.product(&job)
        job.initial = UnsafePointer(result)
        job.initial_row = call.resultRow
      }
      return
    }
    let initial = job.initial
    job.rows = Int32(call.middle)
    for row in 0..<Int(rows(call.rows, task)) {
      job.a = first.map { $0 + row * call.first.stride }
      job.c = result.map { $0 + row * call.result.stride }
      job.initial = initial.map { $0 + row * call.initialStep }
      kernels.product(&job)
    }
  }

  /// All matrix rows of a tile as one.
  func innerJob(_ call: ProductCall, _ task: Code.Task, _ workspace: Workspace) -> ck_dots {
    ck_dots(
      a: at(call.first, task, workspace), a_row: call.firstRow,
      b: at(call.second, task, workspace), b_inner: call.secondRow, b_column: call.secondColumn,
      c: at(call.result, task, workspace), c_row: call.resultRow,
      initial: call.initial.map { UnsafePointer(at($0, task, workspace)) },
      initial_row: call.initialRow, rows: rows(call.rows, task) * Int32(call.middle),
      columns: Int32(call.columns), inner: Int32(call.inner))
  }

  func dots(_ call: ProductCall, _ task: Code.Task, _ workspace: Workspace) {
    var job = innerJob(call, task, workspace)
    guard !call.isOneMatrix else { return kernels.dots(&job) }
    let (first, result, initial) = (job.a, job.c, job.initial)
    job.rows = Int32(call.middle)
    for row in 0..<Int(rows(call.rows, task)) {
      job.a = first.map { $0 + row * call.first.stride }
      job.c = result.map { $0 + row * call.result.stride }
      job.initial = initial.map { $0 + row * call.initialStep }
      kernels.dots(&job)
    }
  }

  /// - Parameter operands: room for as many as the chain has.
  func job(
    _ call: ChainCall, _ task: Code.Task, _ workspace: Workspace,
    _ operands: UnsafeMutablePointer<ck_operand>
  ) -> ck_chain {
    for index in 0..<call.operandCount {
      let operand = code.operands[call.firstOperand + index]
      operands[index] = ck_operand(
        base: at(operand.place, task, workspace), step: operand.place.stride,
        spread: operand.spread.rawValue)
    }
    return ck_chain(
      operations: operations + call.firstOperation, count: Int32(call.operationCount),
      operands: operands, operand_count: Int32(call.operandCount), rows: rows(call.rows, task),
      columns: Int32(call.columns), registers: workspace.registers)
  }

  func chain(_ call: ChainCall, _ task: Code.Task, _ workspace: Workspace) {
    var job = job(call, task, workspace, workspace.operands)
    kernels.chain(&job)
  }

  func random(_ call: RandomCall, _ task: Code.Task, _ workspace: Workspace) {
    var job = ck_draw(
      seed: seed, stream: call.stream, step: step, first_row: UInt32(task.firstRow),
      rows: rows(call.rows, task), columns: Int32(call.columns),
      to: at(call.result, task, workspace), to_row: call.result.stride)
    switch call.distribution {
    case .normal: kernels.normals(&job)
    case .uniform: kernels.uniforms(&job)
    }
  }

  func reduce(_ call: WalkCall, _ task: Code.Task, _ workspace: Workspace) {
    var outer = call.outer
    if !call.isFixed { outer.extents.0 = rows(call.rows, task) }
    var inner = call.inner
    let (from, to) = (at(call.from, task, workspace), at(call.result, task, workspace))
    if call.isLargest {
      ck_maximum(&outer, &inner, from, to)
    } else {
      ck_sum(&outer, &inner, from, to)
    }
  }

  func copy(_ call: WalkCall, _ task: Code.Task, _ workspace: Workspace) {
    var walk = call.outer
    if !call.isFixed { walk.extents.0 = rows(call.rows, task) }
    ck_copy(
      &walk, at(call.from, task, workspace) + call.fromOffset,
      at(call.result, task, workspace) + call.resultOffset)
  }

  /// The same elements in order under other rows: runs that end where a row of either side does.
  func reshape(
    _ call: ReduceCall, _ source: Layout, _ task: Code.Task, _ workspace: Workspace
  ) {
    let from = at(call.from, task, workspace)
    let result = at(call.result, task, workspace)
    var element = task.firstRow * call.columns
    for row in 0..<Int(rows(call.rows, task)) {
      var column = 0
      while column < call.columns {
        let (fromRow, fromColumn) = element.quotientAndRemainder(dividingBy: source.columns)
        let run = min(call.columns - column, source.columns - fromColumn)
        (result + row * call.result.stride + column).update(
          from: from + fromRow * source.stride + fromColumn, count: run)
        column += run
        element += run
      }
    }
  }
}
