internal import Engine

extension Moves {
  /// What one update is made from.
  struct Batch {
    /// Real points, and z.
    let real: Tensor
    let noise: Tensor
    /// Its number within the step.
    let update: Int
  }

  func draw(_ update: Int) -> Batch {
    let real = design.data.draw(design.batch, in: graph, stream: Stream.data(update))
    let noise = graph.random(
      .normal, [design.batch, design.noiseDimension], stream: Stream.noise(update))
    return Batch(real: real, noise: noise, update: update)
  }

  /// What D is shown of a batch.
  private func shown(_ batch: Batch, _ maker: [Tensor]) -> (real: Tensor, generated: Tensor) {
    let stream = Stream.instance(batch.update)
    return (
      design.instanceNoise(batch.real, in: graph, stream: stream),
      design.instanceNoise(
        design.generator(batch.noise, maker), in: graph, stream: stream + 1)
    )
  }

  /// One player's gradient and what is worth showing of it.
  struct Move {
    var cost: Tensor
    var gradients: [Tensor]
    /// Which way to go down; the gradients themselves where nobody says otherwise.
    var direction: [Tensor]
    /// The discriminator's: mean D(x), mean D(G(z)), and the largest logit of both batches.
    var beliefs: [Tensor] = []

    init(cost: Tensor, gradients: [Tensor], beliefs: [Tensor] = []) {
      (self.cost, self.gradients, self.beliefs) = (cost, gradients, beliefs)
      direction = gradients
    }
  }

  func discriminatorMove(
    _ player: PlayerState, on batch: Batch, against maker: [Tensor]
  ) -> Move {
    let (real, generated) = shown(batch, maker)
    let (realLogits, fakeLogits) = (
      judged(real, player.parameters), judged(generated, player.parameters)
    )
    let cost = cost(realLogits, fakeLogits)
    let whole = cost + penalties(player.parameters, real, generated, batch.update)
    return Move(
      cost: cost, gradients: gradient(of: whole, for: player.parameters),
      beliefs: [
        realLogits.sigmoid().mean(), fakeLogits.sigmoid().mean(),
        Tensor.maximum(
          realLogits.largest([0, 1]), fakeLogits.largest([0, 1])),
      ])
  }

  func generatorMove(
    _ player: [Tensor], on batch: Batch, against opponent: PlayerState
  ) -> Move {
    let (real, generated) = shown(batch, player)
    let cost = generatorCost(
      of: generated, real: real, against: opponent, update: batch.update)
    return Move(cost: cost, gradients: gradient(of: cost, for: player))
  }

  /// J_G of samples, against the discriminator that the look ahead leads to.
  func generatorCost(
    of generated: Tensor, real: Tensor, against opponent: PlayerState, update: Int
  ) -> Tensor {
    func opponentCost(_ parameters: [Tensor]) -> Tensor {
      cost(judged(real, parameters), judged(generated, parameters))
    }
    func innerCost(_ parameters: [Tensor]) -> Tensor {
      opponentCost(parameters) + penalties(parameters, real, generated, update)
    }
    let ahead = design.unrolling.settled(lookAhead(opponent, cost: innerCost))
    return design.generatorCost.cost(
      .init(
        real: judged(real, ahead), generated: judged(generated, ahead),
        discriminatorCost: opponentCost(ahead)))
  }

  /// Where a player comes to.
  func moved(_ who: Player, _ player: PlayerState, by move: Move) -> PlayerState {
    let rate: Knob =
      who == .discriminator ? .discriminatorLearningRate : .generatorLearningRate
    let after = design.optimizer.updated(
      player.parameters, by: move.direction, state: player.state, rates: rates(rate))
    guard who == .discriminator else { return after }
    return (design.weightClip(after.parameters), after.state)
  }

  /// The inner updates start from a copy of the discriminator's own optimizer where it is the same
  /// kind, and from a fresh one with a learning rate of its own elsewhere.
  func lookAhead(_ opponent: PlayerState, cost: ([Tensor]) -> Tensor) -> [[Tensor]] {
    let isOwn = design.unrolling.optimizer.name == design.optimizer.name
    let state =
      isOwn ? opponent.state : fresh(design.unrolling.optimizer, like: opponent.parameters)
    return design.unrolling.path(
      opponent.parameters, state: state,
      rates: rates(isOwn ? .discriminatorLearningRate : .unrollLearningRate), cost: cost)
  }

  /// The state of an optimizer that has not moved yet.
  private func fresh(_ optimizer: Optimizer, like parameters: [Tensor]) -> OptimizerState {
    OptimizerState(
      arrays: optimizer.arrays.map { _ in
        parameters.map { $0.literal(Array(repeating: 0, count: $0.shape.count)) }
      },
      scalars: optimizer.scalars.map { _ in graph.constant(1) })
  }

  // MARK: Parts

  /// D's logits of a batch whose rows it sees together.
  func judged(_ points: Tensor, _ parameters: [Tensor]) -> Tensor {
    design.discriminator.together(points, parameters)
  }

  func cost(_ real: Tensor, _ generated: Tensor) -> Tensor {
    design.discriminatorCost.cost(
      .init(
        real: real, generated: generated, realTarget: knob(.realTarget),
        generatedTarget: knob(.fakeTarget)))
  }

  /// The sum of what D pays besides; the constant 0 where nothing.
  private func penalties(
    _ parameters: [Tensor], _ real: Tensor, _ generated: Tensor, _ update: Int
  ) -> Tensor {
    guard !design.penalties.isEmpty else { return graph.constant(0) }
    let mix = graph.random(.uniform, [design.batch, 1], stream: Stream.mix(update))
    // D's gradient alone is wanted, and G's samples are to be treated as points like others.
    let ground = Penalty.Ground(real: real, generated: generated, mix: mix) {
      judged($0, parameters)
    }
    let parts = design.penalties.map { $0.penalty.cost(ground) * $0.weight }
    return parts.dropFirst().reduce(parts[0], +)
  }

  private func rates(_ learningRate: Knob) -> Optimizer.Rates {
    .init(
      learningRate: knob(learningRate), beta1: knob(.beta1), beta2: knob(.beta2),
      epsilon: knob(.epsilon))
  }
}
