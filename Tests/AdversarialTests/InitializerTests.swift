import Engine
import Testing

@testable import Adversarial

@Suite struct InitializerTests {
  @Test(arguments: [[5, 3], [3, 5], [4, 4]])
  func `orthogonal weights are orthonormal along the shorter side`(extents: [Int]) {
    let shape = Shape(extents)
    let values = Initializer.orthogonal(gain: 2).values(shape, seed: 3, stream: 1)
    let (rows, columns) = (extents[0], extents[1])
    let count = min(rows, columns)
    func entry(_ vector: Int, _ element: Int) -> Float {
      rows <= columns ? values[vector * columns + element] : values[element * columns + vector]
    }
    for first in 0..<count {
      for second in 0..<count {
        let inner = (0..<max(rows, columns)).reduce(Float(0)) {
          $0 + entry(first, $1) * entry(second, $1)
        }
        #expect(abs(inner - (first == second ? 4 : 0)) < 1e-5)
      }
    }
  }

  @Test func `he weights have the variance that rectified layers need`() {
    let values = Initializer.he.values([200, 100], seed: 3, stream: 1)
    let variance = values.reduce(Float(0)) { $0 + $1 * $1 } / Float(values.count)
    #expect(abs(variance - 0.01) < 0.0005)
  }

  @Test func `uniform weights fill their interval`() {
    let values = Initializer.uniform.values([16, 500], seed: 3, stream: 1)
    #expect(values.allSatisfy { abs($0) <= 0.25 })
    #expect(values.contains { $0 > 0.24 } && values.contains { $0 < -0.24 })
  }

  @Test func `the seed and the stream decide`() {
    let first = Initializer.he.values([4, 4], seed: 1, stream: 1)
    #expect(first == Initializer.he.values([4, 4], seed: 1, stream: 1))
    #expect(first != Initializer.he.values([4, 4], seed: 2, stream: 1))
    #expect(first != Initializer.he.values([4, 4], seed: 1, stream: 2))
  }
}
