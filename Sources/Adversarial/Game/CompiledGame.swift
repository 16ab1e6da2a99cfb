internal import Engine

/// A traced game of the plane as a program, and the numbers that it holds between steps.
final class CompiledGame {
  let trace: GameTrace
  private let program: TracedProgram

  init(_ design: Design, movers: Set<Player>, threads: Int) {
    trace = GameTrace(design, movers: movers)
    program = TracedProgram(trace.step, threads: threads)
  }

  /// All variables' values, in declared order.
  var values: [[Float]] {
    get { program.values }
    set { program.values = newValue }
  }

  /// The values of one player's parameters, without its optimizer's, in declared order: what
  /// viewers and probes look at. Of a generator whose average is kept, that average.
  func parameters(of player: Player, count: Int) -> [[Float]] {
    let isAveraged = player == .generator && !trace.average.isEmpty
    let prefix = (isAveraged ? Averaging.prefix : "") + player.rawValue + "."
    return trace.variables.indices.filter { trace.variables[$0].name.hasPrefix(prefix) }
      .prefix(count).map(program.value)
  }

  func store(_ settings: Settings) { program.store(settings) }

  func run(seed: UInt64, step: Int, on pool: WorkerPool) {
    program.run(seed: seed, step: step, on: pool)
  }

  var curves: [Float] { program.curves }
  var summary: String { program.summary }
  var byteCount: Int { program.byteCount }
}
