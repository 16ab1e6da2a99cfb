/// How long trials will still take: by how long steps of each kind of game have taken so far, and
/// by what the knobs tell of kinds that nobody has trained yet.
///
/// It knows no clock; the seconds come in.
public struct TrialClock: Sendable {
  /// Games that cost alike.
  private struct Kind: Hashable {
    let trial: String
    let arm: Int
  }

  private struct Spent {
    var seconds = 0.0
    var steps = 0.0
    var work = 0.0
  }

  private var spent: [Kind: Spent] = [:]
  /// When each game in training was seen last, and how far it was.
  private var seen: [Int: (seconds: Double, done: Int)] = [:]

  public init() {}

  /// Takes notice of how far the games are.
  public mutating func note(_ progress: TrialProgress, at seconds: Double) {
    for (index, game) in progress.games.enumerated() {
      guard game.phase == .training else {
        seen[index] = nil
        continue
      }
      if let before = seen[index], game.done >= before.done {
        var sum = spent[kind(of: game), default: Spent()]
        let steps = Double(game.done - before.done)
        sum.seconds += seconds - before.seconds
        sum.steps += steps
        sum.work += steps * game.weight
        spent[kind(of: game)] = sum
      }
      seen[index] = (seconds, game.done)
    }
  }

  /// Seconds until the games of a page, or with nil all games, are done; nil as long as nobody can
  /// tell.
  public func secondsLeft(of progress: TrialProgress, page: String? = nil) -> Double? {
    let all = spent.values
    let work = all.reduce(0) { $0 + $1.work }
    guard work > 0 else { return nil }
    let perWork = all.reduce(0) { $0 + $1.seconds } / work
    var desks = [Double](repeating: 0, count: max(1, progress.jobs))
    var end = 0.0
    // Those in training have a desk each; the others take the first that is free.
    let open =
      progress.games.filter { $0.phase == .training }
      + progress.games.filter { $0.phase == .waiting }
    for game in open {
      let desk = desks.indices.min { desks[$0] < desks[$1] } ?? 0
      desks[desk] += Double(game.left) * secondsAStep(of: game, perWork)
      if page == nil || game.place.page == page { end = max(end, desks[desk]) }
    }
    return end
  }

  private func secondsAStep(of game: TrialProgress.Game, _ perWork: Double) -> Double {
    guard let known = spent[kind(of: game)], known.steps > 0 else { return perWork * game.weight }
    return known.seconds / known.steps
  }

  private func kind(of game: TrialProgress.Game) -> Kind {
    Kind(trial: game.place.trial, arm: game.arm)
  }
}
