import Adversarial
import Engine
import Foundation

extension GoldenVectors {
  /// Costs and gradients of both players, the generator's through the inner updates, and one real
  /// Adam step of the discriminator.
  func ganStep(_ golden: GoldenCase) throws {
    let generator = try golden.inputs("generator")
    let discriminator = try golden.inputs("discriminator")
    let (z, x) = (try golden.input("z"), try golden.input("x"))
    let draw = try Self.network(golden, generator)
    let judge = try Self.network(golden, discriminator)
    let fake = draw(z, generator)
    let (a, b) = (try golden.setting("realTarget"), try golden.setting("fakeTarget"))
    func cost(_ player: [Tensor]) -> Tensor {
      discriminatorCost(
        real: judge(x, player), generated: judge(fake, player), realTarget: a, generatedTarget: b)
    }
    let now = cost(discriminator)
    let slopes = gradient(of: now, for: discriminator)
    let rates = try self.rates(golden)
    let state = try adamState(golden)
    let ahead = try unrolling(golden).updated(
      discriminator, state: try innerState(golden, state), rates: rates, cost: cost)
    let name = try golden.vector.text("generatorCost")
    guard let rule = GeneratorCost.all.first(where: { $0.name == name }) else {
      throw GoldenVector.Fault("unknown cost '\(name)'")
    }
    let generatorCost = rule.cost(
      .init(
        real: judge(x, ahead), generated: judge(fake, ahead), discriminatorCost: cost(ahead)))
    let isUnrolled = try golden.vector.number("settings", "unrollSteps") > 0
    let moved = Optimizer.adam.updated(discriminator, by: slopes, state: state, rates: rates)
    try golden.expect("fake", equals: [fake])
    try golden.expect("discriminatorCost", equals: [now])
    try golden.expect("discriminatorGradient", equals: slopes)
    try golden.expect("generatorCost", equals: [generatorCost], secondOrder: isUnrolled)
    try golden.expect(
      "generatorGradient", equals: gradient(of: generatorCost, for: generator),
      secondOrder: isUnrolled)
    try golden.expect("discriminatorAfterAdam", equals: moved.parameters)
  }

  private func rates(_ golden: GoldenCase) throws -> Optimizer.Rates {
    .init(
      learningRate: try golden.setting("learningRate"), beta1: try golden.setting("beta1"),
      beta2: try golden.setting("beta2"), epsilon: try golden.setting("epsilon"))
  }

  private func unrolling(_ golden: GoldenCase) throws -> Unrolling {
    let name = try golden.vector.text("innerOptimizer")
    guard let optimizer = Optimizer.all.first(where: { $0.name == name }) else {
      throw GoldenVector.Fault("unknown optimizer '\(name)'")
    }
    return Unrolling(
      steps: Int(try golden.vector.number("settings", "unrollSteps")), optimizer: optimizer,
      isDetached: try golden.vector.value("settings", "lookahead").isTrue)
  }

  private func adamState(_ golden: GoldenCase) throws -> OptimizerState {
    let steps = try golden.vector.number("inputs", "adam", "step")
    func power(_ name: String) throws -> Tensor {
      golden.scalar("\(name)Power", pow(try golden.vector.number("settings", name), steps))
    }
    return OptimizerState(
      arrays: [try golden.inputs("adam", "m"), try golden.inputs("adam", "v")],
      scalars: [try power("beta1"), try power("beta2")])
  }

  private func innerState(
    _ golden: GoldenCase, _ adam: OptimizerState
  ) throws -> OptimizerState {
    try golden.vector.text("innerOptimizer") == "adam"
      ? adam : OptimizerState(arrays: [], scalars: [])
  }
}
