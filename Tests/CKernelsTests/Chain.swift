import CKernels

extension ck_micro {
  /// An operation on the chain's operands, named by their numbers.
  init(
    _ operation: ck_operation, to destination: Int, _ a: Int, _ b: Int? = nil, _ c: Int? = nil,
    _ d: Int? = nil
  ) {
    func place(_ operand: Int) -> UInt16 { UInt16(CK_REGISTERS) + UInt16(operand) }
    self.init(
      operation: UInt16(operation.rawValue), destination: place(destination), a: place(a),
      b: place(b ?? a), c: place(c ?? a), d: place(d ?? a))
  }
}

/// One memory operand of a chain under test.
struct ChainOperand {
  var spread: ck_spread
  var step: Int
  var values: [Float]

  /// Values enough for rows × columns, and a vector more.
  init(_ spread: ck_spread, rows: Int, columns: Int, step: Int, _ numbers: inout Numbers) {
    self.spread = spread
    self.step = step
    let rowStep = spread == CK_MATRIX || spread == CK_COLUMN ? rows * step : 0
    values = numbers.floats(rowStep + columns + 64)
  }

  func value(_ row: Int, _ column: Int) -> Float {
    switch spread {
    case CK_ROW: values[column]
    case CK_COLUMN: values[row * step]
    case CK_SCALAR: values[0]
    default: values[row * step + column]
    }
  }
}

/// Runs chains over rows × columns.
struct Chain {
  var rows: Int
  var columns: Int

  /// From one dense operand to another.
  func run(
    _ kind: Kind, _ operations: [ck_micro], _ from: inout [Float], _ to: inout [Float]
  ) {
    from.append(contentsOf: [Float](repeating: 0, count: 64))
    from.withUnsafeMutableBufferPointer { from in
      to.withUnsafeMutableBufferPointer { to in
        run(
          kind, operations,
          [from, to].map {
            ck_operand(base: $0.baseAddress, step: columns, spread: Int32(CK_MATRIX.rawValue))
          })
      }
    }
  }

  /// Over operands with values of their own.
  func run(_ kind: Kind, _ operations: [ck_micro], _ operands: inout [ChainOperand]) {
    let copies = operands.map { operand in
      let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: operand.values.count)
      _ = buffer.initialize(from: operand.values)
      return buffer
    }
    run(
      kind, operations,
      zip(copies, operands).map {
        ck_operand(base: $0.baseAddress, step: $1.step, spread: Int32($1.spread.rawValue))
      })
    for (index, copy) in copies.enumerated() {
      operands[index].values = Array(copy)
      copy.deallocate()
    }
  }

  private func run(_ kind: Kind, _ operations: [ck_micro], _ operands: [ck_operand]) {
    let count = (Int(CK_REGISTERS) + 32) * Int(CK_STRIP)
    let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
    defer { raw.deallocate() }
    let registers = raw.bindMemory(to: Float.self, capacity: count)
    registers.initialize(repeating: .nan, count: count)
    operations.withUnsafeBufferPointer { operations in
      operands.withUnsafeBufferPointer { operands in
        var job = ck_chain(
          operations: operations.baseAddress, count: Int32(operations.count),
          operands: operands.baseAddress, operand_count: Int32(operands.count),
          rows: Int32(rows), columns: Int32(columns), registers: registers)
        kind.kernels.chain(&job)
      }
    }
  }
}
