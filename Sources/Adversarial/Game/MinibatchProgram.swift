internal import Engine

/// What D says of the generated rows of the minibatch that G's next update is made of, as both
/// players stand: the same z, the same noise on what D sees, the same look at rows together.
final class MinibatchProgram {
  private let players: [PlayerTrace]
  private let scalars: [(knob: Knob, tensor: Tensor)]
  private let logits: Tensor
  private let program: Program

  init(_ design: Design, threads: Int) {
    let graph = Graph()
    let discriminator = PlayerTrace(
      .discriminator, design.discriminator, design.optimizer, in: graph)
    let generator = PlayerTrace(.generator, design.generator, design.optimizer, in: graph)
    players = [discriminator, generator]
    scalars = Knob.allCases.map { ($0, graph.input($0.rawValue, .scalar)) }
    let moves = Moves(
      design, graph, discriminator, generator, knobs: scalars.map(\.tensor), movers: [])
    let batch = moves.draw(design.schedule.generatorUpdate)
    logits =
      moves.judged(moves.shown(batch, generator.parameters), discriminator.parameters).generated
    program = Program(graph, outputs: [logits], threads: threads)
  }

  func values(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Float] {
    for (variable, values) in zip(players.flatMap(\.variables), game.values) {
      program.write(values, to: variable.tensor)
    }
    for (knob, tensor) in scalars { program.write([knob.value(in: settings)], to: tensor) }
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return program.read(logits)
  }
}

extension Schedule {
  /// Which of a step's draws G moves on.
  var generatorUpdate: Int {
    switch self {
    case .simultaneous, .extragradient: 0
    case .alternating(let discriminatorSteps): max(1, discriminatorSteps)
    }
  }
}
