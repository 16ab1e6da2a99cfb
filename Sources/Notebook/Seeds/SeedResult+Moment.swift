internal import Adversarial

extension SeedResult {
  /// What a run that has come to its end brought, as its last moment shows it; nil before that.
  ///
  /// It can stand in a table beside others of the same preset. It has no line of its own: the
  /// fingerprint that a results file needs is the run's to tell.
  package init?(_ moment: Moment, of preset: Preset) {
    let words: String
    switch moment.status {
    case .finished: words = "finished"
    case .diverged(let step): words = "diverged at step \(step)"
    case .training, .paused: return nil
    }
    self.init(
      configuration: preset.name, kernel: moment.kernel, seed: moment.seed, steps: moment.step,
      status: words,
      columns: moment.columns.map { column in
        Column(
          title: column.title, fingerprint: "",
          measures: Dictionary(
            column.measures.filter(\.value.isFinite).map { ($0.name, $0.value) },
            uniquingKeysWith: { first, _ in first }))
      }, line: "")
  }
}
