internal import Engine

extension Moves {
  /// What a generator that looks ahead sees on one minibatch.
  struct Outlook {
    /// J_D after 0, 1, … K inner updates: what D gains by them on this batch.
    var innerCosts: [Tensor]
    /// d J_G / d θ_G through the inner updates.
    var through: [Tensor]
    /// The same cost at the same D, nothing passing back through the updates that led there.
    var detached: [Tensor]

    /// The curve, and the two gradients as norms: [K + 1 costs, ‖g‖, ‖g − h‖, ‖g/‖g‖ − h/‖h‖‖].
    func numbers(_ norm: ([Tensor]) -> Tensor) -> Tensor {
      let (own, other) = (norm(through), norm(detached))
      let apart = zip(through, detached).map { $0 - $1 }
      let chord = zip(through, detached).map { $0 / own - $1 / other }
      let all = innerCosts + [own, norm(apart), norm(chord)]
      return Tensor.concatenate(all.map { $0.reshaped([1]) }, axis: 0)
    }
  }

  /// The look ahead from where both players stand.
  func outlook(on batch: Batch) -> Outlook {
    let shown = Shown(
      real: batch.real, generated: design.generator(batch.noise, generator.parameters),
      labels: batch.labels.map { ($0, $0) }, update: batch.update)
    func innerCost(_ parameters: [Tensor]) -> Tensor {
      let (real, generated) = judged(shown, parameters)
      return cost(real, generated)
    }
    let path = lookAhead((discriminator.parameters, discriminator.state), cost: innerCost)
    func slope(at player: [Tensor]) -> [Tensor] {
      let (real, generated) = judged(shown, player)
      let cost = design.generatorCost.cost(
        .init(real: real, generated: generated, discriminatorCost: innerCost(player)))
      return gradient(of: cost, for: generator.parameters)
    }
    let end = path[design.unrolling.steps]
    return Outlook(
      innerCosts: path.map(innerCost), through: slope(at: end),
      detached: slope(at: end.map { $0.detached() }))
  }
}
