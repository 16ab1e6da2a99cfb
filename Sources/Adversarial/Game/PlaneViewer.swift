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
  private var manifold: ManifoldProgram?
  private var pull: PullProgram?
  /// The samples of the newest measurements, counted.
  private var census: Census?
  private var resemblance: Resemblance?
  /// Those samples, and as many real points.
  private var sample: (generated: [SIMD2<Float>], real: [SIMD2<Float>])?
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

  /// The points and D's field, and what else is asked for; ``Plane/optimum`` and
  /// ``Plane/reading`` are another's affair.
  func plane(
    _ game: CompiledGame, _ settings: Settings, _ look: PlaneLook, step: Int, seed: UInt64,
    on pool: WorkerPool
  ) -> Plane {
    let real = realShown ?? shown.real(seed: seed, step: 0, on: pool)
    realShown = real
    let grid = grid(of: look)
    let fields = fields(game, grid, on: pool)
    var plane = Plane(
      bounds: design.bounds, real: real,
      generated: shown.generated(game, seed: seed, step: 0, on: pool),
      field: fields.probabilities, window: grid.bounds)
    plane.scores = fields.scores
    plane.answers = design.discriminatorCost.answers
    if look.extras.contains(.manifold) {
      let program = manifold ?? ManifoldProgram(design, threads: threads)
      manifold = program
      plane.manifold = program.lines(game, seed: seed, on: pool)
    }
    if look.extras.contains(.pulls) {
      let program = pull ?? PullProgram(design, shown: Self.shownCount, threads: threads)
      pull = program
      plane.pulls = program.pulls(
        on: plane.generated, game, settings, step: step, seed: seed, on: pool)
    }
    return plane
  }

  /// The cells that a look is about.
  func grid(of look: PlaneLook) -> PlaneGrid {
    PlaneGrid(look.window ?? design.bounds, columns: look.columns, rows: look.rows)
  }

  func measurements(
    _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    let generated = measured.generated(game, seed: seed, step: step, on: pool)
    let real = measured.real(seed: seed, step: step, on: pool)
    guard let modes = design.data.modes else {
      return resemblances(of: generated, floor: real)
    }
    let (ours, floor) = (Census(generated, of: modes), Census(real, of: modes))
    census = ours
    sample = (generated, real)
    return Measure.all.map { measure in
      Measurement(
        measure.name, title: measure.title, value: measure.value(ours),
        ofReal: measure.value(floor), format: measure.format(modes))
    }
  }

  /// The measures of data that have no modes.
  private func resemblances(
    of sample: [SIMD2<Float>], floor: [SIMD2<Float>]
  ) -> [Measurement] {
    guard let found = resemblance ?? (design.data as? Cloud).map(Resemblance.init) else {
      return []
    }
    resemblance = found
    return found.measurements(sample, floor: floor)
  }

  /// The newest measurements' samples class by class; none before the first.
  func classMeasurements() -> [Measurement] {
    guard let sample, let modes = design.data.modes else { return [] }
    let labels = design.labels
    let told = labels.isTold ? sample.generated.indices.map(labels.kind) : nil
    return ClassCensus.measurements(
      ClassCensus(sample.generated, told: told, labels, of: modes),
      ofReal: ClassCensus(sample.real, told: nil, labels, of: modes))
  }

  /// Where the samples of the newest measurements are; nil before the first.
  func survey(_ game: CompiledGame, on pool: WorkerPool) -> ModeSurvey? {
    guard let census, let modes = design.data.modes else { return nil }
    let program = centres ?? CentreProgram(design, modes, threads: threads)
    centres = program
    return ModeSurvey(census, logits: program.values(game, on: pool))
  }

  /// The mode nearest to a point, and the share of the samples of the newest measurements that
  /// reached it; nil where the data have none.
  func nearestMode(to point: SIMD2<Float>) -> PlaneReading.NearestMode? {
    guard let modes = design.data.modes else { return nil }
    let (index, distance) = modes.nearestMode(to: point)
    let centres = modes.components.map(\.centre)
    let share = census.map { Double($0.reached[index]) / Double(max(1, $0.total)) } ?? .nan
    return .init(
      index: index, count: centres.count, centre: centres[index], distance: distance,
      share: share)
  }

  private func fields(
    _ game: CompiledGame, _ grid: PlaneGrid, on pool: WorkerPool
  ) -> (probabilities: Field, scores: Field) {
    let (columns, rows) = (grid.columns, grid.rows)
    guard grid.count > 0 else {
      let none = Field(columns: 0, rows: 0, values: [])
      return (none, none)
    }
    let program =
      field.flatMap { $0.columns == columns && $0.rows == rows ? $0 : nil }
      ?? FieldProgram(design, columns: columns, rows: rows, threads: threads)
    field = program
    let values = program.values(game, over: grid, on: pool)
    return (
      Field(columns: columns, rows: rows, values: values.probabilities),
      Field(columns: columns, rows: rows, values: values.scores)
    )
  }
}
