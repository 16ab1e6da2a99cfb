internal import Engine

/// D's logits at the centres of the modes.
final class CentreProgram {
  private let parameters: [Tensor]
  private let logits: Tensor
  private let program: Program

  init(_ design: Design, _ mixture: Mixture, threads: Int) {
    let graph = Graph()
    parameters = design.discriminator.parameters.map { graph.input($0.name, $0.shape) }
    let modes = mixture.components
    let centres = graph.literal(
      modes.flatMap { [$0.centre.x, $0.centre.y] }, [modes.count, 2])
    logits = design.discriminator(centres, parameters)
    program = Program(graph, outputs: [logits], threads: threads)
  }

  func values(_ game: CompiledGame, on pool: WorkerPool) -> [Float] {
    let values = game.parameters(of: .discriminator, count: parameters.count)
    for (tensor, numbers) in zip(parameters, values) { program.write(numbers, to: tensor) }
    program.run(seed: 0, step: 0, on: pool)
    return program.read(logits)
  }
}
