private import Engine

/// What a page trains, as plain values: the description that a session is begun from.
public protocol Game: Sendable {
  /// Traces and compiles the game, and draws the initial values.
  func begin(settings: Settings, seed: UInt64, threads: Int) -> any Session
  /// Whether it can train beside others of its page, as the sides of a twin do.
  /// - Throws: ``DesignError`` that names the sides and the knob.
  static func checkSides(_ sides: [Self]) throws(DesignError)
  /// Whether a session of the other game can go on as this one.
  func follows(_ other: any Game) -> Bool
}

extension Game {
  public static func checkSides(_ sides: [Self]) throws(DesignError) {}

  public func follows(_ other: any Game) -> Bool { other is Self }

  /// Whether this game and others of its page can train side by side.
  public func checkBeside(_ others: [any Game]) throws(DesignError) {
    guard others.allSatisfy(follows) else {
      throw DesignError("the sides of a run play one kind of game; these play several")
    }
    try Self.checkSides([self] + others.compactMap { $0 as? Self })
  }
}

/// A game in training: its numbers and the compiled program. Born and dead on one thread.
///
/// A step is a function of the seed, the settings and the step's number alone: looking at a
/// session (``picture(_:)``, ``measurements()``) draws from streams of its
/// own and never changes what the next step does.
///
/// ## Topics
/// - Training: ``advance(_:)``, ``adopt(_:settings:)``
/// - Looking: ``curves``, ``picture(_:)``, ``measurements()``
/// - Keeping: ``checkpoint``, ``restore(_:)``, ``fingerprint``
public protocol Session: AnyObject {
  /// Steps trained so far; a move of one player alone counts as one.
  var step: Int { get }
  /// Curves of the last step, in the order of ``curveList``; empty before the first.
  var curves: [Float] { get }
  /// What each step yields.
  var curveList: [Curve] { get }
  var seed: UInt64 { get }
  /// One step: every player moves as the game says, or one of them alone.
  func advance(_ player: Player?)
  /// Goes on with these settings: numbers are stored, a structural change retraces and keeps
  /// the state that still fits.
  /// - Precondition: a game of the same page.
  func adopt(_ game: any Game, settings: Settings)
  /// What the page measures now.
  func measurements() -> [Measurement]
  /// What the page shows now: of a plane, what is asked for.
  func picture(_ look: PlaneLook) -> Picture
  /// Where the samples of the newest measurements are, mode by mode; nil before the first, and
  /// where there are no modes.
  func survey() -> ModeSurvey?
  /// Phases, segments and memory of the compiled step.
  var summary: String { get }
  /// A hash of all bits that the next step depends on: parameters and optimizer states, in
  /// declared order.
  var fingerprint: UInt64 { get }
  /// Everything that the next step depends on, except the settings.
  var checkpoint: Checkpoint { get }
  /// Goes back (or on) to a checkpoint of a game of this structure.
  /// - Throws: ``DesignError`` where names or shapes differ; nothing has changed then.
  func restore(_ checkpoint: Checkpoint) throws(DesignError)
}

extension Session {
  /// One step of the whole game.
  public func advance() { advance(nil) }
  /// Whether the last step's curves are finite. A parameter that is not makes the next ones so.
  public var isFinite: Bool { curves.allSatisfy(\.isFinite) }
  public func survey() -> ModeSurvey? { nil }

  /// What the page shows now, fields on a grid of so many cells over all of it.
  public func picture(fieldColumns: Int, fieldRows: Int) -> Picture {
    picture(PlaneLook(columns: fieldColumns, rows: fieldRows))
  }
}

/// The kernels that the engine runs on this processor.
public enum Kernels {
  /// "avx2+fma".
  public static var name: String { Program.kernel.name }
}
