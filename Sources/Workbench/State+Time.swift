import Adversarial
import Notebook
import Plotting

extension State {
  /// What the keys of the time bar ask for.
  mutating func performOnTime(_ action: Action) -> [Effect] {
    guard let run, run.moment != nil else { return [] }
    self.run?.chart.reading = nil
    switch action {
    case .recordBack: return look(at: run.record(by: -1))
    case .recordForth: return run.isLookingBack ? look(at: run.record(by: 1)) : []
    case .leapBack: return look(at: run.leap(by: -1))
    case .leapForth: return run.isLookingBack ? look(at: run.leap(by: 1)) : []
    case .firstStep: return look(at: 0)
    case .liveStep: return run.isLookingBack || run.isPast ? look(at: nil) : []
    case .fork: return fork()
    default: return []
    }
  }

  /// Goes to a step, or with nil to the live one: the bar says so at once, the picture follows.
  mutating func look(at step: Int?) -> [Effect] {
    guard let run else { return [] }
    let goal = step.flatMap { $0 < run.live ? $0 : nil }
    guard goal != run.goal || run.isGoing else { return [] }
    self.run?.goal = goal
    return [.view(goal)] + look()
  }

  /// Shows the newest record up to a step, once the one before it is on the screen.
  mutating func replay(to step: Int) -> [Effect] {
    guard let run, run.isLookingBack, !run.isGoing else { return [] }
    guard step < run.live else { return look(at: nil) }
    guard let record = run.records.last(where: { $0 <= step }), record > run.step else { return [] }
    return look(at: record)
  }

  /// A run of its own from the step in view; it waits for the person.
  private mutating func fork() -> [Effect] {
    guard let run else { return [] }
    let step = run.goal ?? run.live
    self.run?.pendingFork = Fork(name: run.recordedName, step: step)
    self.run?.goal = nil
    self.run?.mean(toTrain: false, at: seconds)
    say("Forked at step \(Number.spaced(step)): a run of its own. space trains it on.")
    return [.fork] + look()
  }

  /// Whether something can be done to the run where the person is; says why not.
  mutating func isInPresent() -> Bool {
    guard let run, run.isLookingBack else { return true }
    let step = Number.spaced(run.goal ?? run.step)
    say("Step \(step) is past. f forks a run of its own here, End goes to the live step.")
    return false
  }
}

extension RunState {
  /// What a fork of this run calls it.
  var recordedName: String { id ?? preset.shortName }
}
