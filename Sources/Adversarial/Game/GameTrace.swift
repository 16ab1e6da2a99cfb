internal import Engine

extension Design {
  /// One step in which both players move as the schedule says, as a program is made of it.
  package func step() -> TracedStep { GameTrace(self, movers: Set(Player.allCases)).step }
}

/// One step of a game, traced: noise, data, both players' costs and gradients, the look ahead,
/// the optimizers and the curves, in one graph.
struct GameTrace {
  let graph = Graph()
  let discriminator: PlayerTrace
  let generator: PlayerTrace
  /// The average of G's parameters, where one is kept.
  let average: [PlayerTrace.Variable]
  let scalars: [(knob: Knob, tensor: Tensor)]
  /// The number of the step, where something depends on it.
  let clock: Tensor?
  /// What each step yields, in the order of ``Curve/ofGame(_:)``.
  let curves: Tensor
  let updates: [(input: Tensor, value: Tensor)]

  private let design: Design

  /// - Parameter movers: who moves; the other player's numbers stay.
  init(_ design: Design, movers: Set<Player>) {
    self.design = design
    let graph = graph
    discriminator = PlayerTrace(
      .discriminator, design.discriminator, design.optimizer, in: graph)
    generator = PlayerTrace(.generator, design.generator, design.optimizer, in: graph)
    average = design.averaging.variables(of: generator, in: graph)
    scalars = Knob.allCases.map { ($0, graph.input($0.rawValue, .scalar)) }
    clock = design.clock(in: graph)
    let moves = Moves(
      design, graph, discriminator, generator, knobs: scalars.map(\.tensor), movers: movers,
      clock: clock)
    let outcome = moves.step()
    curves = outcome.curves
    updates =
      (movers.contains(.discriminator)
        ? discriminator.updates(to: outcome.discriminator) : [])
      + (movers.contains(.generator)
        ? generator.updates(to: outcome.generator)
          + design.averaging.updates(average, to: outcome.generator.parameters) : [])
  }

  var variables: [PlayerTrace.Variable] {
    discriminator.variables + generator.variables + average
  }

  /// The same as a step that a program is made of.
  var step: TracedStep {
    TracedStep(
      graph: graph, variables: variables,
      scalars: scalars.map { knob, tensor in ({ knob.value(in: $0) }, tensor) }, clock: clock,
      curves: curves, updates: updates)
  }
}
