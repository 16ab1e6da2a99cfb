package import Engine

/// A game whose whole step is one trace, and whose numbers are looked at by a viewer: what
/// ``TracedSession`` trains.
protocol TracedGame: Game {
  associatedtype Viewer: GameViewer
  /// What each step yields, in the order of ``TracedStep/curves``.
  var curveList: [Curve] { get }
  /// One step in which these players move.
  func trace(movers: Set<Player>) -> TracedStep
  func viewer(threads: Int) -> Viewer
}

extension TracedGame {
  public func begin(settings: Settings, seed: UInt64, threads: Int) -> any Session {
    TracedSession(self, settings: settings, seed: seed, threads: threads)
  }
}

/// One step of a game as tensors.
package struct TracedStep {
  package let graph: Graph
  /// What outlives the step, in the order of checkpoints.
  package let variables: [PlayerTrace.Variable]
  /// Inputs that a number among the settings is stored in.
  package let scalars: [(value: (Settings) -> Float, tensor: Tensor)]
  /// The input that holds the number of the step, from 0, where something depends on it.
  package let clock: Tensor?
  /// [number of curves].
  package let curves: Tensor
  package let updates: [(input: Tensor, value: Tensor)]

  package init(
    graph: Graph, variables: [PlayerTrace.Variable],
    scalars: [(value: (Settings) -> Float, tensor: Tensor)], clock: Tensor? = nil,
    curves: Tensor, updates: [(input: Tensor, value: Tensor)]
  ) {
    self.graph = graph
    self.variables = variables
    self.scalars = scalars
    self.clock = clock
    self.curves = curves
    self.updates = updates
  }

  /// Where the variables start, in their order.
  package func initialValues(seed: UInt64) -> [[Float]] { State(variables, seed: seed).values }
}

/// Looks at a game's numbers without touching them.
protocol GameViewer: AnyObject {
  func measurements(_ now: GameState) -> [Measurement]
  /// What the page shows, fields on a grid of so many cells.
  func picture(_ now: GameState, columns: Int, rows: Int) -> Picture
}

/// A game's numbers at one step.
struct GameState {
  let state: State
  let settings: Settings
  let step: Int
  let seed: UInt64
  let pool: WorkerPool

  /// The value of a variable, row-major.
  /// - Precondition: the game has such a variable.
  subscript(name: String) -> [Float] {
    guard let index = state.names.firstIndex(of: name) else {
      preconditionFailure("the game has no '\(name)'")
    }
    return state.values[index]
  }

  /// The values of all variables whose names begin so, in order.
  func values(from prefix: String, count: Int) -> [[Float]] {
    Array(
      state.names.indices.filter { state.names[$0].hasPrefix(prefix) }.prefix(count)
        .map { state.values[$0] })
  }
}
