internal import Engine

/// Compares the learned discriminator with the optimal one, D* = (a p_data + b p_model) /
/// (p_data + p_model), without touching the game.
///
/// p_data is known. p_model is estimated from all of 12,500 samples (``DensityEstimate``), and
/// both discriminators are asked at 2,500 of them and at as many real points. How good the
/// estimate can be is measured too: real points through the same estimate, where D* is known to
/// be (a + b)/2.
final class OptimumProbe: OptimumComparison {
  private let design: Design
  private let judged: Sampler
  private let more: Sampler
  private let bandwidth: Double
  private let threads: Int
  private var answers: Answers?
  private var latest: (step: Int, points: [SIMD2<Float>])?
  private var floor: [(known: Double, estimated: Double)]?
  private var shares: (grid: PlaneGrid, values: [Double])?

  /// Samples beside the measured ones that densities are estimated from.
  static let moreCount = 10_000

  init(_ design: Design, threads: Int) {
    self.design = design
    self.threads = threads
    let count = PlaneViewer.measuredCount
    judged = Sampler(
      design, count: count, data: Stream.measuredData, noise: Stream.measuredNoise, threads)
    more = Sampler(
      design, count: Self.moreCount, data: Stream.densityData, noise: Stream.densityNoise, threads)
    bandwidth = DensityEstimate.bandwidth(
      deviation: Double(design.data.finest), count: count + Self.moreCount)
  }

  /// Another game's samples are not this one's.
  func forget() { latest = nil }

  // MARK: Measures

  func measurements(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    let real = judged.real(seed: seed, step: step, on: pool)
    let generated = judged.generated(game, seed: seed, step: step, on: pool)
    let all = generated + more.generated(game, seed: seed, step: step, on: pool)
    latest = (step, all)
    let model = DensityEstimate(all, bandwidth: bandwidth)
    let optimal = OptimalDiscriminator(settings)
    let points = real + generated
    let best = points.map { optimal(data: design.data.density(at: $0), model: model(at: $0)) }
    let judge = answers ?? Answers(design, count: points.count, threads: threads)
    answers = judge
    let learned = judge.values(game, at: points, on: pool).map(Double.init)
    let gaps = zip(learned, best).map { abs($0 - $1) }.filter(\.isFinite)
    let own = floorGaps(optimal, seed: seed, on: pool)
    func measure(_ name: String, _ title: String, _ value: Double, _ real: Double) -> Measurement {
      Measurement(
        name, title: title, value: value, ofReal: real, format: .number, group: .optimum)
    }
    return [
      measure("optimumGap", "|D − D*|", mean(gaps), mean(own)),
      measure("optimumGapLargest", "largest", largest(gaps), largest(own)),
      measure(
        "optimalRealProbability", "D*(x)", mean(best.prefix(real.count)), optimal.atEquilibrium),
      measure(
        "optimalGeneratedProbability", "D*(G(z))", mean(best.dropFirst(real.count)),
        optimal.atEquilibrium),
    ]
  }

  /// What the estimate is off by where the model is perfect: real points for both densities.
  private func floorGaps(
    _ optimal: OptimalDiscriminator, seed: UInt64, on pool: WorkerPool
  ) -> [Double] {
    let found = floor ?? densitiesOfReal(seed: seed, on: pool)
    floor = found
    return found.map { abs(optimal(data: $0.known, model: $0.estimated) - optimal.atEquilibrium) }
  }

  private func densitiesOfReal(
    seed: UInt64, on pool: WorkerPool
  ) -> [(known: Double, estimated: Double)] {
    let points = judged.real(seed: seed, step: 0, on: pool)
    let all = points + more.real(seed: seed, step: 0, on: pool)
    let estimate = DensityEstimate(all, bandwidth: bandwidth)
    return points.map { (design.data.density(at: $0), estimate(at: $0)) }
  }

  private func mean(_ values: some Sequence<Double>) -> Double {
    var (sum, count) = (0.0, 0)
    for value in values where value.isFinite { (sum, count) = (sum + value, count + 1) }
    return count > 0 ? sum / Double(count) : .nan
  }

  private func largest(_ values: [Double]) -> Double { values.max() ?? .nan }

  // MARK: The field

  /// D* of each cell from the shares of both kinds that fall into it; not a number where less than
  /// one sample is to be expected. The samples are those of the newest measures.
  func field(
    _ game: CompiledGame, _ settings: Settings, over grid: PlaneGrid, step: Int, seed: UInt64,
    on pool: WorkerPool
  ) -> Field {
    guard grid.count > 0 else { return Field(columns: 0, rows: 0, values: []) }
    let (data, model) = shares(in: grid, game, step: step, seed: seed, on: pool)
    let optimal = OptimalDiscriminator(settings)
    let values = zip(data, model).map { data, model in
      Self.isKnown((data, model)) ? Float(optimal(data: data, model: model)) : .nan
    }
    return Field(columns: grid.columns, rows: grid.rows, values: values)
  }

  /// The samples are those of the newest measures.
  func shares(
    in grid: PlaneGrid, _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> (data: [Double], model: [Double]) {
    let sample = sample(game, step: step, seed: seed, on: pool)
    return (dataShares(in: grid), shares(of: sample, in: grid))
  }

  /// Whether at least one sample is to be expected where these shares are.
  private static func isKnown(_ shares: (data: Double, model: Double)) -> Bool {
    shares.data + shares.model >= 1 / Double(PlaneViewer.measuredCount + moreCount)
  }

  private func sample(
    _ game: CompiledGame, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [SIMD2<Float>] {
    if let latest, (latest.step...latest.step + 100).contains(step) { return latest.points }
    let points =
      judged.generated(game, seed: seed, step: step, on: pool)
      + more.generated(game, seed: seed, step: step, on: pool)
    latest = (step, points)
    return points
  }

  private func dataShares(in grid: PlaneGrid) -> [Double] {
    if let shares, shares.grid == grid { return shares.values }
    let values = design.data.shares(in: grid.bounds, columns: grid.columns, rows: grid.rows)
    // A single cell is soon done, and the plane that it lies in is wanted again.
    if grid.count > 1 { shares = (grid, values) }
    return values
  }

  private func shares(of points: [SIMD2<Float>], in grid: PlaneGrid) -> [Double] {
    var shares = Array(repeating: 0.0, count: grid.count)
    for point in points {
      guard let place = grid.place(of: point) else { continue }
      shares[place.row * grid.columns + place.column] += 1 / Double(points.count)
    }
    return shares
  }
}

/// D's probability "real" at points that are given.
private final class Answers {
  private let player: NetworkInputs
  private let points: Tensor
  private let probabilities: Tensor
  private let program: Program

  init(_ design: Design, count: Int, threads: Int) {
    let graph = Graph()
    player = NetworkInputs(.discriminator, design.discriminator, in: graph)
    points = graph.input("points", [count, 2])
    probabilities = design.discriminator(points, player.parameters).sigmoid()
    program = Program(graph, outputs: [probabilities], threads: threads)
  }

  func values(
    _ game: CompiledGame, at places: [SIMD2<Float>], on pool: WorkerPool
  ) -> [Float] {
    player.write(game, into: program)
    program.write(places.flatMap { [$0.x, $0.y] }, to: points)
    program.run(seed: 0, step: 0, on: pool)
    return program.read(probabilities)
  }
}
