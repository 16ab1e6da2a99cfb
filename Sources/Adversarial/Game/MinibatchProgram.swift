internal import Engine

/// What D says of the generated rows of the minibatch that G's next update is made of, as both
/// players stand: the same z, the same noise on what D sees, the same look at rows together.
final class MinibatchProgram {
  private let inputs: GameInputs
  private let logits: Tensor
  private let program: Program

  init(_ design: Design, threads: Int) {
    let graph = Graph()
    inputs = GameInputs(design, in: graph)
    let moves = inputs.moves(design, in: graph)
    let batch = moves.draw(design.schedule.generatorUpdate)
    let shown = moves.shown(batch, inputs.generator.parameters)
    logits = moves.judged(shown, inputs.discriminator.parameters).generated
    program = Program(graph, outputs: [logits], threads: threads)
  }

  func values(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Float] {
    inputs.write(game, settings, step: step, into: program)
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
