import Engine
import Testing

/// Runs a program of a random graph for some steps; the outputs and inputs of each.
private func results(_ example: RandomGraph, threads: Int, steps: Int) -> [[[Float]]] {
  let program = Program(
    example.graph, outputs: example.outputs, updates: example.updates, threads: threads)
  for (tensor, values) in example.inputs { program.write(values, to: tensor) }
  let pool = WorkerPool(threads: threads)
  let read = example.outputs + example.inputs.map(\.tensor).filter(program.uses)
  return (0..<steps).map { step in
    program.run(seed: 3, step: UInt32(step), on: pool)
    return read.map(program.read)
  }
}

private func bits(_ results: [[[Float]]]) -> [UInt32] {
  results.joined().joined().map(\.bitPattern)
}

@Suite struct Programs {
  @Test(arguments: 0..<120)
  func `a program agrees with the interpreter, also on the inputs it has updated`(_ seed: Int) {
    let example = RandomGraph(
      seed: seed, rows: [3, 8, 17, 1][seed % 4], operations: 12 + seed % 30)
    #expect(example.graph.check() == nil)
    let program = Program(example.graph, outputs: example.outputs, updates: example.updates)
    for (tensor, values) in example.inputs { program.write(values, to: tensor) }
    var state = example.inputs.map { ($0.tensor, $0.values.map(Double.init)) }
    for step in 0..<UInt32(2) {
      program.run(seed: 3, step: step)
      var interpreter = Interpreter(example.graph, inputs: state, seed: 3, step: step)
      // An output that is an input shows its new value: below.
      for output in example.outputs where !program.uses(output) {
        let exact = interpreter.value(of: output)
        #expect(agrees(program.read(output), exact), "output of shape \(output.shape)")
      }
      for (input, value) in example.newValues {
        let tensor = example.inputs[input].tensor
        let exact = interpreter.value(of: value)
        #expect(agrees(program.read(tensor), exact), "input of shape \(tensor.shape)")
        state[input].1 = program.read(tensor).map(Double.init)
      }
    }
  }

  private func agrees(_ single: [Float], _ double: [Double]) -> Bool {
    guard single.count == double.count else { return false }
    let scale = double.reduce(1) { max($0, abs($1)) }
    return zip(single, double).allSatisfy { abs(Double($0) - $1) <= 2e-4 * scale }
  }

  @Test(arguments: 0..<10)
  func `one, two and three threads give the same bits`(_ seed: Int) {
    // Rows enough to be cut into tiles.
    let example = RandomGraph(seed: 500 + seed, rows: 600 + 37 * seed, operations: 45)
    let alone = bits(results(example, threads: 1, steps: 3))
    #expect(alone == bits(results(example, threads: 1, steps: 3)), "repeated")
    #expect(alone == bits(results(example, threads: 2, steps: 3)), "two threads")
    #expect(alone == bits(results(example, threads: 3, steps: 3)), "three threads")
  }

  @Test func `a tiled network agrees with the interpreter`() {
    let example = Network(batch: 300)
    let program = Program(example.graph, outputs: [example.cost] + example.slopes, threads: 2)
    #expect(program.summary.contains("rows in tiles"))
    for (tensor, values) in example.inputs { program.write(values, to: tensor) }
    program.run(seed: 1, step: 4, on: WorkerPool(threads: 2))
    var interpreter = Interpreter(
      example.graph, inputs: example.inputs.map { ($0.0, $0.1.map(Double.init)) }, seed: 1, step: 4)
    for tensor in [example.cost] + example.slopes {
      #expect(agrees(program.read(tensor), interpreter.value(of: tensor)))
    }
  }

  @Test func `a program that depends on no input runs`() {
    let graph = Graph()
    let x = graph.input("x", [2])
    let program = Program(graph, outputs: [graph.literal([1, 2], [2]), graph.constant(3)])
    program.run(seed: 0, step: 0)
    #expect(!program.uses(x))
    program.write([4, 5], to: x)
    #expect(program.read(graph.constant(3)) == [3])
  }
}

/// A network of two layers on noise, wide enough to be tiled.
struct Network {
  let graph = Graph()
  let inputs: [(Tensor, [Float])]
  let cost: Tensor
  let slopes: [Tensor]

  init(batch: Int) {
    var numbers = Numbers(seed: 1)
    let shapes: [Shape] = [[24, 72], [72], [72, 40], [40], [40, 2], [2]]
    let graph = self.graph
    inputs = shapes.map { shape in
      (graph.input("w\(shape)", shape), numbers.floats(shape.count).map { $0 * 0.2 })
    }
    let weights = inputs.map(\.0)
    let noise = graph.random(.normal, [batch, 24], stream: 1)
    let hidden = (noise.product(weights[0]) + weights[1]).tanh()
    let top = (hidden.product(weights[2]) + weights[3]).relu()
    let result = top.product(weights[4]) + weights[5]
    cost = result.softplus().mean()
    slopes = gradient(of: cost, for: weights)
  }
}
