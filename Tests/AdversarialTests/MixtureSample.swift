import Engine

@testable import Adversarial

/// Points drawn by the engine itself.
enum MixtureSample {
  static func points(_ mixture: Mixture, count: Int, seed: UInt64) -> [SIMD2<Float>] {
    let graph = Graph()
    let batch = mixture.draw(count, in: graph, stream: 1)
    let program = Program(graph, outputs: [batch])
    program.run(seed: seed, step: 0)
    let numbers = program.read(batch)
    return stride(from: 0, to: numbers.count, by: 2).map { SIMD2(numbers[$0], numbers[$0 + 1]) }
  }
}
