internal import Engine

/// Where the generator is told to move its samples: −n ∂J_G/∂xᵢ for xᵢ = G(zᵢ), i = 1 … n.
///
/// It is the cost that the generator's move differentiates, look ahead included, cut at the
/// samples: −dJ_G/dθ = (1/n) Σᵢ (∂xᵢ/∂θ)ᵀ pullᵢ.
final class PullProgram {
  /// The batch n.
  let count: Int
  private let players: [PlayerTrace]
  private let scalars: [(knob: Knob, tensor: Tensor)]
  private let samples: Tensor
  private let pulls: Tensor
  private let program: Program

  /// - Parameter most: samples that there are.
  init(_ design: Design, most: Int, threads: Int) {
    count = min(design.batch, most)
    let graph = Graph()
    let discriminator = PlayerTrace(
      .discriminator, design.discriminator, design.optimizer, in: graph)
    let generator = PlayerTrace(.generator, design.generator, design.optimizer, in: graph)
    players = [discriminator, generator]
    scalars = Knob.allCases.map { ($0, graph.input($0.rawValue, .scalar)) }
    let moves = Moves(
      design, graph, discriminator, generator, knobs: scalars.map(\.tensor), movers: [])
    samples = graph.input("samples", [count, 2])
    let real = design.data.draw(count, in: graph, stream: Stream.pullData)
    let cost = moves.generatorCost(
      of: samples, against: (discriminator.parameters, discriminator.state), real: real)
    pulls = gradient(of: cost, for: [samples])[0] * -Float(count)
    program = Program(graph, outputs: [cost, pulls], threads: threads)
    self.cost = cost
  }

  private let cost: Tensor

  /// J_G of the first samples, and the pull on each.
  func values(
    _ game: CompiledGame, _ settings: Settings, at points: [SIMD2<Float>], step: Int,
    seed: UInt64, on pool: WorkerPool
  ) -> (cost: Float, pulls: [SIMD2<Float>]) {
    for (variable, values) in zip(players.flatMap(\.variables), game.values) {
      program.write(values, to: variable.tensor)
    }
    for (knob, tensor) in scalars { program.write([knob.value(in: settings)], to: tensor) }
    program.write(points.prefix(count).flatMap { [$0.x, $0.y] }, to: samples)
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return (program.read(cost)[0], pairs(program.read(pulls)))
  }
}
