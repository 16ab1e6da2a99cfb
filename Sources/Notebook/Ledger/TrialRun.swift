public import Adversarial
public import Experiments

/// One seed of a page's trial: its games trained one after another, measured at the same steps,
/// and judged.
///
/// Born and dead on one thread. The finding is a function of the page, the seed and the steps.
public final class TrialRun {
  public let page: Experiment
  public let seed: UInt64
  /// Steps of each game.
  public let steps: Int
  private let trial: Trial
  private let threads: Int
  private var evidence: Evidence
  private var run: Run?

  /// - Parameter isQuick: the trial's quick form, which leaves things undecided.
  /// - Throws: ``DesignError`` where an arm's knobs describe no game.
  public init(
    page: Experiment, trial: Trial, seed: UInt64, isQuick: Bool, threads: Int
  ) throws(DesignError) {
    self.page = page
    self.trial = trial
    self.seed = seed
    self.threads = threads
    steps = isQuick ? trial.quick.steps : trial.steps
    evidence = Evidence(arms: trial.arms.map { _ in [] }, diverged: trial.arms.map { _ in nil })
    for arm in trial.arms { _ = try page.design(try Self.settings(of: arm, on: page)) }
  }

  /// Steps taken of all that the trial takes, all arms together.
  public var progress: (done: Int, of: Int) {
    let finished = arm * steps
    return (finished + (run?.step ?? 0), trial.arms.count * steps)
  }

  /// Which arm is being trained.
  private var arm = 0

  /// One step of the game at hand. Returns false when all have been trained.
  /// - Throws: ``DesignError`` where an arm describes no game.
  public func advance() throws(DesignError) -> Bool {
    guard arm < trial.arms.count else { return false }
    let run = try current()
    let moved = run.advance()
    if run.step.isMultiple(of: Run.measureInterval) { evidence.arms[arm].append(run.row) }
    if case .diverged(let step) = run.status { evidence.diverged[arm] = step }
    if !moved || run.status != .training {
      arm += 1
      self.run = nil
    }
    return arm < trial.arms.count
  }

  /// What the seed says, once all games have been trained. A game that diverged cannot tell.
  public var finding: Finding {
    if let index = evidence.diverged.firstIndex(where: { $0 != nil }) {
      let step = evidence.diverged[index] ?? 0
      return Finding(
        holds: nil, number: .nan,
        words: "'\(trial.arms[index].title)' diverged at step \(Wording.count(step))")
    }
    return trial.judge(evidence)
  }

  /// The game at hand, begun where it is not yet.
  private func current() throws(DesignError) -> Run {
    if let run { return run }
    let arm = trial.arms[arm]
    let preset = Preset(
      name: page.name, page: page.name, title: arm.title, note: "", seed: seed, steps: steps,
      settings: try Self.settings(of: arm, on: page))
    let begun = try Run(experiment: page, preset: preset, threads: threads)
    begun.keepsKeyframes = false
    run = begun
    return begun
  }

  private static func settings(
    of arm: Trial.Arm, on page: Experiment
  ) throws(DesignError) -> Settings {
    var settings = Settings(page.hyperparameters)
    for knob in arm.knobs {
      do {
        try settings.set(knob.name, to: knob.setting)
      } catch {
        throw DesignError("the trial of '\(page.name)': " + error.sentence())
      }
    }
    return settings
  }
}

extension Run {
  /// The first column's curves and measures at this step, by name.
  fileprivate var row: Evidence.Row {
    let column = columns[0]
    let names = column.session.curveList.map(\.name) + column.measures.values.map(\.name)
    let values = column.session.curves.map(Double.init) + column.measures.values.map(\.value)
    return Evidence.Row(step: step, names: names, values: values)
  }
}
