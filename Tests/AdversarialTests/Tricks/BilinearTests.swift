import Engine
import Testing

@testable import Adversarial

/// Optimizers and consensus on V = xy from (1, 0), where x descends and y ascends at once: the
/// radius after n steps in closed form.
@Suite struct BilinearTests {
  /// √(x² + y²) after some steps of size `rate`.
  private func radius(
    _ optimizer: Optimizer, consensus: Float = 0, rate: Float, steps: Int
  ) -> Double {
    let graph = Graph()
    let (x, y) = (graph.input("x", .scalar), graph.input("y", .scalar))
    let arrays = optimizer.arrays.map { name in ["x", "y"].map { graph.input(name + $0, .scalar) } }
    let value = x * y
    let slopes = Consensus(weight: consensus)(
      [gradient(of: value, for: [x])[0], -gradient(of: value, for: [y])[0]], at: [x, y])
    let (moved, state) = optimizer.updated(
      [x, y], by: slopes, state: OptimizerState(arrays: arrays, scalars: []),
      rates: .init(
        learningRate: graph.constant(rate), beta1: graph.constant(0), beta2: graph.constant(0),
        epsilon: graph.constant(0)))
    let inputs = [x, y] + arrays.joined()
    let program = Program(
      graph, outputs: moved,
      updates: Array(zip(inputs, moved + state.arrays.joined())).map {
        (input: $0.0, value: $0.1)
      })
    program.write([1], to: x)
    program.write([0], to: y)
    // The gradient before the first step counts as the first: (y, −x) = (0, −1).
    for array in arrays {
      program.write([0], to: array[0])
      program.write([-1], to: array[1])
    }
    for step in 0..<steps { program.run(seed: 0, step: UInt32(step)) }
    let (a, b) = (Double(program.read(moved[0])[0]), Double(program.read(moved[1])[0]))
    return (a * a + b * b).squareRoot()
  }

  @Test func `simultaneous steps spiral out`() {
    #expect(abs(radius(.gradientDescent, rate: 0.1, steps: 100) - 1.6446) < 1e-3)
  }

  @Test func `optimistic steps spiral in`() {
    #expect(abs(radius(.optimisticDescent, rate: 0.1, steps: 100) - 0.60810) < 1e-3)
    #expect(abs(radius(.optimisticDescent, rate: 0.01, steps: 1_000) - 0.95132) < 1e-3)
  }

  @Test func `consensus goes to the middle`() {
    let found = radius(.gradientDescent, consensus: 1, rate: 0.1, steps: 100)
    #expect(abs(found / 4.906e-5 - 1) < 1e-2, "\(found)")
  }
}
