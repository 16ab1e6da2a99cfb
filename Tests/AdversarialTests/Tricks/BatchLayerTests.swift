import Engine
import Testing

@testable import Adversarial

/// Layers that look beyond a row.
@Suite struct BatchLayerTests {
  private func read(_ body: (Graph) -> Tensor) -> [Float] {
    let graph = Graph()
    let tensor = body(graph)
    let program = Program(graph, outputs: [tensor])
    program.run(seed: 0, step: 0)
    return program.read(tensor)
  }

  /// √λ of WᵀW by two hundred plain power iterations in double precision.
  private func singularValue(_ matrix: [Double], rows: Int, columns: Int) -> Double {
    var v = (0..<columns).map { 1 + Double($0) / 3 }
    var norm = 0.0
    for _ in 0..<200 {
      let u = (0..<rows).map { row in
        (0..<columns).reduce(0.0) { $0 + matrix[row * columns + $1] * v[$1] }
      }
      v = (0..<columns).map { column in
        (0..<rows).reduce(0.0) { $0 + matrix[$1 * columns + column] * u[$1] }
      }
      norm = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
      v = v.map { $0 / norm }
    }
    return norm.squareRoot()
  }

  @Test(arguments: [(2, 5), (5, 2), (4, 4), (6, 1)])
  func `the largest singular value is what a long power iteration finds`(rows: Int, columns: Int) {
    let matrix = (0..<(rows * columns)).map { Double(($0 * 29) % 13) / 5 - 1.1 }
    let expected = singularValue(matrix, rows: rows, columns: columns)
    let found = read {
      largestSingularValue(of: $0.literal(matrix.map(Float.init), [rows, columns]))
    }
    #expect(abs(Double(found[0]) / expected - 1) < 1e-4, "\(found) for \(expected)")
  }

  @Test func `its gradient agrees with differences`() {
    let matrix = (0..<12).map { Double(($0 * 29) % 13) / 5 - 1.1 }
    let found = GradientCheck(order: 1).failures(at: [([4, 3], matrix)]) {
      [largestSingularValue(of: $0[0])]
    }
    #expect(found.isEmpty, "\(found)")
  }

  @Test func `the deviation of a batch is one feature more`() {
    let rows: [Float] = [1, 10, 3, 30]
    let found = read { MinibatchDeviation()($0.literal(rows, [2, 2]), []) }
    #expect(found == [1, 10, 5.5, 3, 30, 5.5])
  }

  @Test func `packs hold rows one after another, and a lone row stands with its company`() {
    let rows: [Float] = [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(read { Packing(2)($0.literal(rows, [4, 2]), []) } == rows)
    let alone = read {
      Packing(2).alone(
        $0.literal([1, 2, 3, 4], [2, 2]), [], in: $0.literal([9, 8, 0, 0], [2, 2]))
    }
    #expect(alone == [1, 2, 9, 8, 3, 4, 9, 8])
  }

  /// A row that is taken alone in the company of the others of its batch comes to the same.
  @Test func `minibatch discrimination alone in company is that of the batch`() {
    let rows: [Float] = [0.3, -0.2, 0.8, 0.5, -0.6, 0.1]
    let layer = MinibatchDiscrimination(
      features: 2, kernels: 2, depth: 3, batch: 3, .normal(deviation: 0.5))
    let kernel = (0..<12).map { Float(($0 * 7) % 5) / 5 - 0.4 }
    let whole = read {
      layer(
        $0.literal(rows, [3, 2]), [$0.literal(kernel, [2, 2, 3]), $0.literal([-1, -1], [2])])
    }
    let alone = read {
      layer.alone(
        $0.literal([0.3, -0.2], [1, 2]),
        [$0.literal(kernel, [2, 2, 3]), $0.literal([-1, -1], [2])],
        in: $0.literal([0.8, 0.5, -0.6, 0.1], [2, 2]))
    }
    #expect(zip(whole.prefix(4), alone).allSatisfy { abs($0 - $1) < 1e-6 }, "\(whole) \(alone)")
  }

  /// The independence test of §4.3: a neighbour more or less changes nothing.
  @Test(arguments: Normalized.Kind.allCases)
  func `a row's output depends on its neighbours under batch norm alone`(kind: Normalized.Kind) {
    let network = Network(
      [Dense(2, 3, .zeros), Normalized(3, kind), Activation.tanh],
      company: kind == .batch ? nil : .noise(rows: 8, columns: 2))
    func first(_ rows: [Float]) -> [Float] {
      let all = read { graph in
        network(
          graph.literal(rows, [rows.count / 2, 2]),
          [
            graph.literal([0.4, -0.7, 1.2, 0.9, 0.3, -0.5], [2, 3]),
            graph.literal([0.1, 0, -0.2], [3]), graph.literal([1, 1, 1], [3]),
            graph.literal([0, 0, 0], [3]),
          ])
      }
      return Array(all.prefix(3))
    }
    let (few, other) = (first([0.5, -1, 2, 1]), first([0.5, -1, -3, 0.2, 0.7, 0.9]))
    #expect((few == other) == (kind != .batch), "\(few) \(other)")
  }
}
