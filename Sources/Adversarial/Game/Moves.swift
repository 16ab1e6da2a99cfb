internal import Engine

/// The moves of one step, as tensors.
struct Moves {
  typealias PlayerState = (parameters: [Tensor], state: OptimizerState)

  /// What a step comes to.
  struct Outcome {
    var discriminator: PlayerState
    var generator: PlayerState
    var curves: Tensor
  }

  let design: Design
  private let graph: Graph
  let discriminator: PlayerTrace
  let generator: PlayerTrace
  private let knobs: [Tensor]
  private let movers: Set<Player>

  init(
    _ design: Design, _ graph: Graph, _ discriminator: PlayerTrace, _ generator: PlayerTrace,
    knobs: [Tensor], movers: Set<Player>
  ) {
    self.design = design
    self.graph = graph
    self.discriminator = discriminator
    self.generator = generator
    self.knobs = knobs
    self.movers = movers
  }

  func step() -> Outcome {
    switch design.schedule {
    case .simultaneous: simultaneous()
    case .alternating(let steps): alternating(discriminatorSteps: steps)
    }
  }

  // MARK: Schedules

  /// One real batch and one z serve both players; both gradients are taken at the same point.
  private func simultaneous() -> Outcome {
    let (real, noise) = (drawReal(0), drawNoise(0))
    let before = (discriminator.parameters, discriminator.state)
    let move = discriminatorMove(before, real: real, noise: noise)
    let other = generatorMove(against: before, real: real, noise: noise)
    return outcome(discriminator: move, generator: other)
  }

  /// The discriminator's steps on fresh batches, then the generator's against the last of them.
  private func alternating(discriminatorSteps: Int) -> Outcome {
    var now: PlayerState = (discriminator.parameters, discriminator.state)
    var move = discriminatorMove(now, real: drawReal(0), noise: drawNoise(0))
    if movers.contains(.discriminator) {
      now = settled(move.after)
      for update in 1..<max(1, discriminatorSteps) {
        move = discriminatorMove(now, real: drawReal(update), noise: drawNoise(update))
        now = settled(move.after)
      }
    }
    let last = max(1, discriminatorSteps)
    let other = generatorMove(against: now, real: drawReal(last), noise: drawNoise(last))
    return outcome(discriminator: move, generator: other)
  }

  /// A move that has been made. Its numbers came from the generator's samples, but the generator
  /// answers the discriminator that stands there now: only a look ahead differentiates through
  /// updates.
  private func settled(_ player: PlayerState) -> PlayerState {
    let state = OptimizerState(
      arrays: player.state.arrays.map { $0.map { $0.detached() } },
      scalars: player.state.scalars.map { $0.detached() })
    return (player.parameters.map { $0.detached() }, state)
  }

  private func outcome(discriminator: Move, generator: Move) -> Outcome {
    let curves = [
      discriminator.cost, generator.cost, discriminator.beliefs[0],
      discriminator.beliefs[1], norm(discriminator.gradients), norm(generator.gradients),
      discriminator.beliefs[2],
    ]
    return Outcome(
      discriminator: discriminator.after, generator: generator.after,
      curves: Tensor.concatenate(curves.map { $0.reshaped([1]) }, axis: 0))
  }

  /// ‖g‖₂ over all of a player's parameters.
  func norm(_ gradients: [Tensor]) -> Tensor {
    let parts = gradients.map { $0.squared().sum() }
    return parts.dropFirst().reduce(parts[0], +).squareRoot()
  }

  // MARK: One player

  /// One player's update and what is worth showing of it.
  private struct Move {
    var after: PlayerState
    var cost: Tensor
    var gradients: [Tensor]
    /// The discriminator's: mean D(x), mean D(G(z)), and the largest logit of both batches.
    var beliefs: [Tensor] = []
  }

  private func discriminatorMove(
    _ player: PlayerState, real: Tensor, noise: Tensor
  ) -> Move {
    let generated = design.generator(noise, generator.parameters)
    let (realLogits, fakeLogits) = (
      design.discriminator(real, player.parameters),
      design.discriminator(generated, player.parameters)
    )
    let cost = cost(realLogits, fakeLogits)
    let gradients = gradient(of: cost, for: player.parameters)
    return Move(
      after: design.optimizer.updated(
        player.parameters, by: gradients, state: player.state,
        rates: rates(.discriminatorLearningRate)),
      cost: cost, gradients: gradients,
      beliefs: [
        realLogits.sigmoid().mean(), fakeLogits.sigmoid().mean(),
        Tensor.maximum(
          realLogits.largest([0, 1]), fakeLogits.largest([0, 1])),
      ])
  }

  private func generatorMove(
    against opponent: PlayerState, real: Tensor, noise: Tensor
  ) -> Move {
    let generated = design.generator(noise, generator.parameters)
    func opponentCost(_ parameters: [Tensor]) -> Tensor {
      self.cost(
        design.discriminator(real, parameters), design.discriminator(generated, parameters))
    }
    let ahead = design.unrolling.settled(lookAhead(opponent, cost: opponentCost))
    let logits = design.discriminator(generated, ahead)
    let cost = design.generatorCost.cost(
      .init(generated: logits, discriminatorCost: opponentCost(ahead)))
    let gradients = gradient(of: cost, for: generator.parameters)
    return Move(
      after: design.optimizer.updated(
        generator.parameters, by: gradients, state: generator.state,
        rates: rates(.generatorLearningRate)),
      cost: cost, gradients: gradients)
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

  func cost(_ real: Tensor, _ generated: Tensor) -> Tensor {
    discriminatorCost(
      real: real, generated: generated, realTarget: knob(.realTarget),
      generatedTarget: knob(.fakeTarget))
  }

  private func rates(_ learningRate: Knob) -> Optimizer.Rates {
    .init(
      learningRate: knob(learningRate), beta1: knob(.beta1), beta2: knob(.beta2),
      epsilon: knob(.epsilon))
  }

  private func knob(_ knob: Knob) -> Tensor {
    guard let index = Knob.allCases.firstIndex(of: knob) else {
      preconditionFailure("no input for \(knob)")
    }
    return knobs[index]
  }

  private func drawReal(_ update: Int) -> Tensor {
    design.data.draw(design.batch, in: graph, stream: Stream.data(update))
  }

  private func drawNoise(_ update: Int) -> Tensor {
    graph.random(
      .normal, [design.batch, design.noiseDimension], stream: Stream.noise(update))
  }
}
