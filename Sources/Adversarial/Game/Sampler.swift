internal import Engine

/// Draws real and generated points.
final class Sampler {
  private let player: NetworkInputs
  private let points: Tensor
  private let generator: Program
  private let reals: Tensor
  private let data: Program

  init(_ design: Design, count: Int, data: UInt32, noise: UInt32, _ threads: Int) {
    let graph = Graph()
    player = NetworkInputs(.generator, design.generator, in: graph)
    let z = graph.random(.normal, [count, design.noiseDimension], stream: noise)
    points = design.generator(z, player.parameters)
    generator = Program(graph, outputs: [points], threads: threads)
    let other = Graph()
    reals = design.data.draw(count, in: other, stream: data)
    self.data = Program(other, outputs: [reals], threads: threads)
  }

  func generated(
    _ game: CompiledGame, seed: UInt64, step: Int, on pool: WorkerPool
  ) -> [SIMD2<Float>] {
    player.write(game, into: generator)
    generator.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return pairs(generator.read(points))
  }

  func real(seed: UInt64, step: Int, on pool: WorkerPool) -> [SIMD2<Float>] {
    data.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return pairs(data.read(reals))
  }
}
