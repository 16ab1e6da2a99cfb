internal import Engine

/// D's logits on the grid, and their slopes.
final class LineAnswers {
  private let parameters: [Tensor]
  private let logits: Tensor
  private let slopes: Tensor
  private let program: Program
  private let count: Int

  init(_ network: Network, _ grid: LineGrid, threads: Int) {
    let graph = Graph()
    count = network.parameters.count
    parameters = network.parameters.map { graph.input($0.name, $0.shape) }
    let x = graph.input("x", [grid.points.count, 1])
    logits = network(x, parameters)
    slopes = gradient(of: logits.sum(), for: [x])[0]
    program = Program(graph, outputs: [logits, slopes], threads: threads)
    program.write(grid.points.map(Float.init), to: x)
  }

  func values(_ now: GameState) -> (logits: [Float], slopes: [Float]) {
    let values = now.values(from: "discriminator.", count: count)
    for (tensor, numbers) in zip(parameters, values) { program.write(numbers, to: tensor) }
    program.run(seed: 0, step: 0, on: now.pool)
    return (program.read(logits), program.read(slopes))
  }
}

/// Draws real and generated points of the line.
final class LineSamples {
  private static let count = 2_500
  private let parameters: [Tensor]
  private let points: Tensor
  private let generator: Program
  private let reals: Tensor
  private let data: Program

  init(_ game: LineGame, threads: Int) {
    let graph = Graph()
    let (network, dimension) = game.sampler
    parameters = network.parameters.map { graph.input($0.name, $0.shape) }
    if case .fixed(let mixture) = game.generator {
      points = mixture.draw(Self.count, in: graph, stream: Stream.measuredNoise)
        .slice(axis: 1, from: 0, count: 1)
    } else {
      let z = graph.random(.normal, [Self.count, dimension], stream: Stream.measuredNoise)
      points = network(z, parameters)
    }
    generator = Program(graph, outputs: [points], threads: threads)
    let other = Graph()
    reals = game.data.draw(Self.count, in: other, stream: Stream.measuredData)
      .slice(axis: 1, from: 0, count: 1)
    data = Program(other, outputs: [reals], threads: threads)
  }

  func generated(_ now: GameState, step: Int) -> [Float] {
    let values = now.values(from: "generator.", count: parameters.count)
    for (tensor, numbers) in zip(parameters, values) { generator.write(numbers, to: tensor) }
    generator.run(seed: now.seed, step: UInt32(truncatingIfNeeded: step), on: now.pool)
    return generator.read(points)
  }

  func real(_ now: GameState, step: Int) -> [Float] {
    data.run(seed: now.seed, step: UInt32(truncatingIfNeeded: step), on: now.pool)
    return data.read(reals)
  }
}
