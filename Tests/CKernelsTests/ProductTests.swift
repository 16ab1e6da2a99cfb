import CKernels
import Testing

/// A product with strides, and what it must give.
private struct Example {
  var rows: Int
  var columns: Int
  var inner: Int
  var isTransposed = false
  /// Floats between neighbours of A along the contiguous axis: more than one has no fast form.
  var spacing = 1
  var initial = Initial.none

  enum Initial: CaseIterable { case none, row, matrix, result }

  var aSlow: Int { (isTransposed ? rows : inner) * spacing + 3 }
  var aRow: Int { isTransposed ? spacing : aSlow }
  var aInner: Int { isTransposed ? aSlow : spacing }
  var bRow: Int { columns + 5 }
  var cRow: Int { columns + 2 }

  /// The result's buffer by kernel and by plain loops, canaries around it included.
  func run(_ kind: Kind, seed: UInt64, poison: Float? = nil) -> (got: [Float], expected: [Float]) {
    var numbers = Numbers(seed: seed)
    var a = numbers.floats((isTransposed ? inner : rows) * aSlow + 64)
    let b = numbers.floats(inner * bRow + 64)
    let start = numbers.floats(rows * cRow + 64)
    if let poison { a[(rows / 2) * aRow + (inner / 2) * aInner] = poison }
    var c = [Float](repeating: canary, count: rows * cRow + 64)
    if initial == .result {
      for i in 0..<rows { for j in 0..<columns { c[i * cRow + j] = start[i * cRow + j] } }
    }
    var expected = c
    for i in 0..<rows {
      for j in 0..<columns {
        var sum: Float =
          switch initial {
          case .none: 0
          case .row: start[j]
          case .matrix, .result: start[i * cRow + j]
          }
        for k in 0..<inner {
          sum = kind.multiplyAdd(a[i * aRow + k * aInner], b[k * bRow + j], sum)
        }
        expected[i * cRow + j] = sum
      }
    }
    run(kind.kernels, a, b, start, &c)
    return (c, expected)
  }

  private func run(
    _ kernels: ck_kernels, _ a: [Float], _ b: [Float], _ start: [Float], _ c: inout [Float]
  ) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        start.withUnsafeBufferPointer { start in
          c.withUnsafeMutableBufferPointer { c in
            let first: UnsafePointer<Float>? =
              switch initial {
              case .none: nil
              case .row, .matrix: start.baseAddress
              case .result: UnsafePointer(c.baseAddress)
              }
            var job = ck_product(
              a: a.baseAddress, a_row: aRow, a_inner: aInner, b: b.baseAddress, b_row: bRow,
              c: c.baseAddress, c_row: cRow, initial: first,
              initial_row: initial == .row ? 0 : cRow, rows: Int32(rows),
              columns: Int32(columns), inner: Int32(inner))
            kernels.product(&job)
          }
        }
      }
    }
  }
}

@Suite struct Products {
  @Test(arguments: Kind.all)
  func `every small size has the stated chain of sums`(_ kind: Kind) {
    for rows in 1...14 {
      for columns in 1...18 {
        for isTransposed in [false, true] {
          let example = Example(
            rows: rows, columns: columns, inner: 1 + (rows * columns) % 7,
            isTransposed: isTransposed,
            initial: Example.Initial.allCases[(rows + columns) % 4])
          let (got, expected) = example.run(kind, seed: UInt64(rows * 100 + columns))
          #expect(bits(got) == bits(expected), "\(example)")
        }
      }
    }
  }

  @Test(arguments: Kind.all)
  func `wide, tall and deep products have the stated chain of sums`(_ kind: Kind) {
    let sizes = [
      (1, 130, 70), (2, 65, 300), (3, 33, 129), (7, 257, 5), (50, 8, 511), (97, 7, 385),
      (70, 3, 400), (64, 1, 129), (13, 40, 1023), (48, 128, 2), (5, 5, 0),
    ]
    for (rows, columns, inner) in sizes {
      for initial in Example.Initial.allCases {
        for isTransposed in [false, true] {
          let example = Example(
            rows: rows, columns: columns, inner: inner, isTransposed: isTransposed,
            initial: initial)
          let (got, expected) = example.run(kind, seed: UInt64(rows + inner))
          #expect(bits(got) == bits(expected), "\(example)")
        }
      }
    }
  }

  @Test(arguments: Kind.all)
  func `both strides of the first factor are free`(_ kind: Kind) {
    for isTransposed in [false, true] {
      let example = Example(
        rows: 11, columns: 21, inner: 9, isTransposed: isTransposed, spacing: 3, initial: .matrix)
      let (got, expected) = example.run(kind, seed: 5)
      #expect(bits(got) == bits(expected))
    }
  }

  @Test(arguments: Kind.all, [Float.nan, .infinity, -.infinity])
  func `what is not finite reaches its row and no other`(_ kind: Kind, _ poison: Float) {
    for columns in [3, 20] {
      for isTransposed in [false, true] {
        let example = Example(rows: 9, columns: columns, inner: 5, isTransposed: isTransposed)
        let (got, expected) = example.run(kind, seed: 9, poison: poison)
        #expect(bits(got) == bits(expected), "\(example)")
        #expect(!got[4 * example.cRow].isFinite)
        #expect(got[3 * example.cRow].isFinite)
      }
    }
  }

  @Test(arguments: Kind.all)
  func `no rows or no columns write nothing`(_ kind: Kind) {
    for (rows, columns) in [(0, 4), (4, 0)] {
      let (got, expected) = Example(rows: rows, columns: columns, inner: 3).run(kind, seed: 1)
      #expect(bits(got) == bits(expected))
    }
  }
}
