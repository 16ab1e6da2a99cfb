internal import Engine

extension Moves {
  /// What one update is made from.
  struct Batch {
    /// Real points, and z with what G is told.
    let real: Tensor
    let noise: Tensor
    /// The class of each row, of its real point and, where G is told, of what it is to make:
    /// [n, classes]; nil where nobody asks.
    let labels: Tensor?
    /// Its number within the step.
    let update: Int
  }

  func draw(_ update: Int) -> Batch {
    draw(data: Stream.data(update), noise: Stream.noise(update), update: update)
  }

  func draw(data: UInt32, noise: UInt32, update: Int = 0) -> Batch {
    let z = graph.random(.normal, [design.batch, design.noiseDimension], stream: noise)
    guard design.labels.use != .none, let mixture = design.data.modes else {
      let real = design.data.draw(design.batch, in: graph, stream: data)
      return Batch(real: real, noise: z, labels: nil, update: update)
    }
    let (real, modes) = mixture.drawWithModes(design.batch, in: graph, stream: data)
    let labels = design.labels.rows(ofModes: modes)
    let told = design.labels.isTold ? Tensor.concatenate([z, labels], axis: 1) : z
    return Batch(real: real, noise: told, labels: labels, update: update)
  }

  /// What D is shown in an update, points of both kinds.
  struct Shown {
    var real: Tensor
    let generated: Tensor
    /// The classes of their rows, where somebody asks.
    var labels: (real: Tensor, generated: Tensor)?
    let update: Int
  }

  func shown(_ batch: Batch, _ maker: [Tensor]) -> Shown {
    let stream = Stream.instance(batch.update)
    return Shown(
      real: design.instanceNoise(batch.real, at: clock, in: graph, stream: stream),
      generated: design.instanceNoise(
        design.generator(batch.noise, maker), at: clock, in: graph, stream: stream + 1),
      labels: batch.labels.map { ($0, $0) }, update: batch.update)
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
    let shown = shown(batch, maker)
    let (real, generated) = judged(shown, player.parameters)
    let cost = cost(real, generated)
    let whole = cost + besides(player.parameters, shown)
    return Move(
      cost: cost, gradients: gradient(of: whole, for: player.parameters),
      beliefs: [
        real.sigmoid().mean(), generated.sigmoid().mean(),
        Tensor.maximum(real.largest([0, 1]), generated.largest([0, 1])),
      ])
  }

  func generatorMove(
    _ player: [Tensor], on batch: Batch, against opponent: PlayerState
  ) -> Move {
    let cost = generatorCost(of: shown(batch, player), against: opponent)
    return Move(cost: cost, gradients: gradient(of: cost, for: player))
  }

  /// J_G of samples, against the discriminator that the look ahead leads to.
  func generatorCost(of shown: Shown, against opponent: PlayerState) -> Tensor {
    func opponentCost(_ parameters: [Tensor]) -> Tensor {
      let (real, generated) = judged(shown, parameters)
      return cost(real, generated)
    }
    func innerCost(_ parameters: [Tensor]) -> Tensor {
      opponentCost(parameters) + besides(parameters, shown)
    }
    let ahead = design.unrolling.settled(lookAhead(opponent, cost: innerCost))
    let (real, generated) = judged(shown, ahead)
    let own = design.generatorCost.cost(
      .init(real: real, generated: generated, discriminatorCost: opponentCost(ahead)))
    guard design.labels.isTold else { return own }
    let mistaken = classification(shown.generated, shown.labels?.generated, ahead)
    return mistaken.map { own + $0 } ?? own
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

  /// D's logits of both kinds, each a batch whose rows it sees together.
  func judged(_ shown: Shown, _ parameters: [Tensor]) -> (real: Tensor, generated: Tensor) {
    (
      judged(shown.real, shown.labels?.real, parameters),
      judged(shown.generated, shown.labels?.generated, parameters)
    )
  }

  private func judged(_ points: Tensor, _ labels: Tensor?, _ parameters: [Tensor]) -> Tensor {
    guard let labels, design.labels.use == .conditional else {
      return design.discriminator.together(points, parameters)
    }
    return design.discriminator.together(
      Tensor.concatenate([points, labels], axis: 1), parameters)
  }

  func cost(_ real: Tensor, _ generated: Tensor) -> Tensor {
    design.discriminatorCost.cost(
      .init(
        real: real, generated: generated, realTarget: knob(.realTarget),
        generatedTarget: knob(.fakeTarget)))
  }

  /// The sum of what D pays besides: penalties and mistaken classes; the constant 0 where nothing.
  private func besides(_ parameters: [Tensor], _ shown: Shown) -> Tensor {
    let mistaken = [
      classification(shown.real, shown.labels?.real, parameters),
      design.labels.isTold
        ? classification(shown.generated, shown.labels?.generated, parameters) : nil,
    ]
    let parts = penalties(parameters, shown) + mistaken.compactMap { $0 }
    guard let first = parts.first else { return graph.constant(0) }
    return parts.dropFirst().reduce(first, +)
  }

  private func penalties(_ parameters: [Tensor], _ shown: Shown) -> [Tensor] {
    guard !design.penalties.isEmpty else { return [] }
    let mix = graph.random(.uniform, [design.batch, 1], stream: Stream.mix(shown.update))
    // D's gradient alone is wanted, and G's samples are to be treated as points like others.
    let ground = Penalty.Ground(real: shown.real, generated: shown.generated, mix: mix) {
      judged($0, shown.labels?.real, parameters)
    }
    return design.penalties.map { $0.penalty.cost(ground) * $0.weight }
  }

  /// w·½ of the cross-entropy of D's classifier; nil where there is none.
  private func classification(
    _ points: Tensor, _ labels: Tensor?, _ parameters: [Tensor]
  ) -> Tensor? {
    guard let labels, design.labels.areFoundOut else { return nil }
    return Categorical.labelledCost(
      design.discriminator.aside(points, parameters), chosen: labels) * (design.labels.weight / 2)
  }

  private func rates(_ learningRate: Knob) -> Optimizer.Rates {
    .init(
      learningRate: knob(learningRate), beta1: knob(.beta1), beta2: knob(.beta2),
      epsilon: knob(.epsilon))
  }
}
