internal import Adversarial
internal import Experiments
internal import Yams

extension PresetReader {
  static let sideTitleLetters = 30

  /// The sides of a twin: each the preset's settings with differences of its own.
  ///
  /// ```yaml
  /// twins:
  ///   - knobs: {unrollSteps: 0}
  ///   - title: ten steps ahead
  ///     knobs: {unrollSteps: 10}
  /// ```
  func twins(
    of settings: Settings, on page: Experiment
  ) throws(PresetError) -> [Preset.Column] {
    guard let node = value(of: "twins", in: entries) else { return [] }
    guard case .sequence(let sides) = node, (2...Run.mostColumns).contains(sides.count) else {
      throw fail(node, "'twins' must be a list of 2 to \(Run.mostColumns) sides")
    }
    var columns: [Preset.Column] = []
    for side in sides { columns.append(try column(side, settings, page)) }
    do {
      try page.checkSides(columns.map(\.settings))
    } catch {
      throw fail(node, error.description)
    }
    return columns
  }

  private func column(
    _ side: Node, _ settings: Settings, _ page: Experiment
  ) throws(PresetError) -> Preset.Column {
    guard case .mapping(let mapping) = side else {
      throw fail(side, "a side of 'twins' has 'knobs' and perhaps a 'title'")
    }
    let lines = try Self.entries(of: mapping, file: file)
    try checkKeys(lines, known: ["title", "knobs"])
    var own = settings
    let knobs = value(of: "knobs", in: lines)
    try set(knobs, in: &own)
    try tryOut(own, on: page, at: knobs ?? side)
    let title = try text("title", in: lines, lines: 1, letters: Self.sideTitleLetters)
    return Preset.Column(
      title: title ?? own.title(besides: settings), settings: own)
  }
}

extension Settings {
  /// A side's title where nobody gave it one.
  func title(besides other: Settings) -> String {
    String(words(besides: other).prefix(PresetReader.sideTitleLetters))
  }

  /// Each knob that stands elsewhere than in `other`, as far as a title reaches: "batch 10".
  func words(besides other: Settings) -> String {
    let changed = zip(pairs, other.pairs).filter { $0.setting != $1.setting }
    return changed.isEmpty
      ? "as is"
      : changed.map { "\($0.0.hyperparameter.title) \(Wording.setting($0.0.setting))" }
        .joined(separator: ", ")
  }
}
