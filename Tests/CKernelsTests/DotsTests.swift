import CKernels
import Testing

/// Inner products by kernel and by the eight lanes of the contract.
private func run(
  _ kind: Kind, rows: Int, columns: Int, inner: Int, contiguous: Bool, initial: Bool?
) -> (got: [Float], expected: [Float]) {
  var numbers = Numbers(seed: UInt64(rows * 31 + columns * 7 + inner))
  let (aRow, cRow) = (inner + 3, columns + 1)
  let (bInner, bColumn) = contiguous ? (1, inner + 2) : (columns + 3, 1)
  let a = numbers.floats(rows * aRow + 64)
  let b = numbers.floats(contiguous ? columns * bColumn + 64 : inner * bInner + 64)
  let start = numbers.floats(rows * cRow + 64)
  var c = [Float](repeating: canary, count: rows * cRow + 16)
  var expected = c
  for i in 0..<rows {
    for j in 0..<columns {
      var lane = [Float](repeating: 0, count: 8)
      for k in 0..<inner {
        lane[k % 8] = kind.multiplyAdd(
          a[i * aRow + k], b[j * bColumn + k * bInner], lane[k % 8])
      }
      // `initial`: nil has none, false is a bias row, true a matrix.
      let sum = joined(lane)
      expected[i * cRow + j] = initial.map { start[($0 ? i * cRow : 0) + j] + sum } ?? sum
    }
  }
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      start.withUnsafeBufferPointer { start in
        c.withUnsafeMutableBufferPointer { c in
          var job = ck_dots(
            a: a.baseAddress, a_row: aRow, b: b.baseAddress, b_inner: bInner, b_column: bColumn,
            c: c.baseAddress, c_row: cRow, initial: initial == nil ? nil : start.baseAddress,
            initial_row: initial == true ? cRow : 0, rows: Int32(rows), columns: Int32(columns),
            inner: Int32(inner))
          kind.kernels.dots(&job)
        }
      }
    }
  }
  return (c, expected)
}

@Suite struct Dots {
  @Test(arguments: Kind.all, [true, false])
  func `sums come in eight lanes, joined as stated`(_ kind: Kind, _ contiguous: Bool) {
    for columns in 1...8 {
      for rows in [1, 2, 5, 9, 33, 70] {
        for inner in [1, 7, 8, 9, 31, 128, 513, 1030] {
          let initial: Bool? = inner % 3 == 0 ? nil : inner % 2 == 0
          let (got, expected) = run(
            kind, rows: rows, columns: columns, inner: inner, contiguous: contiguous,
            initial: initial)
          #expect(bits(got) == bits(expected), "\(rows) × \(columns) × \(inner)")
        }
      }
    }
  }
}
