private import Adversarial
internal import Experiments

/// One seed of a page's trial.
struct TrialCase: Sendable {
  let page: Experiment
  let trial: Trial
  let place: LedgerFinding.Place
  /// Which game each arm is.
  let keys: [String]

  /// Nil for a page that claims nothing.
  init?(_ page: Experiment, seed: UInt64, isQuick: Bool) {
    guard let trial = page.trial else { return nil }
    self.page = page
    self.trial = trial
    place = .init(page: page.name, trial: trial.key(on: page), seed: seed, isQuick: isQuick)
    keys = trial.arms.map { $0.key(on: page) }
  }

  /// The last step of an arm's game.
  func steps(of arm: Int) -> Int {
    let whole = place.isQuick ? trial.quick.steps : trial.steps
    return min(whole, trial.arms[arm].steps ?? whole)
  }

  /// How much a step of an arm costs beside others, as far as knobs that pages share tell: the
  /// batch, and the updates that are looked ahead to.
  func weight(of arm: Int) -> Double {
    guard let settings = try? trial.arms[arm].settings(on: page) else { return 1 }
    func number(_ name: String, _ other: Double) -> Double {
      if case .number(let value)? = settings[name] { value } else { other }
    }
    return number("batch", 256) / 256 * (1 + 1.5 * number("unrollSteps", 0))
  }
}

/// Why a game could not be trained: one sentence.
struct TrialFailure: Error {
  let sentence: String
}

/// The games that are to be trained, and who trains which: what the court's threads share.
struct TrialDocket: Sendable {
  /// A game, and what has come of it.
  struct Game: Sendable {
    let item: TrialCase
    let index: Int
    let isKept: Bool
    let weight: Double
    var done: Int
    var phase: TrialProgress.Game.Phase
    var result: Result<ArmEvidence, TrialFailure>?
    var isGivenUp = false

    var arm: Trial.Arm { item.trial.arms[index] }
    var steps: Int { item.steps(of: index) }
    var key: String { item.keys[index] }
  }

  /// A seed whose games are all over.
  struct Whole: Sendable {
    let item: TrialCase
    let result: Result<[ArmEvidence], TrialFailure>
  }

  private var games: [Game] = []
  private let jobs: Int
  private(set) var threads = 0
  private var hasComplained = false

  init(jobs: Int) { self.jobs = max(1, jobs) }

  // MARK: In and out

  /// Takes cases in; returns those that what is kept decides.
  mutating func add(_ cases: [TrialCase], kept: [String: ArmEvidence]) -> [Whole] {
    // A docket that is over has been read: its games would be counted again.
    if games.allSatisfy({ $0.phase == .done }) { games = [] }
    let open = Set(games.filter { !$0.isGivenUp }.map(\.item.place))
    let fresh = cases.filter { !open.contains($0.place) }
    for item in fresh { add(item, kept) }
    return fresh.compactMap { whole($0.place) }
  }

  private mutating func add(_ item: TrialCase, _ kept: [String: ArmEvidence]) {
    for index in item.trial.arms.indices {
      let beginning = KeptEvidence.beginning(of: item.keys[index], seed: item.place.seed)
      let steps = item.steps(of: index)
      let evidence = kept[beginning]?.upTo(steps)
      games.append(
        Game(
          item: item, index: index, isKept: evidence != nil, weight: item.weight(of: index),
          done: evidence == nil ? 0 : steps, phase: evidence == nil ? .waiting : .done,
          result: evidence.map { .success($0) }))
    }
  }

  /// Gives games up; returns when the threads have heard of it at their next step.
  mutating func stop(_ page: String?) {
    for index in games.indices where games[index].phase != .done {
      guard page == nil || games[index].item.place.page == page else { continue }
      games[index].isGivenUp = true
      if games[index].phase == .waiting { games[index].phase = .done }
    }
  }

  var progress: TrialProgress {
    TrialProgress(
      games: games.filter { !$0.isGivenUp }.map { game in
        TrialProgress.Game(
          place: game.item.place, arm: game.index, steps: game.steps,
          weight: game.weight, done: game.done, phase: game.phase,
          isKept: game.isKept)
      }, jobs: jobs)
  }

  // MARK: Threads

  /// How many threads are to be started now; they count as at work.
  mutating func hire() -> Int {
    let waiting = games.count { $0.phase == .waiting && !$0.isGivenUp }
    let count = max(0, min(jobs - threads, waiting))
    threads += count
    return count
  }

  /// The game that costs most, so that no thread is left with a long one at the end. Nil sends the
  /// thread home.
  mutating func next() -> (index: Int, game: Game)? {
    let waiting = games.indices.filter { games[$0].phase == .waiting && !games[$0].isGivenUp }
    func cost(_ index: Int) -> Double {
      games[index].weight * Double(games[index].steps)
    }
    guard let index = waiting.max(by: { cost($0) < cost($1) }) else {
      threads -= 1
      return nil
    }
    games[index].phase = .training
    return (index, games[index])
  }

  /// Books a step; returns whether the game is still wanted.
  mutating func note(_ index: Int, _ step: Int) -> Bool {
    games[index].done = step
    if games[index].isGivenUp { games[index].phase = .done }
    return !games[index].isGivenUp
  }

  /// A game is over; returns its seed where that was the last one.
  mutating func finish(_ index: Int, _ result: Result<ArmEvidence, TrialFailure>) -> Whole? {
    games[index].result = result
    games[index].phase = .done
    return games[index].isGivenUp ? nil : whole(games[index].item.place)
  }

  private func whole(_ place: LedgerFinding.Place) -> Whole? {
    let games = games.filter { $0.item.place == place && !$0.isGivenUp }
    guard let item = games.first?.item, games.count == item.trial.arms.count else { return nil }
    var arms: [ArmEvidence] = []
    for game in games {
      switch game.result {
      case .success(let evidence)?: arms.append(evidence)
      case .failure(let failure)?:
        return Whole(item: item, result: .failure(failure))
      case nil: return nil
      }
    }
    return Whole(item: item, result: .success(arms))
  }

  mutating func complains() -> Bool {
    defer { hasComplained = true }
    return !hasComplained
  }
}
