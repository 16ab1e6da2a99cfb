internal import Engine

/// A generator against a discriminator over points of the plane, in training: parameters, optimizer
/// states and the compiled program.
///
/// ## Topics
/// - Training: ``advance(_:)``, ``adopt(_:settings:)``
/// - Looking: ``curves``, ``picture(_:)``, ``measurements()``
/// - Keeping: ``checkpoint``, ``restore(_:)``, ``fingerprint``
public final class PlaneSession: Session {
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
  private var optimum: (any OptimumComparison)?
  private var gradients: GradientProbe?
  private var likeness: LikenessProbe?
  private var reference: ReferenceProbe?
  private var minibatch: MinibatchProgram?

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
  public func advance(_ player: Player?) {
    use(player.map { [$0] } ?? (step < design.headStart ? [.discriminator] : Self.both))
    current.run(seed: seed, step: step, on: pool)
    step += 1
    curves = current.curves
  }

  public func adopt(_ game: any Game, settings: Settings) {
    guard let design = game as? Design else { preconditionFailure("\(game) is no plane game") }
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
      (reference, minibatch) = (nil, nil)
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

  /// The measures of 2,500 generated samples, and of as many real ones, of a generator that can
  /// change them; where the design asks for it, D beside the optimal D; and last, those of the look
  /// ahead of an unrolled game and those of the classes: a knob that changes their number changes
  /// nobody's place but theirs.
  public func measurements() -> [Measurement] {
    let samples = looking.measurements(current, step: step, seed: seed, on: pool)
    return (design.generator.parameters.isEmpty ? [] : samples)
      + likenessMeasurements() + referenceMeasurements() + gradientMeasurements()
      + optimumMeasurements()
      + lookAheadMeasurements() + (design.comparesClasses ? looking.classMeasurements() : [])
  }

  private func likenessMeasurements() -> [Measurement] {
    guard design.comparesNeighbours else { return [] }
    let probe = likeness ?? LikenessProbe(design, threads: threads)
    likeness = probe
    return probe.measurements(current, step: step, seed: seed, on: pool)
  }

  private func referenceMeasurements() -> [Measurement] {
    guard design.freshReferenceRows > 0 else { return [] }
    let probe = reference ?? ReferenceProbe(design, threads: threads)
    reference = probe
    return probe?.measurements(current, step: step, seed: seed, on: pool) ?? []
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
    guard design.comparesOptimum else { return [] }
    return comparing.measurements(current, settings, step: step, seed: seed, on: pool)
  }

  private var comparing: any OptimumComparison {
    let comparison = optimum ?? design.optimumComparison(threads: threads)
    optimum = comparison
    return comparison
  }

  /// The points and D's field, what else is asked for, and the optimal D where the design compares
  /// the two.
  public func picture(_ look: PlaneLook) -> Picture {
    var plane = looking.plane(current, settings, look, step: step, seed: seed, on: pool)
    let grid = looking.grid(of: look)
    if design.comparesOptimum || look.extras.contains(.optimum) {
      plane.optimum = comparing.field(
        current, settings, over: grid, step: step, seed: seed, on: pool)
    }
    if look.extras.contains(.densities) {
      plane.densities = comparing.densities(current, over: grid, step: step, seed: seed, on: pool)
    }
    plane.costs = costs()
    plane.reading = look.probe.flatMap { reading(at: $0, grid, plane.field) }
    return .plane(plane)
  }

  /// Where D's output is no logit of a probability, there is no D(G(z)) to draw costs over.
  private func costs() -> CostPicture? {
    guard design.comparesGradients,
      design.discriminatorCost.name == DiscriminatorCost.crossEntropy.name
    else { return nil }
    let program = minibatch ?? MinibatchProgram(design, threads: threads)
    minibatch = program
    return CostPicture(
      logits: program.values(current, settings, step: step, seed: seed, on: pool),
      GradientProbe.costs, played: design.generatorCost,
      fakeTarget: Double(Knob.fakeTarget.value(in: settings)))
  }

  private func reading(at point: SIMD2<Float>, _ grid: PlaneGrid, _ field: Field) -> PlaneReading? {
    guard let place = grid.place(of: point) else { return nil }
    let cell = grid.single(row: place.row, column: place.column)
    let optimum = comparing.field(
      current, settings, over: cell, step: step, seed: seed, on: pool)
    let densities = comparing.densities(current, over: cell, step: step, seed: seed, on: pool)
    let centre = grid.centre(row: place.row, column: place.column)
    return PlaneReading(
      place: centre, discriminator: field.values[place.row * grid.columns + place.column],
      optimum: optimum.values[0], realDensity: Double(densities.data.values[0]),
      generatedDensity: Double(densities.model.values[0]), mode: looking.nearestMode(to: centre))
  }

  /// Where the samples of the newest measurements are, mode by mode; nil before the first.
  public func survey() -> ModeSurvey? { looking.survey(current, on: pool) }

  /// Phases, segments and memory of the compiled step.
  public var summary: String { current.summary }

  // MARK: Keeping

  /// A hash of all bits that the next step depends on: parameters and optimizer states, in
  /// declared order.
  public var fingerprint: UInt64 { state.fingerprint }

  /// Everything that the next step depends on, except the settings.
  public var checkpoint: Checkpoint {
    state.checkpoint(step: step, curves: curves)
  }

  /// Goes back (or on) to a checkpoint of a game of this structure.
  /// - Throws: ``DesignError`` where names or shapes differ; nothing has changed then.
  public func restore(_ checkpoint: Checkpoint) throws(DesignError) {
    try State(current.trace.variables).checkFit(of: checkpoint)
    current.values = checkpoint.values
    optimum?.forget()
    step = checkpoint.step
    curves = checkpoint.curves
  }
}
