internal import Engine

/// Where the generator is told to move its samples: −n ∂J_G/∂xᵢ for xᵢ = G(zᵢ), i = 1 … n.
///
/// It is the cost that the generator's move differentiates, look ahead included, cut at the
/// samples: −dJ_G/dθ = (1/n) Σᵢ (∂xᵢ/∂θ)ᵀ pullᵢ.
final class PullProgram {
  /// The batch n: costs may look at its rows together.
  let count: Int
  /// Draws the samples where a batch has more than are shown; the first are those that are.
  private let sampler: Sampler?
  private let inputs: GameInputs
  private let samples: Tensor
  private let cost: Tensor
  private let pulls: Tensor
  private let program: Program

  /// - Parameter shown: samples in a picture.
  init(_ design: Design, shown: Int, threads: Int) {
    count = design.batch
    sampler =
      count <= shown
      ? nil
      : Sampler(
        design, count: count, data: Stream.shownData, noise: Stream.shownNoise, threads)
    let graph = Graph()
    inputs = GameInputs(design, in: graph)
    let moves = inputs.moves(design, in: graph)
    samples = graph.input("samples", [count, 2])
    var shown = Moves.Shown(real: samples, generated: samples, labels: nil, update: 0)
    let labels = design.labels
    if labels.isTold, let mixture = design.data.modes {
      let (real, modes) = mixture.drawWithModes(count, in: graph, stream: Stream.pullData)
      shown.real = real
      shown.labels = (labels.rows(ofModes: modes), labels.byPlace(rows: count, beside: samples))
    } else {
      shown.real = design.data.draw(count, in: graph, stream: Stream.pullData)
    }
    cost = moves.generatorCost(
      of: shown, against: (inputs.discriminator.parameters, inputs.discriminator.state))
    pulls = gradient(of: cost, for: [samples])[0] * -Float(count)
    program = Program(graph, outputs: [cost, pulls], threads: threads)
  }

  /// The pull on each of the samples in a picture, as far as the batch goes.
  func pulls(
    on shown: [SIMD2<Float>], _ game: CompiledGame, _ settings: Settings, step: Int,
    seed: UInt64, on pool: WorkerPool
  ) -> [SIMD2<Float>] {
    let points = sampler?.generated(game, seed: seed, step: 0, on: pool) ?? shown
    let all = values(game, settings, at: points, step: step, seed: seed, on: pool).pulls
    return Array(all.prefix(shown.count))
  }

  /// J_G of n samples, and the pull on each.
  func values(
    _ game: CompiledGame, _ settings: Settings, at points: [SIMD2<Float>], step: Int,
    seed: UInt64, on pool: WorkerPool
  ) -> (cost: Float, pulls: [SIMD2<Float>]) {
    inputs.write(game, settings, step: step, into: program)
    program.write(points.prefix(count).flatMap { [$0.x, $0.y] }, to: samples)
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return (program.read(cost)[0], pairs(program.read(pulls)))
  }
}
