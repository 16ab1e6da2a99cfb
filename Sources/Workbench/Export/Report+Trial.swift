import Adversarial
import Experiments
import Notebook
import Plotting

extension Report {
  /// What this run says of the claim by the page's own rule; nil where the rule does not speak of
  /// it: other knobs, knobs turned on the way, fewer steps, a divergence.
  var finding: Finding? {
    guard let trial = experiment.trial, changes.isEmpty, last.step >= trial.steps,
      last.columns.allSatisfy({ $0.status == .training })
    else { return nil }
    var evidence = Evidence(arms: [], diverged: [])
    for arm in trial.arms {
      guard let column = column(of: arm) else { return nil }
      evidence.arms.append(rows(of: column, upTo: arm.steps ?? trial.steps))
      evidence.diverged.append(nil)
    }
    return trial.judge(evidence)
  }

  /// The column that trains an arm of the trial.
  private func column(of arm: Trial.Arm) -> Int? {
    // This run turned nothing on the way.
    guard arm.turns.isEmpty else { return nil }
    var settings = Settings(experiment.hyperparameters)
    for knob in arm.knobs {
      guard (try? settings.set(knob.name, to: knob.setting)) != nil else { return nil }
    }
    return preset.columns.firstIndex { $0.settings == settings }
  }

  private func rows(of column: Int, upTo end: Int) -> [Evidence.Row] {
    let prefix = RunTable.prefix(column)
    let places = table.names.indices.filter { index in
      let name = table.names[index]
      return column == 0 ? !name.contains(".") : name.hasPrefix(prefix)
    }
    let names = places.map { String(table.names[$0].dropFirst(prefix.count)) }
    return table.rows.filter { $0.step <= end && $0.step.isMultiple(of: Run.measureInterval) }
      .map { row in
        Evidence.Row(step: row.step, names: names, values: places.map { row.values[$0] })
      }
  }

  /// The rule, what this run says by it, and what others have published: a sentence each.
  var trialSentences: [String] {
    guard let trial = experiment.trial else { return [] }
    return ["Rule: \(trial.rule)", "This run: \(judgement(by: trial))."]
      + trial.published.map { "Published, \($0.source): \($0.words)." }
  }

  /// "at most 2 of 8 modes: the claim holds for seed 1".
  private func judgement(by trial: Trial) -> String {
    guard let finding else {
      let arms = trial.arms.map { "'\($0.title)'" }.joined(separator: " and ")
      return "the rule does not speak of it; it wants \(Number.steps(trial.steps)) of \(arms), "
        + "nothing turned on the way"
    }
    let verdict =
      switch finding.holds {
      case true?: "the claim holds for seed \(last.seed)"
      case false?: "the claim fails for seed \(last.seed)"
      case nil: "seed \(last.seed) cannot tell"
      }
    return "\(finding.words): \(verdict)"
  }
}
