internal import Engine

/// A traced game in training.
final class TracedSession<Traced: TracedGame>: Session {
  private(set) var step = 0
  private(set) var curves: [Float] = []
  private(set) var curveList: [Curve]
  let seed: UInt64

  private let threads: Int
  private let pool: WorkerPool
  private var game: Traced
  private var settings: Settings
  /// The step for each set of movers that has been asked for; one of them holds the numbers.
  private var programs: [Set<Player>: TracedProgram] = [:]
  private var current: TracedProgram
  private var viewer: Traced.Viewer?

  init(_ game: Traced, settings: Settings, seed: UInt64, threads: Int) {
    self.game = game
    self.settings = settings
    self.seed = seed
    self.threads = threads
    pool = WorkerPool(threads: threads)
    curveList = game.curveList
    let everybody = Set(Player.allCases)
    current = TracedProgram(game.trace(movers: everybody), threads: threads)
    programs[everybody] = current
    current.values = State(current.step.variables, seed: seed).values
    current.store(settings)
  }

  // MARK: Training

  func advance(_ player: Player?) {
    use(player.map { [$0] } ?? Set(Player.allCases))
    current.run(seed: seed, step: step, on: pool)
    step += 1
    curves = current.curves
  }

  func adopt(_ game: any Game, settings: Settings) {
    guard let game = game as? Traced else { preconditionFailure("\(game) is another page's") }
    let isSame = settings.sharesStructure(with: self.settings)
    self.settings = settings
    self.game = game
    if !isSame {
      let kept = state
      let everybody = Set(Player.allCases)
      let program = TracedProgram(game.trace(movers: everybody), threads: threads)
      program.values = State(program.step.variables, seed: seed, keeping: kept).values
      programs = [everybody: program]
      current = program
      curveList = game.curveList
    }
    viewer = nil
    current.store(settings)
  }

  /// Makes the step of some movers the one that holds the numbers.
  private func use(_ movers: Set<Player>) {
    let program =
      programs[movers] ?? TracedProgram(game.trace(movers: movers), threads: threads)
    programs[movers] = program
    guard program !== current else { return }
    program.values = current.values
    program.store(settings)
    current = program
  }

  // MARK: Looking

  private var state: State {
    var state = State(current.step.variables)
    state.values = current.values
    return state
  }

  private var now: GameState {
    GameState(state: state, settings: settings, step: step, seed: seed, pool: pool)
  }

  private var looking: Traced.Viewer {
    let found = viewer ?? game.viewer(threads: threads)
    viewer = found
    return found
  }

  func measurements() -> [Measurement] { looking.measurements(now) }

  func picture(_ look: PlaneLook) -> Picture {
    looking.picture(now, columns: look.columns, rows: look.rows)
  }

  var summary: String { current.summary }

  // MARK: Keeping

  var fingerprint: UInt64 { state.fingerprint }

  var checkpoint: Checkpoint {
    state.checkpoint(step: step, curves: curves)
  }

  func restore(_ checkpoint: Checkpoint) throws(DesignError) {
    try State(current.step.variables).checkFit(of: checkpoint)
    current.values = checkpoint.values
    step = checkpoint.step
    curves = checkpoint.curves
  }
}
