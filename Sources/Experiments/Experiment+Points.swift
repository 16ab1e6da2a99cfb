public import Adversarial

extension Experiment {
  /// The same page, with points that its data can be set to.
  public func offering(_ sets: [PointSet]) -> Experiment {
    guard !sets.isEmpty else { return self }
    return Experiment(
      name, title: title, chapter: chapter, section: section, figure: figure, claim: claim,
      watch: watch, text: text, equations: equations,
      hyperparameters: hyperparameters.map { $0.offering(sets) }, measures: measures, pace: pace,
      trial: trial, design: design)
  }

  /// Whether its data can be the reader's own.
  public var takesOwnData: Bool { hyperparameters.contains { $0.name == Settings.dataName } }
}
