internal import Engine

/// A game in training: parameters, optimizer states and the compiled program. Born and dead on
/// one thread.
///
/// A step is a function of the seed, the settings and the step's number alone: looking at a
/// session (``picture(fieldColumns:fieldRows:)``, ``measurements()``) draws from streams of its
/// own and never changes what the next step does.
///
/// ## Topics
/// - Training: ``advance(_:)``, ``adopt(design:settings:)``
/// - Looking: ``curves``, ``picture(fieldColumns:fieldRows:)``, ``measurements()``
/// - Keeping: ``checkpoint``, ``restore(_:)``, ``fingerprint``
public final class Session {
  /// Steps trained so far; a move of one player alone counts as one.
  public private(set) var step = 0
  /// Curves of the last step, in the order of ``curveList``; empty before the first.
  public private(set) var curves: [Float] = []
  /// What each step yields.
  public private(set) var curveList: [Curve]
  public let seed: UInt64

  private let threads: Int
  private let pool: WorkerPool
  private var design: Design
  private var settings: Settings
  /// The game for each set of movers that has been asked for; one of them holds the numbers.
  private var games: [Set<Player>: CompiledGame] = [:]
  private var current: CompiledGame
  private var viewer: PlaneViewer?
  private var lookAhead: LookAheadProbe?
  private var optimum: OptimumProbe?
  private var gradients: GradientProbe?
  private var likeness: LikenessProbe?

  /// Traces and compiles the design, and draws the initial values.
  public init(design: Design, settings: Settings, seed: UInt64, threads: Int) {
    self.design = design
    self.settings = settings
    self.seed = seed
    self.threads = threads
    pool = WorkerPool(threads: threads)
    curveList = Curve.ofGame(design)
    current = CompiledGame(design, movers: Self.both, threads: threads)
    games[Self.both] = current
    current.values = State(current.trace.variables, seed: seed).values
    current.store(settings)
  }

  private static let both: Set<Player> = [.discriminator, .generator]

  // MARK: Training

  /// One step: every player moves as the schedule says, or one of them alone.
  public func advance(_ player: Player? = nil) {
    use(player.map { [$0] } ?? (step < design.headStart ? [.discriminator] : Self.both))
    current.run(seed: seed, step: step, on: pool)
    step += 1
    curves = current.curves
  }

  /// Whether the last step's curves are finite. A parameter that is not makes the next ones so.
  public var isFinite: Bool { curves.allSatisfy(\.isFinite) }

  /// Goes on with these settings: numbers are stored, a structural change retraces and keeps
  /// the state that still fits.
  public func adopt(design: Design, settings: Settings) {
    let isSame = settings.sharesStructure(with: self.settings)
    self.settings = settings
    if !isSame {
      let kept = state
      self.design = design
      let game = CompiledGame(design, movers: Self.both, threads: threads)
      game.values = State(game.trace.variables, seed: seed, keeping: kept).values
      games = [Self.both: game]
      current = game
      (viewer, lookAhead, optimum) = (nil, nil, nil)
      (gradients, likeness) = (nil, nil)
      curveList = Curve.ofGame(design)
    }
    current.store(settings)
  }

  /// Makes the game of some movers the one that holds the numbers.
  private func use(_ movers: Set<Player>) {
    let game = games[movers] ?? CompiledGame(design, movers: movers, threads: threads)
    games[movers] = game
    guard game !== current else { return }
    game.values = current.values
    game.store(settings)
    current = game
  }

  // MARK: Looking

  private var state: State {
    var state = State(current.trace.variables)
    state.values = current.values
    return state
  }

  private var looking: PlaneViewer {
    let found = viewer ?? PlaneViewer(design, threads: threads)
    viewer = found
    return found
  }

  /// The measures of 2,500 generated samples, and of as many real ones; where the design asks for
  /// it, D beside the optimal D; and last, of an unrolled game, those of its look ahead: a knob
  /// that changes the steps changes nobody's place but theirs.
  public func measurements() -> [Measurement] {
    looking.measurements(current, step: step, seed: seed, on: pool)
      + likenessMeasurements() + gradientMeasurements() + optimumMeasurements()
      + lookAheadMeasurements()
  }

  private func likenessMeasurements() -> [Measurement] {
    guard design.comparesNeighbours else { return [] }
    let probe = likeness ?? LikenessProbe(design, threads: threads)
    likeness = probe
    return probe.measurements(current, step: step, seed: seed, on: pool)
  }

  private func gradientMeasurements() -> [Measurement] {
    guard design.comparesGradients else { return [] }
    let probe = gradients ?? GradientProbe(design, threads: threads)
    gradients = probe
    return probe.measurements(current, settings, step: step, seed: seed, on: pool)
  }

  private func lookAheadMeasurements() -> [Measurement] {
    guard design.unrolling.steps > 0 else { return [] }
    let probe = lookAhead ?? LookAheadProbe(design, threads: threads)
    lookAhead = probe
    return probe.measurements(current, settings, step: step, seed: seed, on: pool)
  }

  private func optimumMeasurements() -> [Measurement] {
    optimumProbe?.measurements(current, settings, step: step, seed: seed, on: pool) ?? []
  }

  private var optimumProbe: OptimumProbe? {
    guard design.comparesOptimum else { return nil }
    let probe = optimum ?? OptimumProbe(design, threads: threads)
    optimum = probe
    return probe
  }

  /// The points, D's field on a grid of so many cells, and the optimal D's where the design
  /// compares the two.
  public func picture(fieldColumns: Int, fieldRows: Int) -> Picture {
    var plane = looking.plane(
      current, columns: fieldColumns, rows: fieldRows, seed: seed, on: pool)
    plane.optimum = optimumProbe?.field(
      current, settings, columns: fieldColumns, rows: fieldRows, step: step, seed: seed, on: pool)
    return .plane(plane)
  }

  /// Where the samples of the newest measurements are, mode by mode; nil before the first.
  public func survey() -> ModeSurvey? { looking.survey(current, on: pool) }

  /// Phases, segments and memory of the compiled step.
  public var summary: String { current.summary }

  /// The kind of kernels that this processor runs: "avx2+fma".
  public static var kernel: String { Program.kernel.name }

  // MARK: Keeping

  /// A hash of all bits that the next step depends on: parameters and optimizer states, in
  /// declared order.
  public var fingerprint: UInt64 { state.fingerprint }

  /// Everything that the next step depends on, except the settings.
  public var checkpoint: Checkpoint {
    let state = state
    return Checkpoint(
      step: step, names: state.names, shapes: state.shapes, values: state.values, curves: curves)
  }

  /// Goes back (or on) to a checkpoint of a game of this structure.
  /// - Throws: ``DesignError`` where names or shapes differ; nothing has changed then.
  public func restore(_ checkpoint: Checkpoint) throws(DesignError) {
    let expected = State(current.trace.variables)
    guard checkpoint.names == expected.names, checkpoint.shapes == expected.shapes,
      zip(checkpoint.values, expected.shapes).allSatisfy({ $0.count == $1.reduce(1, *) })
    else { throw DesignError("the checkpoint belongs to a game of another structure") }
    current.values = checkpoint.values
    optimum?.forget()
    step = checkpoint.step
    curves = checkpoint.curves
  }
}
