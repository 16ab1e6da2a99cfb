internal import Engine

/// The moves of one step, as tensors: who moves when. What one player's move is made of stands in
/// `Moves+Players.swift`.
struct Moves {
  typealias PlayerState = (parameters: [Tensor], state: OptimizerState)

  /// What a step comes to.
  struct Outcome {
    var discriminator: PlayerState
    var generator: PlayerState
    var curves: Tensor
  }

  let design: Design
  let graph: Graph
  let discriminator: PlayerTrace
  let generator: PlayerTrace
  /// The number of the step, where something depends on it.
  let clock: Tensor?
  private let knobs: [Tensor]
  private let movers: Set<Player>

  init(
    _ design: Design, _ graph: Graph, _ discriminator: PlayerTrace, _ generator: PlayerTrace,
    knobs: [Tensor], movers: Set<Player>, clock: Tensor?
  ) {
    self.design = design
    self.graph = graph
    self.discriminator = discriminator
    self.generator = generator
    self.knobs = knobs
    self.movers = movers
    self.clock = clock
  }

  func step() -> Outcome {
    switch design.schedule {
    case .simultaneous: simultaneous()
    case .alternating(let steps): alternating(discriminatorSteps: steps)
    case .extragradient: extragradient()
    }
  }

  // MARK: Schedules

  /// One real batch and one z serve both players; both gradients are taken at the same point.
  private func simultaneous() -> Outcome {
    let batch = draw(0)
    let here = (discriminator.parameters, discriminator.state)
    var move = discriminatorMove(here, on: batch, against: generator.parameters)
    var other = generatorMove(generator.parameters, on: batch, against: here)
    let wanted = design.consensus(
      move.gradients + other.gradients, at: discriminator.parameters + generator.parameters)
    move.direction = Array(wanted.prefix(move.gradients.count))
    other.direction = Array(wanted.dropFirst(move.gradients.count))
    return outcome(
      move, moved(.discriminator, here, by: move), other,
      moved(.generator, (generator.parameters, generator.state), by: other))
  }

  /// The discriminator's steps on fresh batches, then the generator's against the last of them.
  private func alternating(discriminatorSteps: Int) -> Outcome {
    var now: PlayerState = (discriminator.parameters, discriminator.state)
    var move = discriminatorMove(now, on: draw(0), against: generator.parameters)
    var after = moved(.discriminator, now, by: move)
    if movers.contains(.discriminator) {
      now = settled(after)
      for update in 1..<max(1, discriminatorSteps) {
        move = discriminatorMove(now, on: draw(update), against: generator.parameters)
        after = moved(.discriminator, now, by: move)
        now = settled(after)
      }
    }
    let other = generatorMove(
      generator.parameters, on: draw(max(1, discriminatorSteps)), against: now)
    return outcome(
      move, after, other, moved(.generator, (generator.parameters, generator.state), by: other))
  }

  /// A trial step of both, then a real one from here with the gradients found there.
  private func extragradient() -> Outcome {
    let batch = draw(0)
    let here: PlayerState = (discriminator.parameters, discriminator.state)
    let own: PlayerState = (generator.parameters, generator.state)
    func moves(_ judge: PlayerState, _ maker: [Tensor]) -> (Move, Move) {
      (
        discriminatorMove(judge, on: batch, against: maker),
        generatorMove(maker, on: batch, against: judge)
      )
    }
    let (move, other) = moves(here, own.parameters)
    let there = settled(
      movers.contains(.discriminator) ? moved(.discriminator, here, by: move) : here)
    let their = settled(movers.contains(.generator) ? moved(.generator, own, by: other) : own)
    let (second, last) = moves(there, their.parameters)
    return outcome(
      move, moved(.discriminator, (here.parameters, there.state), by: second), other,
      moved(.generator, (own.parameters, their.state), by: last))
  }

  /// A move that has been made. Its numbers came from the other player's, but each answers the one
  /// that stands there now: only a look ahead differentiates through updates.
  private func settled(_ player: PlayerState) -> PlayerState {
    let state = OptimizerState(
      arrays: player.state.arrays.map { $0.map { $0.detached() } },
      scalars: player.state.scalars.map { $0.detached() })
    return (player.parameters.map { $0.detached() }, state)
  }

  private func outcome(
    _ discriminator: Move, _ judge: PlayerState, _ generator: Move, _ maker: PlayerState
  ) -> Outcome {
    let curves = [
      discriminator.cost, generator.cost, discriminator.beliefs[0],
      discriminator.beliefs[1], norm(discriminator.gradients), norm(generator.gradients),
      discriminator.beliefs[2],
    ]
    return Outcome(
      discriminator: judge, generator: maker,
      curves: Tensor.concatenate(curves.map { $0.reshaped([1]) }, axis: 0))
  }

  /// ‖g‖₂ over all of a player's parameters; 0 of one that has none.
  func norm(_ gradients: [Tensor]) -> Tensor {
    guard !gradients.isEmpty else { return graph.constant(0) }
    let parts = gradients.map { $0.squared().sum() }
    return parts.dropFirst().reduce(parts[0], +).squareRoot()
  }

  func knob(_ knob: Knob) -> Tensor {
    guard let index = Knob.allCases.firstIndex(of: knob) else {
      preconditionFailure("no input for \(knob)")
    }
    return knobs[index]
  }
}
