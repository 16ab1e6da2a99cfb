internal import Engine

/// What a program takes that computes something of both players: the game's own step, and whatever
/// is computed beside it of the two as they stand.
struct GameInputs {
  let discriminator: PlayerTrace
  let generator: PlayerTrace
  let scalars: [(knob: Knob, tensor: Tensor)]
  /// The number of the step, where something depends on it.
  let clock: Tensor?

  init(_ design: Design, in graph: Graph) {
    discriminator = PlayerTrace(
      .discriminator, design.discriminator, design.optimizer, in: graph)
    generator = PlayerTrace(.generator, design.generator, design.optimizer, in: graph)
    scalars = Knob.allCases.map { ($0, graph.input($0.rawValue, .scalar)) }
    clock = design.instanceNoise.isAnnealed ? graph.input("step", .scalar) : nil
  }

  /// The moves of a step in which some move, or nobody.
  func moves(_ design: Design, in graph: Graph, by movers: Set<Player> = []) -> Moves {
    Moves(
      design, graph, discriminator, generator, knobs: scalars.map(\.tensor), movers: movers,
      clock: clock)
  }

  func write(
    _ game: CompiledGame, _ settings: Settings, step: Int, into program: Program
  ) {
    let variables = discriminator.variables + generator.variables
    for (variable, values) in zip(variables, game.values) {
      program.write(values, to: variable.tensor)
    }
    for (knob, tensor) in scalars { program.write([knob.value(in: settings)], to: tensor) }
    if let clock { program.write([Float(step)], to: clock) }
  }
}
