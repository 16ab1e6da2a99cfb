public import Adversarial
public import Experiments

/// One game of a page's trial, with one seed: trained, and measured at the steps that every other
/// game of it is measured at.
///
/// Born and dead on one thread. What it yields is a function of the arm, the seed and the steps.
public final class ArmRun {
  private let run: Run
  /// Knobs that are still to be turned, steps ascending.
  private var turns: [Trial.Turn]
  private var rows: [Evidence.Row] = []

  /// - Throws: ``DesignError`` where the arm's knobs describe no game.
  public init(
    _ arm: Trial.Arm, of page: Experiment, seed: UInt64, steps: Int, threads: Int
  ) throws(DesignError) {
    let preset = Preset(
      name: page.name, page: page.name, title: arm.title, note: "", seed: seed, steps: steps,
      settings: try arm.settings(on: page))
    try arm.checkTurns(on: page)
    turns = arm.turns
    run = try Run(experiment: page, preset: preset, threads: threads)
    run.keepsKeyframes = false
  }

  /// Steps taken so far.
  public var step: Int { run.step }

  /// One step. Returns false when the game is over.
  public func advance() -> Bool {
    let due = turns.prefix { $0.step <= run.step }
    turns.removeFirst(due.count)
    let (moved, refusals) = run.advance(
      due.map { .set(name: $0.knob.name, setting: $0.knob.setting) })
    precondition(refusals.isEmpty, "step \(run.step): \(refusals)")
    guard moved else { return false }
    if run.step.isMultiple(of: Run.measureInterval), run.status.isFinite { rows.append(row) }
    return run.status == .training
  }

  /// What the game has yielded.
  public var evidence: ArmEvidence {
    let diverged: Int? = if case .diverged(let step) = run.status { step } else { nil }
    return ArmEvidence(steps: run.step, rows: rows, diverged: diverged)
  }

  /// The curves and measures at this step, by name.
  private var row: Evidence.Row {
    let column = run.columns[0]
    let names = column.session.curveList.map(\.name) + column.measures.values.map(\.name)
    let values = column.session.curves.map(Double.init) + column.measures.values.map(\.value)
    return Evidence.Row(step: run.step, names: names, values: values)
  }
}

extension RunStatus {
  fileprivate var isFinite: Bool { if case .diverged = self { false } else { true } }
}

/// What one game yielded: its rows, and the step at which it diverged, if it did.
public struct ArmEvidence: Sendable {
  /// Steps that were trained.
  public let steps: Int
  public let rows: [Evidence.Row]
  public let diverged: Int?

  public init(steps: Int, rows: [Evidence.Row], diverged: Int?) {
    self.steps = steps
    self.rows = rows
    self.diverged = diverged
  }

  /// What it had yielded by an earlier step; nil where it has not come so far.
  func upTo(_ step: Int) -> ArmEvidence? {
    if let diverged, diverged <= step { return self }
    guard steps >= step else { return nil }
    return ArmEvidence(steps: step, rows: rows.filter { $0.step <= step }, diverged: nil)
  }
}

extension Trial {
  /// What a seed says, given what each arm yielded. A game that diverged cannot tell.
  public func finding(_ arms: [ArmEvidence]) -> Finding {
    precondition(arms.count == self.arms.count, "\(arms.count) of \(self.arms.count) arms")
    if !judgesDivergence, let index = arms.firstIndex(where: { $0.diverged != nil }) {
      let step = Wording.count(arms[index].diverged ?? 0)
      return Finding(
        holds: nil, number: .nan, words: "'\(self.arms[index].title)' diverged at step \(step)")
    }
    return judge(Evidence(arms: arms.map(\.rows), diverged: arms.map(\.diverged)))
  }
}
