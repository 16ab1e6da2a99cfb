internal import CKernels

// One instruction on one tile: places become addresses, and the kernel is called.

extension Execution {
  func product(_ call: ProductCall, _ task: Code.Task, _ workspace: Workspace) {
    let count = rows(call.rows, task)
    let first = at(call.first, task, workspace)
    let second = at(call.second, task, workspace)
    let result = at(call.result, task, workspace)
    let initial = call.initial.map { at($0, task, workspace) }
    var job = ck_product(
      a: first, a_row: call.firstRow, a_inner: call.firstInner, b: second, b_row: call.secondRow,
      c: result, c_row: call.resultRow, initial: initial, initial_row: call.initialRow,
      rows: count, columns: Int32(call.columns), inner: Int32(call.inner))
    if call.images > 1 {
      for image in 0..<call.images {
        job.a = UnsafePointer(first + image * call.first.stride)
        job.b = UnsafePointer(second + image * call.second.stride)
        kernels.product(&job)
        job.initial = UnsafePointer(result)
        job.initial_row = call.resultRow
      }
    } else if call.middle == 1 || call.isContiguous {
      job.rows = count * Int32(call.middle)
      kernels.product(&job)
    } else {
      job.rows = Int32(call.middle)
      for row in 0..<Int(count) {
        job.a = UnsafePointer(first + row * call.first.stride)
        job.c = result + row * call.result.stride
        job.initial = initial.map { UnsafePointer($0 + row * call.initialStep) }
        kernels.product(&job)
      }
    }
  }

  func dots(_ call: ProductCall, _ task: Code.Task, _ workspace: Workspace) {
    let count = rows(call.rows, task)
    let first = at(call.first, task, workspace)
    let result = at(call.result, task, workspace)
    let initial = call.initial.map { at($0, task, workspace) }
    var job = ck_dots(
      a: first, a_row: call.firstRow, b: at(call.second, task, workspace),
      b_inner: call.secondRow, b_column: call.secondColumn, c: result, c_row: call.resultRow,
      initial: initial, initial_row: call.initialRow, rows: count,
      columns: Int32(call.columns), inner: Int32(call.inner))
    if call.middle == 1 || call.isContiguous {
      job.rows = count * Int32(call.middle)
      kernels.dots(&job)
      return
    }
    job.rows = Int32(call.middle)
    for row in 0..<Int(count) {
      job.a = UnsafePointer(first + row * call.first.stride)
      job.c = result + row * call.result.stride
      job.initial = initial.map { UnsafePointer($0 + row * call.initialStep) }
      kernels.dots(&job)
    }
  }

  func chain(_ call: ChainCall, _ task: Code.Task, _ workspace: Workspace) {
    for index in 0..<call.operandCount {
      let operand = code.operands[call.firstOperand + index]
      workspace.operands[index] = ck_operand(
        base: at(operand.place, task, workspace), step: operand.place.stride,
        spread: operand.spread.rawValue)
    }
    code.operations.withUnsafeBufferPointer { operations in
      var job = ck_chain(
        operations: operations.baseAddress.map { $0 + call.firstOperation },
        count: Int32(call.operationCount), operands: workspace.operands,
        operand_count: Int32(call.operandCount), rows: rows(call.rows, task),
        columns: Int32(call.columns), registers: workspace.registers)
      kernels.chain(&job)
    }
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
