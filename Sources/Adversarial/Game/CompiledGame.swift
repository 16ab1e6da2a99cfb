internal import Engine

/// A traced game as a program, and the numbers that it holds between steps.
final class CompiledGame {
  let trace: GameTrace
  private let program: Program
  /// Values that this program does not use (the other player's optimizer, where one moves alone)
  /// and only passes on.
  private var idle: [Int: [Float]] = [:]

  init(_ design: Design, movers: Set<Player>, threads: Int) {
    trace = GameTrace(design, movers: movers)
    program = Program(
      trace.graph, outputs: [trace.curves], updates: trace.updates, threads: threads)
  }

  /// All variables' values, in declared order.
  var values: [[Float]] {
    get { trace.variables.indices.map(value) }
    set {
      for (index, (variable, numbers)) in zip(trace.variables, newValue).enumerated() {
        if program.uses(variable.tensor) {
          program.write(numbers, to: variable.tensor)
        } else {
          idle[index] = numbers
        }
      }
    }
  }

  /// The values of one player's parameters, without its optimizer's, in declared order: what
  /// viewers and probes look at. Of a generator whose average is kept, that average.
  func parameters(of player: Player, count: Int) -> [[Float]] {
    let isAveraged = player == .generator && !trace.average.isEmpty
    let prefix = (isAveraged ? Averaging.prefix : "") + player.rawValue + "."
    return trace.variables.indices.filter { trace.variables[$0].name.hasPrefix(prefix) }
      .prefix(count).map(value)
  }

  private func value(_ index: Int) -> [Float] {
    idle[index] ?? program.read(trace.variables[index].tensor)
  }

  func store(_ settings: Settings) {
    for (knob, tensor) in trace.scalars { program.write([knob.value(in: settings)], to: tensor) }
  }

  func run(seed: UInt64, step: Int, on pool: WorkerPool) {
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
  }

  var curves: [Float] { program.read(trace.curves) }
  var summary: String { program.summary }
  var byteCount: Int { program.byteCount }
}
