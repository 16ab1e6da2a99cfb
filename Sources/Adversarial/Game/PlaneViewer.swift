internal import Engine

/// Looks at a game without touching it: samples of the generator and the discriminator's field,
/// by programs of their own and from random streams of their own.
final class PlaneViewer {
  private let design: Design
  private let threads: Int
  private let shown: Sampler
  private let measured: Sampler
  private var field: FieldProgram?
  private var centres: CentreProgram?
  /// The samples of the newest measurements, counted.
  private var census: Census?
  private var realShown: [SIMD2<Float>]?

  /// Points of each kind in a picture, and samples in a measurement.
  static let shownCount = 512
  static let measuredCount = 2_500

  init(_ design: Design, threads: Int) {
    self.design = design
    self.threads = threads
    shown = Sampler(
      design, count: Self.shownCount, data: Stream.shownData, noise: Stream.shownNoise, threads)
    measured = Sampler(
      design, count: Self.measuredCount, data: Stream.measuredData,
      noise: Stream.measuredNoise, threads)
  }

  func plane(
    _ game: CompiledGame, columns: Int, rows: Int, seed: UInt64, on pool: WorkerPool
  ) -> Plane {
    let real = realShown ?? shown.real(seed: seed, step: 0, on: pool)
    realShown = real
    return Plane(
      bounds: design.bounds, real: real,
      generated: shown.generated(game, seed: seed, step: 0, on: pool),
      field: fieldValues(game, columns: columns, rows: rows, on: pool))
  }

  func measurements(
    _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    let generated = measured.generated(game, seed: seed, step: step, on: pool)
    let real = measured.real(seed: seed, step: step, on: pool)
    let (ours, floor) = (Census(generated, of: design.data), Census(real, of: design.data))
    census = ours
    return Measure.all.map { measure in
      Measurement(
        measure.name, title: measure.title, value: measure.value(ours),
        ofReal: measure.value(floor), format: measure.format(design.data))
    }
  }

  /// Where the samples of the newest measurements are; nil before the first.
  func survey(_ game: CompiledGame, on pool: WorkerPool) -> ModeSurvey? {
    guard let census else { return nil }
    let program = centres ?? CentreProgram(design, threads: threads)
    centres = program
    return ModeSurvey(census, logits: program.values(game, on: pool))
  }

  private func fieldValues(
    _ game: CompiledGame, columns: Int, rows: Int, on pool: WorkerPool
  ) -> Field {
    guard columns > 0, rows > 0 else { return Field(columns: 0, rows: 0, values: []) }
    if field?.columns != columns || field?.rows != rows {
      field = FieldProgram(design, columns: columns, rows: rows, threads: threads)
    }
    return Field(
      columns: columns, rows: rows, values: field?.values(game, on: pool) ?? [])
  }
}

/// Draws real and generated points.
final class Sampler {
  private let parameters: [Tensor]
  private let points: Tensor
  private let generator: Program
  private let reals: Tensor
  private let data: Program

  init(_ design: Design, count: Int, data: UInt32, noise: UInt32, _ threads: Int) {
    let graph = Graph()
    parameters = design.generator.parameters.map { graph.input($0.name, $0.shape) }
    let z = graph.random(.normal, [count, design.noiseDimension], stream: noise)
    points = design.generator(z, parameters)
    generator = Program(graph, outputs: [points], threads: threads)
    let other = Graph()
    reals = design.data.draw(count, in: other, stream: data)
    self.data = Program(other, outputs: [reals], threads: threads)
  }

  func generated(
    _ game: CompiledGame, seed: UInt64, step: Int, on pool: WorkerPool
  ) -> [SIMD2<Float>] {
    let values = game.parameters(of: .generator, count: parameters.count)
    for (tensor, numbers) in zip(parameters, values) { generator.write(numbers, to: tensor) }
    generator.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return pairs(generator.read(points))
  }

  func real(seed: UInt64, step: Int, on pool: WorkerPool) -> [SIMD2<Float>] {
    data.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    return pairs(data.read(reals))
  }

  private func pairs(_ numbers: [Float]) -> [SIMD2<Float>] {
    stride(from: 0, to: numbers.count, by: 2).map { SIMD2(numbers[$0], numbers[$0 + 1]) }
  }
}

/// D's probability "real" at the centres of a grid of cells.
private final class FieldProgram {
  let columns: Int
  let rows: Int
  private let parameters: [Tensor]
  private let probabilities: Tensor
  private let program: Program

  init(_ design: Design, columns: Int, rows: Int, threads: Int) {
    self.columns = columns
    self.rows = rows
    let graph = Graph()
    parameters = design.discriminator.parameters.map { graph.input($0.name, $0.shape) }
    let centres = graph.literal(
      Self.centres(design.bounds, columns, rows), [columns * rows, 2])
    probabilities = design.discriminator(centres, parameters).sigmoid()
    program = Program(graph, outputs: [probabilities], threads: threads)
  }

  func values(_ game: CompiledGame, on pool: WorkerPool) -> [Float] {
    let values = game.parameters(of: .discriminator, count: parameters.count)
    for (tensor, numbers) in zip(parameters, values) { program.write(numbers, to: tensor) }
    program.run(seed: 0, step: 0, on: pool)
    return program.read(probabilities)
  }

  /// Row 0 at the top (largest y).
  private static func centres(_ bounds: Bounds, _ columns: Int, _ rows: Int) -> [Float] {
    let width = (bounds.x.upperBound - bounds.x.lowerBound) / Float(columns)
    let height = (bounds.y.upperBound - bounds.y.lowerBound) / Float(rows)
    var points: [Float] = []
    for row in 0..<rows {
      let y = bounds.y.upperBound - (Float(row) + 0.5) * height
      for column in 0..<columns {
        points.append(bounds.x.lowerBound + (Float(column) + 0.5) * width)
        points.append(y)
      }
    }
    return points
  }
}
