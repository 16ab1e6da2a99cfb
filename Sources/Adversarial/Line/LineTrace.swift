internal import Engine

/// The players of a game over the line as tensors, and how they move.
private struct LineMoves {
  typealias PlayerState = (parameters: [Tensor], state: OptimizerState)
  struct Move {
    var after: PlayerState
    var cost: Tensor
    var norm: Tensor
    /// Mean D(x) and D(G(z)).
    var beliefs: [Tensor] = []
  }

  let game: LineGame
  let graph: Graph
  let discriminator: PlayerTrace
  let generator: PlayerTrace
  let rates: (discriminator: Tensor, generator: Tensor)

  // MARK: Samples

  func real(_ update: Int) -> Tensor {
    game.data.draw(game.batch, in: graph, stream: Stream.data(update))
      .slice(axis: 1, from: 0, count: 1)
  }

  func generated(_ update: Int) -> Tensor {
    if case .fixed(let mixture) = game.generator {
      // A stream of its own, far from those of the data.
      return mixture.draw(game.batch, in: graph, stream: Stream.noise(2 * update))
        .slice(axis: 1, from: 0, count: 1)
    }
    let (network, dimension) = game.sampler
    let z = graph.random(.normal, [game.batch, dimension], stream: Stream.noise(update))
    return network(z, generator.parameters)
  }

  // MARK: D

  func discriminatorMove(_ player: PlayerState, update: Int) -> Move {
    let logits = (
      real: game.opponent(real(update), player.parameters),
      generated: game.opponent(generated(update), player.parameters)
    )
    let cost: Tensor
    if case .variational(let divergence) = game.objective {
      cost = divergence.onModel(logits.generated).mean() - divergence.onData(logits.real).mean()
    } else {
      cost = Adversarial.discriminatorCost(
        real: logits.real, generated: logits.generated, realTarget: graph.constant(1),
        generatedTarget: graph.constant(0))
    }
    return move(
      player, down: cost, rate: rates.discriminator,
      beliefs: [logits.real.sigmoid().mean(), logits.generated.sigmoid().mean()])
  }

  private func move(
    _ player: PlayerState, down cost: Tensor, rate: Tensor, beliefs: [Tensor] = []
  ) -> Move {
    let gradients = gradient(of: cost, for: player.parameters)
    let after = Optimizer.adam.updated(
      player.parameters, by: gradients, state: player.state,
      rates: .init(
        learningRate: rate, beta1: graph.constant(0.5), beta2: graph.constant(0.999),
        epsilon: graph.constant(1e-8)))
    let squares = gradients.map { $0.squared().sum() }
    let norm = squares.isEmpty ? graph.constant(0) : squares.dropFirst().reduce(squares[0], +)
    return Move(after: after, cost: cost, norm: norm.squareRoot(), beliefs: beliefs)
  }

  // MARK: G

  func generatorMove(against opponent: [Tensor], update: Int) -> Move {
    let player = (generator.parameters, generator.state)
    switch game.objective {
    case .classification:
      return Move(after: player, cost: graph.constant(0), norm: graph.constant(0))
    case .exact(let divergence):
      let (data, model) = logDensities
      let spacing = Float(LineGrid(around: game.bounds).spacing)
      let cost = divergence.integrand(data, model).sum() * spacing
      return move(player, down: cost, rate: rates.generator)
    case .variational(let divergence):
      let logits = game.opponent(generated(update), opponent)
      return move(player, down: -divergence.onModel(logits).mean(), rate: rates.generator)
    case .maximumLikelihood(let isOptimal):
      let points = generated(update)
      let logits = isOptimal ? optimalLogits(at: points) : game.opponent(points, opponent)
      return move(player, down: -logits.exp().mean(), rate: rates.generator)
    }
  }

  // MARK: Densities

  /// log p_data and log p_model on the grid; only the Gaussian's density is known while it learns.
  private var logDensities: (data: Tensor, model: Tensor) {
    let points = LineGrid(around: game.bounds).points
    let density = LineDensity(game.data)
    let data = graph.literal(points.map { Float(density.log(at: $0)) }, [points.count])
    let x = graph.literal(points.map(Float.init), [points.count])
    return (data, logModel(at: x, generator.parameters))
  }

  private func logModel(at x: Tensor, _ parameters: [Tensor]) -> Tensor {
    let z = (x - parameters[0]) / parameters[1].exp()
    return z.squared() * -0.5 - parameters[1] - 0.918_938_533
  }

  /// σ⁻¹(D*) = log p_data − log p_model, whose own dependence on the model's parameters is left
  /// out of the gradient: the step that exercise 7.3 turns on.
  private func optimalLogits(at x: Tensor) -> Tensor {
    logData(at: x) - logModel(at: x, generator.parameters.map { $0.detached() })
  }

  private func logData(at x: Tensor) -> Tensor {
    let modes = game.data.components
    let means = graph.literal(modes.map(\.centre.x), [1, modes.count])
    let deviations = graph.literal(modes.map(\.deviation), [1, modes.count])
    let offsets = modes.map { mode in
      Logarithm.of(mode.weight) - Logarithm.of(mode.deviation) - 0.918_938_533
    }
    let z = (x - means) / deviations
    return (z.squared() * -0.5 + graph.literal(offsets, [1, modes.count])).logSumExp(axis: 1)
      .reshaped([x.shape[0], 1])
  }

  /// J_D, D(x) and D(G(z)) of the optimal discriminator on the grid.
  func optimalBeliefs() -> (cost: Tensor, beliefs: [Tensor]) {
    let (data, model) = logDensities
    let spacing = Float(LineGrid(around: game.bounds).spacing)
    let logits = data - model
    func mean(_ values: Tensor, _ density: Tensor) -> Tensor {
      (density.exp() * values).sum() * spacing
    }
    let cost = (mean((-logits).softplus(), data) + mean(logits.softplus(), model)) * 0.5
    return (cost, [mean(logits.sigmoid(), data), mean(logits.sigmoid(), model)])
  }
}

extension LineGame {
  func trace(movers: Set<Player>) -> TracedStep {
    let graph = Graph()
    let names = ["discriminatorLearningRate", "generatorLearningRate"]
    let inputs = names.map { (name: $0, tensor: graph.input($0, .scalar)) }
    let moves = LineMoves(
      game: self, graph: graph,
      discriminator: PlayerTrace(.discriminator, opponent, .adam, in: graph),
      generator: PlayerTrace(.generator, sampler.network, .adam, in: graph),
      rates: (inputs[0].tensor, inputs[1].tensor))
    let (d, g) = (moves.discriminator, moves.generator)
    var state: LineMoves.PlayerState = (d.parameters, d.state)
    var move: LineMoves.Move?
    if !opponent.parameters.isEmpty {
      let count = movers.contains(.discriminator) ? max(1, discriminatorSteps) : 1
      for update in 0..<count {
        let next = moves.discriminatorMove(state, update: update)
        move = next
        guard movers.contains(.discriminator) else { break }
        state = next.after
      }
    }
    let standing = state.parameters.map { $0.detached() }
    let other = moves.generatorMove(against: standing, update: max(1, discriminatorSteps))
    let zero = graph.constant(0)
    let optimal = move == nil ? moves.optimalBeliefs() : nil
    let beliefs = move?.beliefs ?? optimal?.beliefs ?? [zero, zero]
    let curves = [
      move?.cost ?? optimal?.cost ?? zero, other.cost, beliefs[0], beliefs[1],
      move?.norm ?? zero, other.norm,
    ]
    let updates =
      (movers.contains(.discriminator) ? d.updates(to: state) : [])
      + (movers.contains(.generator) ? g.updates(to: other.after) : [])
    return TracedStep(
      graph: graph, variables: d.variables + g.variables,
      scalars: inputs.map { name, tensor in ({ Float($0.number(name)) }, tensor) },
      curves: Tensor.concatenate(curves.map { $0.reshaped([1]) }, axis: 0), updates: updates)
  }
}
