internal import Engine

extension Moves {
  /// J_G of samples, taken where the generator's move takes it: against the discriminator that the
  /// look ahead leads to.
  func generatorCost(of generated: Tensor, real: Tensor) -> Tensor {
    func opponentCost(_ parameters: [Tensor]) -> Tensor {
      cost(design.discriminator(real, parameters), design.discriminator(generated, parameters))
    }
    let here = (discriminator.parameters, discriminator.state)
    let ahead = design.unrolling.settled(lookAhead(here, cost: opponentCost))
    let logits = design.discriminator(generated, ahead)
    return design.generatorCost.cost(
      .init(generated: logits, discriminatorCost: opponentCost(ahead)))
  }
}
