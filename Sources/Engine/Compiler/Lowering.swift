internal import CKernels

/// Turns a placed plan into ``Code`` (interpretation 4).
struct Lowering {
  let plan: Plan
  private let schedule: Schedule
  private let placement: Placement
  var code = Code()

  static func code(_ plan: Plan, _ schedule: Schedule, _ placement: Placement) -> Code {
    var lowering = Lowering(plan: plan, schedule: schedule, placement: placement)
    lowering.lower()
    return lowering.code
  }

  private init(plan: Plan, schedule: Schedule, placement: Placement) {
    self.plan = plan
    self.schedule = schedule
    self.placement = placement
  }

  private mutating func lower() {
    code.memorySize = placement.memorySize
    code.scratchSize = placement.scratchSize
    code.copies = placement.copies
    for (phase, segments) in schedule.phases.enumerated() {
      for (position, segment) in segments.enumerated() {
        let first = code.instructions.count
        for item in placement.items[phase][position] {
          switch item {
          case .kernel(let operation): kernel(operation)
          case .chain(let members): chain(members)
          }
        }
        code.segments.append(
          .init(
            firstInstruction: first, instructionCount: code.instructions.count - first,
            rows: segment.rows, tileRows: segment.tileRows))
        for tile in 0..<segment.tiles {
          let firstRow = tile * segment.tileRows
          code.tasks.append(
            .init(
              segment: code.segments.count - 1, firstRow: firstRow,
              rows: min(segment.tileRows, segment.rows - firstRow)))
        }
      }
      code.phaseStarts.append(code.tasks.count)
    }
  }

  // MARK: Places

  /// Where an operation's value is read or written; `rowStep` moves on with the tile.
  func place(_ operation: Int, rowStep: Int) -> Place {
    let stride = plan.operations[operation].layout.stride
    switch placement.homes[operation] {
    case .memory(let offset):
      return Place(isScratch: false, offset: offset, stride: stride, rowStep: rowStep)
    case .scratch(let offset):
      return Place(isScratch: true, offset: offset, stride: stride, rowStep: 0)
    case .register: preconditionFailure("operation \(operation) lies in a register")
    }
  }

  func place(_ operand: Operand) -> Place {
    let stride = plan.operations[operand.operation].layout.stride
    var place = place(operand.operation, rowStep: operand.isLocal ? stride : 0)
    place.offset += operand.window ?? 0
    return place
  }

  func result(_ operation: Int) -> Place {
    place(operation, rowStep: plan.operations[operation].layout.stride)
  }

  /// The rows that one run of a segment covers: what a serial segment has as its only tile.
  func rows(_ operation: Int) -> Int {
    schedule.segment(of: operation).isSerial ? plan.operations[operation].layout.rows : 0
  }

  // MARK: Chains

  private mutating func chain(_ members: [Int]) {
    let homes = placement.homes
    let builder = ChainBuilder(
      plan.operations, members, isStored: { homes[$0] != .register },
      sharePlace: { homes[$0] == homes[$1] })
    let layout = plan.operations[members[0]].layout
    let call = ChainCall(
      firstOperation: code.operations.count, operationCount: builder.operations.count,
      firstOperand: code.operands.count, operandCount: builder.operands.count,
      columns: layout.columns, rows: rows(members[0]))
    code.operations.append(contentsOf: builder.operations)
    for operand in builder.operands {
      code.operands.append(ChainOperand(place: place(operand), spread: operand.spread))
    }
    code.instructions.append(.chain(call))
  }

  // MARK: Kernels

  private mutating func kernel(_ index: Int) {
    let operation = plan.operations[index]
    let layout = operation.layout
    let fixedRows = rows(index)
    switch operation.kind {
    case .input, .constant, .literal, .elementwise, .outer:
      preconditionFailure("\(operation.kind) has no kernel of its own")
    case .random(let distribution, let stream):
      code.instructions.append(
        .random(
          RandomCall(
            distribution: distribution, stream: stream, result: result(index),
            columns: layout.columns, rows: fixedRows)))
    case .product(let contraction): product(index, contraction)
    case .sumColumns, .sumRows, .largestColumns, .transpose, .reshape:
      reduction(index)
    case .reduce(let primitive, let from): reduce(index, primitive, from)
    case .move(let primitive, let from, let to): move(index, primitive, from, to)
    case .unfold(let patches), .fold(let patches):
      let call = PatchesCall(
        from: place(operation.operands[0]), result: result(index), patches: ck_patches(patches),
        rows: fixedRows)
      if case .unfold = operation.kind {
        code.instructions.append(.unfold(call))
      } else {
        code.instructions.append(.fold(call))
      }
    }
  }

  private mutating func reduction(_ index: Int) {
    let operation = plan.operations[index]
    let source = plan.operations[operation.operands[0].operation].layout
    var call = ReduceCall(
      from: place(operation.operands[0]), sourceRows: source.rows, columns: source.columns,
      result: result(index), rows: rows(index))
    switch operation.kind {
    case .sumColumns: code.instructions.append(.sumColumns(call))
    case .largestColumns: code.instructions.append(.largestColumns(call))
    case .sumRows: code.instructions.append(.sumRows(call))
    case .transpose:
      // A tile of the result's rows is a band of the source's columns.
      call.from = place(operation.operands[0].operation, rowStep: 1)
      call.columns = operation.layout.rows
      code.instructions.append(.transpose(call))
    default:
      call.columns = operation.layout.columns
      code.instructions.append(.reshape(call, from: source))
    }
  }

  private mutating func product(_ index: Int, _ contraction: Operation.Contraction) {
    let operation = plan.operations[index]
    let (a, b) = (operation.operands[0].operation, operation.operands[1].operation)
    let (aLayout, bLayout) = (plan.operations[a].layout, plan.operations[b].layout)
    let layout = operation.layout
    let columns = contraction.columns
    let middle = contraction.middle
    var call = ProductCall(
      first: place(operation.operands[0]), firstRow: aLayout.stride, firstInner: 1,
      second: place(operation.operands[1]), secondRow: bLayout.stride,
      result: result(index), resultRow: layout.stride, columns: columns,
      inner: contraction.inner, rows: rows(index))
    if contraction.secondIsTransposed {
      call.secondColumn = bLayout.stride
      call.secondRow = 1
    }
    if contraction.transposingFirst {
      call.first = place(a, rowStep: 1)
      call.firstRow = 1
      call.firstInner = aLayout.stride
      if middle > 1 {
        call.firstInner = aLayout.columns / middle
        call.secondRow = columns
        if aLayout.stride != aLayout.columns || bLayout.stride != bLayout.columns {
          call.images = aLayout.rows
          call.inner = middle
        }
      }
    } else if middle > 1 {
      call.firstRow = contraction.inner
      call.resultRow = columns
      call.middle = middle
      call.isContiguous = aLayout.stride == aLayout.columns && layout.stride == layout.columns
    }
    if operation.operands.count == 3 {
      let initial = operation.operands[2]
      call.initial = place(initial)
      let isBlock = middle > 1 && !contraction.transposingFirst
      call.initialRow = isBlock ? columns : initial.spread == .row ? 0 : layout.stride
      call.initialStep = initial.spread == .row ? 0 : layout.stride
      if initial.spread == .row { call.isContiguous = false }
    }
    code.instructions.append(contraction.dots ? .dots(call) : .product(call))
  }
}
