import CKernels
import Testing

/// Operations whose exact result one line of Swift gives.
private let arithmetic: [(ck_operation, @Sendable (Kind, Float, Float, Float) -> Float)] = [
  (CK_COPY, { _, a, _, _ in a }),
  (CK_NEGATE, { _, a, _, _ in -a }),
  (CK_ADD, { _, a, b, _ in a + b }),
  (CK_SUBTRACT, { _, a, b, _ in a - b }),
  (CK_MULTIPLY, { _, a, b, _ in a * b }),
  (CK_DIVIDE, { _, a, b, _ in a / b }),
  (CK_MAXIMUM, { _, a, b, _ in a.isNaN || b.isNaN ? .nan : a > b ? a : b }),
  (CK_GREATER, { _, a, b, _ in a > b ? 1 : 0 }),
  (CK_SELECT, { _, a, b, c in a != 0 ? b : c }),
  (CK_FMA, { $0.multiplyAdd($1, $2, $3) }),
  (CK_FNMA, { $0.multiplyAdd(-$1, $2, $3) }),
  (CK_FMS, { $0.multiplyAdd($1, $2, -$3) }),
  (CK_SQRT, { _, a, _, _ in a.squareRoot() }),
]

private let spreads = [CK_MATRIX, CK_ROW, CK_COLUMN, CK_SCALAR]
private let sizes = [
  (1, 1), (1, 7), (1, 600), (5, 1), (700, 1), (3, 2), (300, 3), (7, 5), (2, 8), (9, 9), (4, 128),
  (5, 130), (3, 513), (2, 1100), (40, 16),
]

@Suite struct Chains {
  @Test(arguments: Kind.all)
  func `every operation meets its definition under every spread`(_ kind: Kind) {
    var numbers = Numbers(seed: 3)
    for (operation, definition) in arithmetic {
      for (index, (rows, columns)) in sizes.enumerated() {
        for spread in spreads {
          let step = columns + [0, 3, 8][index % 3]
          var operands = [CK_MATRIX, spread, spreads[index % 4], CK_MATRIX].map {
            ChainOperand($0, rows: rows, columns: columns, step: step, &numbers)
          }
          let given = operands
          Chain(rows: rows, columns: columns).run(
            kind, [ck_micro(operation, to: 3, 0, 1, 2)], &operands)
          let pairs = (0..<rows).flatMap { i in
            (0..<columns).map { j in
              (
                operands[3].value(i, j),
                definition(
                  kind, given[0].value(i, j), given[1].value(i, j), given[2].value(i, j))
              )
            }
          }
          #expect(
            bits(pairs.map(\.0)) == bits(pairs.map(\.1)),
            "operation \(operation.rawValue), \(rows) × \(columns), spread \(spread.rawValue)")
        }
      }
    }
  }

  @Test(arguments: Kind.all)
  func `several operations pass through registers and may overwrite what they read`(_ kind: Kind) {
    // r0 = x·row; y = r0 + column; x = tanh-free: x − y, written over x.
    for (rows, columns) in sizes {
      var numbers = Numbers(seed: UInt64(rows + columns))
      let step = columns + 1
      var operands = [CK_MATRIX, CK_ROW, CK_COLUMN, CK_MATRIX].map {
        ChainOperand($0, rows: rows, columns: columns, step: step, &numbers)
      }
      let given = operands
      let first = UInt16(CK_REGISTERS)
      let operations = [
        ck_micro(
          operation: UInt16(CK_MULTIPLY.rawValue), destination: 0, a: first, b: first + 1,
          c: first, d: first),
        ck_micro(
          operation: UInt16(CK_ADD.rawValue), destination: first + 3, a: 0, b: first + 2, c: 0,
          d: 0),
        ck_micro(
          operation: UInt16(CK_SUBTRACT.rawValue), destination: first, a: first, b: first + 3,
          c: first, d: first),
      ]
      Chain(rows: rows, columns: columns).run(kind, operations, &operands)
      for i in 0..<rows {
        for j in 0..<columns {
          let x = given[0].value(i, j)
          let y = x * given[1].value(i, j) + given[2].value(i, j)
          guard operands[3].value(i, j) == y, operands[0].value(i, j) == x - y else {
            Issue.record("(\(i), \(j)) of \(rows) × \(columns)")
            return
          }
        }
      }
    }
  }

  @Test(arguments: Kind.all)
  func `nothing outside the destination is written`(_ kind: Kind) {
    for (rows, columns) in sizes {
      var numbers = Numbers(seed: 1)
      let step = columns + 4
      var operands = [CK_MATRIX, CK_MATRIX].map {
        ChainOperand($0, rows: rows, columns: columns, step: step, &numbers)
      }
      let given = operands
      Chain(rows: rows, columns: columns).run(kind, [ck_micro(CK_NEGATE, to: 1, 0)], &operands)
      #expect(bits(operands[0].values) == bits(given[0].values))
      let end = (rows - 1) * step + columns
      #expect(bits(Array(operands[1].values[end...])) == bits(Array(given[1].values[end...])))
    }
  }

  @Test(arguments: Kind.all)
  func `a value does not depend on where in the strip it stands`(_ kind: Kind) {
    var numbers = Numbers(seed: 8)
    let values = numbers.floats(1_500)
    for operation in [CK_EXP, CK_TANH, CK_SIGMOID, CK_SOFTPLUS, CK_SIN, CK_LOG] {
      let whole = apply(operation, kind, values)
      for start in [1, 6, 700, 1_493] {
        let part = apply(operation, kind, Array(values[start...].prefix(7)))
        #expect(bits(part) == bits(Array(whole[start...].prefix(7))))
      }
    }
  }
}
