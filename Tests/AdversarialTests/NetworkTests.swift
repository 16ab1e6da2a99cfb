import Engine
import Testing

@testable import Adversarial

/// The output of a network whose parameters are all given, on one batch.
private func output(
  _ network: Network, _ batch: [Float], _ shape: Shape, _ parameters: [[Float]]
) -> [Float] {
  let graph = Graph()
  let x = graph.literal(batch, shape)
  let values = zip(network.parameters, parameters).map { graph.literal($1, $0.shape) }
  let y = network(x, values)
  let program = Program(graph, outputs: [y])
  program.run(seed: 0, step: 0)
  return program.read(y)
}

@Suite struct NetworkTests {
  @Test func `a dense layer multiplies and adds its bias`() {
    let network = Network([Dense(2, 3, .zeros)])
    let y = output(network, [1, 2, 3, 4], [2, 2], [[1, 0, 2, 0, 1, 3], [10, 20, 30]])
    #expect(y == [11, 22, 38, 13, 24, 48])
  }

  @Test func `maxout takes the largest piece of each unit`() {
    let network = Network([Maxout(pieces: 3)])
    #expect(output(network, [1, 8, 5, 2, 3, 4], [1, 6], []) == [5, 8])
  }

  @Test func `parameters are named by layer and kept in order`() {
    let network = Network([Scale(0.5), Dense(2, 4, .he), Activation.relu, Dense(4, 1, .zeros)])
    #expect(network.parameters.map(\.name) == ["1.weights", "1.bias", "3.weights", "3.bias"])
    #expect(network.parameters[2].shape == [4, 1])
  }

  @Test func `activations are what they say`() {
    let points: [Float] = [-2, -0.5, 0.5, 2]
    #expect(output(Network([Activation.relu]), points, [4, 1], []) == [0, 0, 0.5, 2])
    #expect(output(Network([Activation.leakyRelu]), points, [4, 1], []) == [-0.4, -0.1, 0.5, 2])
    #expect(output(Network([Activation.identity]), points, [4, 1], []) == points)
  }
}
