internal import Engine

extension Design {
  /// One step in which both players move as the schedule says, as a program is made of it.
  package func step() -> TracedStep { GameTrace(self, movers: Set(Player.allCases)).step }
}

/// One step of a game, traced: noise, data, both players' costs and gradients, the look ahead,
/// the optimizers and the curves, in one graph.
struct GameTrace {
  let graph = Graph()
  /// The average of G's parameters, where one is kept.
  let average: [PlayerTrace.Variable]
  /// What each step yields, in the order of ``Curve/ofGame(_:)``.
  let curves: Tensor
  let updates: [(input: Tensor, value: Tensor)]

  private let inputs: GameInputs

  /// - Parameter movers: who moves; the other player's numbers stay.
  init(_ design: Design, movers: Set<Player>) {
    inputs = GameInputs(design, in: graph)
    let (discriminator, generator) = (inputs.discriminator, inputs.generator)
    average = design.averaging.variables(of: generator, in: graph)
    let outcome = inputs.moves(design, in: graph, by: movers).step()
    curves = outcome.curves
    updates =
      (movers.contains(.discriminator)
        ? discriminator.updates(to: outcome.discriminator) : [])
      + (movers.contains(.generator)
        ? generator.updates(to: outcome.generator)
          + design.averaging.updates(average, to: outcome.generator.parameters) : [])
  }

  var variables: [PlayerTrace.Variable] {
    inputs.discriminator.variables + inputs.generator.variables + average
  }

  /// The same as a step that a program is made of.
  var step: TracedStep {
    TracedStep(
      graph: graph, variables: variables,
      scalars: inputs.scalars.map { knob, tensor in ({ knob.value(in: $0) }, tensor) },
      clock: inputs.clock, curves: curves, updates: updates)
  }
}
