import Notebook
import Testing

@Suite struct TrialClockTests {
  private func game(
    _ arm: Int, seed: UInt64 = 1, done: Int, _ phase: TrialProgress.Game.Phase,
    weight: Double = 1, page: String = "a"
  ) -> TrialProgress.Game {
    .init(
      place: .init(page: page, trial: page, seed: seed, isQuick: false), arm: arm, steps: 1_000,
      weight: weight, done: done, phase: phase)
  }

  private func isNear(_ value: Double?, _ wanted: Double) -> Bool {
    value.map { abs($0 - wanted) < 1e-9 } ?? false
  }

  @Test func `nobody can tell before anything has moved`() {
    let progress = TrialProgress(games: [game(0, done: 0, .waiting)], jobs: 1)
    var clock = TrialClock()
    clock.note(progress, at: 1)
    #expect(clock.secondsLeft(of: progress) == nil)
  }

  @Test func `known kinds cost what they cost, others by their weight`() {
    var clock = TrialClock()
    let start = [game(0, done: 0, .training), game(1, done: 0, .waiting, weight: 3)]
    clock.note(TrialProgress(games: start, jobs: 1), at: 10)
    let later = [game(0, done: 500, .training), game(1, done: 0, .waiting, weight: 3)]
    let progress = TrialProgress(games: later, jobs: 1)
    clock.note(progress, at: 11)
    // 2 ms a step: half a game, and one whose steps cost three times as much.
    #expect(isNear(clock.secondsLeft(of: progress), 1 + 6))
    #expect(progress.share() == 0.125)
  }

  @Test func `games share the desks, and a page is over with its last game`() {
    var clock = TrialClock()
    func games(_ done: Int) -> [TrialProgress.Game] {
      [
        game(0, done: done, .training), game(0, seed: 2, done: done, .training, page: "b"),
        game(0, seed: 3, done: 0, .waiting), game(0, seed: 4, done: 1_000, .done),
      ]
    }
    clock.note(TrialProgress(games: games(0), jobs: 2), at: 0)
    let progress = TrialProgress(games: games(500), jobs: 2)
    clock.note(progress, at: 1)
    #expect(isNear(clock.secondsLeft(of: progress), 1 + 2))
    #expect(isNear(clock.secondsLeft(of: progress, page: "b"), 1))
    #expect(progress.count(of: "a").done == 1 && progress.openPages == ["a", "b"])
  }
}
