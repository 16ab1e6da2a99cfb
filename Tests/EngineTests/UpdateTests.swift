import Engine
import Testing

@Suite struct Updates {
  /// Runs a program that only updates, and returns the inputs after each step.
  private func run(
    _ graph: Graph, _ updates: [(input: Tensor, value: Tensor)], _ inputs: [(Tensor, [Float])],
    steps: Int = 1
  ) -> [[Float]] {
    let program = Program(graph, outputs: [], updates: updates)
    for (tensor, values) in inputs { program.write(values, to: tensor) }
    for step in 0..<steps { program.run(seed: 0, step: UInt32(step)) }
    return inputs.map { program.read($0.0) }
  }

  @Test func `two inputs change places`() {
    let graph = Graph()
    let (a, b) = (graph.input("a", [2, 3]), graph.input("b", [2, 3]))
    let (x, y): ([Float], [Float]) = ([1, 2, 3, 4, 5, 6], [-1, -2, -3, -4, -5, -6])
    #expect(run(graph, [(a, b), (b, a)], [(a, x), (b, y)]) == [y, x])
    #expect(run(graph, [(a, b), (b, a)], [(a, x), (b, y)], steps: 2) == [x, y])
  }

  @Test func `three inputs move round`() {
    let graph = Graph()
    let inputs = (0..<3).map { graph.input("x\($0)", [9]) }
    let values = (0..<3).map { [Float](repeating: Float($0), count: 9) }
    let updates = (0..<3).map { (input: inputs[$0], value: inputs[($0 + 1) % 3]) }
    #expect(
      run(graph, updates, Array(zip(inputs, values))) == [values[1], values[2], values[0]])
  }

  @Test(arguments: [1, 3, 8, 130])
  func `every update reads the old values`(_ columns: Int) {
    let graph = Graph()
    let (a, b) = (graph.input("a", [4, columns]), graph.input("b", [4, columns]))
    let updates = [(input: a, value: a * b + 1), (input: b, value: a - b * 2)]
    let x = (0..<(4 * columns)).map { Float($0 % 7) }
    let y = (0..<(4 * columns)).map { Float($0 % 5) - 2 }
    let expected = [
      zip(x, y).map { $0 * $1 + 1 }, zip(x, y).map { $0 - $1 * 2 },
    ]
    #expect(run(graph, updates, [(a, x), (b, y)]) == expected)
  }

  @Test func `a chain of old and new values`() {
    // c takes the new b, which takes the new a; d the old ones of all.
    let graph = Graph()
    let inputs = ["a", "b", "c", "d"].map { graph.input($0, [3, 9]) }
    let newA = inputs[0] + 1
    let newB = inputs[1] + newA
    let newC = inputs[2] * newB
    let old = inputs[0] + inputs[1] + inputs[2]
    let updates = [(inputs[0], newA), (inputs[1], newB), (inputs[2], newC), (inputs[3], old)]
      .map { (input: $0.0, value: $0.1) }
    let got = run(
      graph, updates, inputs.enumerated().map { ($1, [Float](repeating: Float($0 + 1), count: 27)) }
    )
    #expect(got.map { $0[13] } == [2, 4, 12, 6])
    #expect(got.allSatisfy { values in values.allSatisfy { $0 == values[0] } })
  }

  @Test func `an old value that a product or a sum reads is still there`() {
    let graph = Graph()
    let (w, x) = (graph.input("w", [3, 3]), graph.input("x", [3]))
    let identity = graph.literal([1, 0, 0, 0, 1, 0, 0, 0, 1], [3, 3])
    let total = w.sum([0]).reshaped([3])
    let moved = w.product(identity) + w.transposed()
    let values: [Float] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    let got = run(
      graph, [(w, w * 2), (x, total + moved.sum([0]).reshaped([3]))],
      [(w, values), (x, [0, 0, 0])])
    #expect(got[0] == values.map { $0 * 2 })
    #expect(got[1] == [30, 45, 60])
  }

  @Test func `one value for two inputs, a constant, and a row spread over rows`() {
    let graph = Graph()
    let (a, b, c) = (
      graph.input("a", [2, 9]), graph.input("b", [2, 9]), graph.input("c", [2, 9])
    )
    let row = graph.input("row", [9])
    let same = a + 1
    let updates = [
      (input: a, value: same), (input: b, value: same),
      (input: c, value: row.broadcast(to: [2, 9])),
    ]
    let zeros = [Float](repeating: 0, count: 18)
    let ramp = (0..<9).map(Float.init)
    let got = run(graph, updates, [(a, zeros), (b, zeros), (c, zeros), (row, ramp)])
    #expect(got[0] == zeros.map { $0 + 1 })
    #expect(got[1] == got[0])
    #expect(got[2] == ramp + ramp)
  }

  @Test func `an output shows what the run computed, and an input its new value`() {
    let graph = Graph()
    let x = graph.input("x", [2])
    let doubled = x * 2
    let program = Program(graph, outputs: [doubled], updates: [(x, doubled + 1)])
    program.write([1, 2], to: x)
    program.run(seed: 0, step: 0)
    #expect(program.read(doubled) == [2, 4])
    #expect(program.read(x) == [3, 5])
  }
}
