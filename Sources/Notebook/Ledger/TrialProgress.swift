/// How far trials have come: every game that was asked for, in the order they are begun.
public struct TrialProgress: Sendable, Equatable {
  /// One game of one seed of a page's trial.
  public struct Game: Sendable, Equatable {
    public enum Phase: Sendable, Equatable { case waiting, training, done }

    public let place: LedgerFinding.Place
    /// Its number among the arms of the trial.
    public let arm: Int
    public let steps: Int
    /// How much a step costs beside other games' steps, as far as the knobs tell.
    public let weight: Double
    public var done: Int
    public var phase: Phase
    /// Whether it was kept from before and cost nothing.
    public let isKept: Bool

    public init(
      place: LedgerFinding.Place, arm: Int, steps: Int, weight: Double, done: Int, phase: Phase,
      isKept: Bool = false
    ) {
      self.place = place
      self.arm = arm
      self.steps = steps
      self.weight = weight
      self.done = done
      self.phase = phase
      self.isKept = isKept
    }

    /// Steps that are still to be trained.
    var left: Int { phase == .done ? 0 : steps - done }
  }

  public var games: [Game]
  /// How many train at a time.
  public let jobs: Int

  public init(games: [Game], jobs: Int) {
    self.games = games
    self.jobs = jobs
  }

  public var isOver: Bool { games.allSatisfy { $0.phase == .done } }

  /// The pages that still have games to train.
  public var openPages: Set<String> {
    Set(games.filter { $0.phase != .done }.map(\.place.page))
  }

  /// Games of a page, or of all with nil, that are done, and all of them.
  public func count(of page: String? = nil) -> (done: Int, all: Int) {
    let games = games.filter { page == nil || $0.place.page == page }
    return (games.count { $0.phase == .done }, games.count)
  }

  /// The share of the work that is done, of a page or of all: 0 … 1.
  public func share(of page: String? = nil) -> Double {
    let games = games.filter { !$0.isKept && (page == nil || $0.place.page == page) }
    let all = games.reduce(0) { $0 + $1.weight * Double($1.steps) }
    let left = games.reduce(0) { $0 + $1.weight * Double($1.left) }
    return all > 0 ? 1 - left / all : 1
  }
}
