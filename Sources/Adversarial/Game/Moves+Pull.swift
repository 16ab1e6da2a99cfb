internal import Engine

extension Moves {
  /// J_G of samples, taken where the generator's move takes it: against the discriminator that the
  /// look ahead leads to.
  func generatorCost(of generated: Tensor, real: Tensor) -> Tensor {
    func opponentCost(_ parameters: [Tensor]) -> Tensor {
      cost(judged(real, parameters), judged(generated, parameters))
    }
    let here = (discriminator.parameters, discriminator.state)
    let ahead = design.unrolling.settled(lookAhead(here, cost: opponentCost))
    return design.generatorCost.cost(
      .init(
        real: judged(real, ahead), generated: judged(generated, ahead),
        discriminatorCost: opponentCost(ahead)))
  }
}
