internal import Engine

/// How much the samples of one generated batch have to do with each other (§4.3, figure 21),
/// without touching the game: 64 batches of the design's size, and each of them again with all z
/// but the first drawn anew.
final class LikenessProbe {
  private let parameters: [Tensor]
  private let batches: [(own: Tensor, other: Tensor)]
  private let program: Program
  private let size: Int

  static let count = 64

  init(_ design: Design, threads: Int) {
    size = design.batch
    let graph = Graph()
    parameters = design.generator.parameters.map { graph.input($0.name, $0.shape) }
    let shape: Shape = [design.batch, design.noiseDimension]
    var batches: [(Tensor, Tensor)] = []
    for index in 0..<Self.count {
      let stream = Stream.likenessNoise + 2 * UInt32(index)
      let noise = graph.random(.normal, shape, stream: stream)
      let anew = graph.random(.normal, shape, stream: stream + 1)
      let kept = noise.slice(axis: 0, from: 0, count: 1)
      let mixed =
        design.batch == 1
        ? kept
        : Tensor.concatenate(
          [kept, anew.slice(axis: 0, from: 1, count: design.batch - 1)], axis: 0)
      batches.append((design.generator(noise, parameters), design.generator(mixed, parameters)))
    }
    self.batches = batches
    program = Program(graph, outputs: batches.flatMap { [$0.0, $0.1] }, threads: threads)
  }

  func measurements(
    _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    let values = game.parameters(of: .generator, count: parameters.count)
    for (tensor, numbers) in zip(parameters, values) { program.write(numbers, to: tensor) }
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    let own = batches.map { program.read($0.own).map(Double.init) }
    let other = batches.map { program.read($0.other).map(Double.init) }
    let likeness = Likeness(own, changed: other, size: size)
    return [
      Measurement(
        "batchCorrelation", title: "correlation", value: likeness.correlation, ofReal: 0,
        format: .number),
      Measurement(
        "neighbourEffect", title: "neighbours", value: likeness.neighbourEffect, ofReal: 0,
        format: .percent),
    ]
  }
}

/// What batches of points in the plane say of each other.
struct Likeness: Equatable {
  /// The intraclass correlation of coordinates within a batch: 0 where points are independent, 1
  /// where all points of a batch are the same, below 0 where they keep apart.
  let correlation: Double
  /// The share of a point's variance that its neighbours make: half the mean square by which the
  /// first point of a batch moves when only its neighbours change, over the variance of points.
  let neighbourEffect: Double

  /// - Parameters:
  ///   - batches: x and y of `size` points each.
  ///   - changed: the same with all z but the first drawn anew.
  init(_ batches: [[Double]], changed: [[Double]], size: Int) {
    var (between, within, moved) = (0.0, 0.0, 0.0)
    let (groups, points) = (Double(batches.count), Double(size))
    for axis in 0..<2 {
      let columns = batches.map { batch in (0..<size).map { batch[2 * $0 + axis] } }
      let means = columns.map { $0.reduce(0, +) / points }
      let middle = means.reduce(0, +) / groups
      between += means.reduce(0) { $0 + points * ($1 - middle) * ($1 - middle) } / (groups - 1)
      within +=
        zip(columns, means).reduce(0) { sum, batch in
          batch.0.reduce(sum) { $0 + ($1 - batch.1) * ($1 - batch.1) }
        } / max(1, groups * (points - 1))
      moved += zip(batches, changed).reduce(0) { sum, pair in
        let apart = pair.0[axis] - pair.1[axis]
        return sum + apart * apart / groups
      }
    }
    let total = between + (points - 1) * within
    correlation = size > 1 && total > 0 ? (between - within) / total : .nan
    neighbourEffect = total > 0 ? moved / 2 / (total / points) : .nan
  }
}
