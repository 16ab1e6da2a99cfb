import CKernels
import Testing

private let sizes = [(1, 1), (3, 5), (4, 8), (5, 9), (9, 31), (33, 40), (7, 100), (130, 3)]

@Suite struct Reductions {
  @Test(arguments: Kind.all)
  func `columns are summed in eight lanes`(_ kind: Kind) {
    for (rows, columns) in sizes {
      var numbers = Numbers(seed: 2)
      let step = columns + 3
      let from = numbers.floats(rows * step + 64)
      var to = [Float](repeating: canary, count: 2 * rows + 1)
      kind.kernels.sum_columns(from, step, Int32(rows), Int32(columns), &to, 2)
      for row in 0..<rows {
        var lane = [Float](repeating: 0, count: 8)
        for column in 0..<columns { lane[column % 8] += from[row * step + column] }
        #expect(to[2 * row] == joined(lane))
        #expect(to[2 * row + 1].bitPattern == canary.bitPattern)
      }
    }
  }

  @Test(arguments: Kind.all)
  func `rows are summed in order`(_ kind: Kind) {
    for (rows, columns) in sizes {
      var numbers = Numbers(seed: 4)
      let step = columns + 1
      let from = numbers.floats(rows * step + 64)
      var to = [Float](repeating: canary, count: columns + 1)
      kind.kernels.sum_rows(from, step, Int32(rows), Int32(columns), &to)
      let expected = (0..<columns).map { column in
        (0..<rows).reduce(Float(0)) { $0 + from[$1 * step + column] }
      }
      #expect(bits(to) == bits(expected + [canary]))
    }
  }

  @Test(arguments: Kind.all)
  func `the largest of each row is found, and a NaN wins`(_ kind: Kind) {
    for (rows, columns) in sizes {
      var numbers = Numbers(seed: 6)
      let step = columns + 2
      var from = numbers.floats(rows * step + 64)
      from[(rows / 2) * step + columns / 2] = .nan
      var to = [Float](repeating: canary, count: rows + 1)
      kind.kernels.maximum_columns(from, step, Int32(rows), Int32(columns), &to, 1)
      for row in 0..<rows {
        let values = from[(row * step)..<(row * step + columns)]
        let expected = row == rows / 2 ? Float.nan : values.max() ?? .nan
        #expect(bits([to[row]]) == bits([expected]))
      }
      #expect(to[rows].bitPattern == canary.bitPattern)
    }
  }

  @Test(arguments: Kind.all)
  func `transposing moves every element and nothing else`(_ kind: Kind) {
    for (rows, columns) in sizes {
      var numbers = Numbers(seed: 7)
      let (step, toStep) = (columns + 2, rows + 3)
      let from = numbers.floats((rows + 8) * step + 64)
      var to = [Float](repeating: canary, count: columns * toStep + 16)
      var expected = to
      for i in 0..<rows {
        for j in 0..<columns { expected[j * toStep + i] = from[i * step + j] }
      }
      kind.kernels.transpose(from, step, Int32(rows), Int32(columns), &to, toStep)
      #expect(bits(to) == bits(expected))
    }
  }
}

extension ck_walk {
  fileprivate init(_ extents: [Int], _ from: [Int], _ to: [Int]) {
    self.init()
    rank = Int32(extents.count)
    withUnsafeMutableBytes(of: &self.extents) { raw in
      for (axis, extent) in extents.enumerated() {
        raw.bindMemory(to: Int32.self)[axis] = Int32(extent)
      }
    }
    withUnsafeMutableBytes(of: &self.from) { raw in
      for (axis, stride) in from.enumerated() { raw.bindMemory(to: Int.self)[axis] = stride }
    }
    withUnsafeMutableBytes(of: &self.to) { raw in
      for (axis, stride) in to.enumerated() { raw.bindMemory(to: Int.self)[axis] = stride }
    }
  }
}

@Suite struct Walks {
  private let from = (0..<60).map { Float(($0 * 37) % 61) - 30 }

  @Test func `a copy follows both strides`() {
    // [3, 4, 5] to [5, 3, 4].
    var walk = ck_walk([5, 3, 4], [1, 20, 5], [12, 4, 1])
    var to = [Float](repeating: canary, count: 61)
    ck_copy(&walk, from, &to)
    for (index, value) in to.prefix(60).enumerated() {
      let (k, i, j) = (index / 12, index / 4 % 3, index % 4)
      #expect(value == from[i * 20 + j * 5 + k])
    }
    #expect(to[60].bitPattern == canary.bitPattern)
  }

  @Test func `a copy of stride zero repeats, and no extent is one element`() {
    var repeated = [Float](repeating: 0, count: 6)
    var walk = ck_walk([2, 3], [1, 0], [3, 1])
    ck_copy(&walk, [4, 7], &repeated)
    #expect(repeated == [4, 4, 4, 7, 7, 7])
    var single: [Float] = [0]
    var none = ck_walk([], [], [])
    ck_copy(&none, [9], &single)
    #expect(single == [9])
  }

  @Test func `sums and maxima over inner axes go in the walk's order`() {
    var outer = ck_walk([4], [5], [1])
    var inner = ck_walk([3, 5], [20, 1], [0, 0])
    var sums = [Float](repeating: canary, count: 5)
    var largest = sums
    ck_sum(&outer, &inner, from, &sums)
    ck_maximum(&outer, &inner, from, &largest)
    for j in 0..<4 {
      let values = (0..<3).flatMap { i in (0..<5).map { k in from[i * 20 + j * 5 + k] } }
      #expect(sums[j] == values.reduce(0, +))
      #expect(largest[j] == values.max())
    }
    #expect(sums[4].bitPattern == canary.bitPattern)
  }

  @Test func `a NaN is the largest`() {
    var outer = ck_walk([], [], [])
    var inner = ck_walk([3], [1], [0])
    var largest: [Float] = [0]
    ck_maximum(&outer, &inner, [1, .nan, 5], &largest)
    #expect(largest[0].isNaN)
  }
}
