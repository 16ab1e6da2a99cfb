import Engine
import Testing

@testable import Adversarial

/// What every cost and penalty of the folders keeps.
@Suite struct CostContractTests {
  private static let real: [Double] = [1.3, -0.4, 0.7, 2.1]
  private static let fake: [Double] = [-0.9, 0.6, -1.7, 0.2]

  @Test(arguments: DiscriminatorCost.all)
  func `the gradient of D's cost agrees with differences`(cost: DiscriminatorCost) {
    let found = GradientCheck(order: 2).failures(
      at: [([4, 1], Self.real), ([4, 1], Self.fake), (.scalar, [0.9]), (.scalar, [0.1])]
    ) {
      [cost.cost(.init(real: $0[0], generated: $0[1], realTarget: $0[2], generatedTarget: $0[3]))]
    }
    #expect(found.isEmpty, "\(cost): \(found)")
  }

  @Test(arguments: GeneratorCost.all)
  func `the gradient of G's cost agrees with differences`(cost: GeneratorCost) {
    let found = GradientCheck(order: 2).failures(
      at: [([4, 1], Self.real), ([4, 1], Self.fake), (.scalar, [0.7])]
    ) { [cost.cost(.init(real: $0[0], generated: $0[1], discriminatorCost: $0[2]))] }
    #expect(found.isEmpty, "\(cost): \(found)")
  }

  /// D's weights are the targets: the penalty's own gradient is of second order.
  @Test(arguments: Penalty.all)
  func `the gradient of a penalty agrees with differences`(penalty: Penalty) {
    let weights: [Double] = [0.4, -0.8, 1.1, 0.3, -0.5, 0.9]
    let found = GradientCheck(order: 1).failures(
      at: [
        ([2, 3], weights), ([3, 1], [0.7, -1.2, 0.5]), ([2, 2], [0.3, -0.6, 1.4, 0.2]),
        ([2, 2], [-1.1, 0.4, 0.8, -0.3]), ([2, 1], [0.3, 0.8]),
      ]
    ) { inputs in
      let ground = Penalty.Ground(real: inputs[2], generated: inputs[3], mix: inputs[4]) {
        $0.product(inputs[0]).tanh().product(inputs[1])
      }
      return [penalty.cost(ground)]
    }
    #expect(found.isEmpty, "\(penalty): \(found)")
  }

  @Test func `where D cannot tell, every cost is what it says it is at equilibrium`() {
    for own in DiscriminatorCost.all {
      for other in GeneratorCost.all {
        let graph = Graph()
        let logits = graph.literal([0, 0, 0], [3, 1])
        let cost = own.cost(
          .init(
            real: logits, generated: logits, realTarget: graph.constant(1),
            generatedTarget: graph.constant(0)))
        let answer = other.cost(
          .init(real: logits, generated: logits, discriminatorCost: cost))
        let program = Program(graph, outputs: [cost, answer])
        program.run(seed: 0, step: 0)
        let isZeroSum = other.name == GeneratorCost.minimax.name
        let expected = isZeroSum ? -own.equilibrium : other.equilibrium
        #expect(abs(Double(program.read(cost)[0]) - own.equilibrium) < 1e-6, "\(own)")
        #expect(abs(Double(program.read(answer)[0]) - expected) < 1e-6, "\(other)")
      }
    }
  }
}
