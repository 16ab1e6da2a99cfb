internal import Adversarial
internal import Experiments

/// What a one-line text says about a preset: `seed=7&steps=3000&unrollSteps=5`, and about the
/// sides of a twin: `a.unrollSteps=0&b.unrollSteps=10&b.title=ten%20ahead`.
///
/// A knob without a letter holds for every side. `sides=1` makes a plain run of a twin; a letter
/// beyond the preset's sides adds a side. Values are written as in a preset file, with `%26` and
/// its like for what has a meaning here; a `+` is a plus.
struct PresetLine {
  /// Four sides, each with data of the most characters, all in percent code, come near it.
  static let longest = 1 << 17
  private static let letters = ["a", "b", "c", "d"]

  var seed: UInt64?
  var steps: Int?
  var sideCount: Int?
  var knobs: [Assignment] = []
  var sides: [Side] = Array(repeating: Side(), count: Run.mostColumns)

  /// A knob's name and its value.
  struct Assignment {
    let name: String
    let setting: Setting
  }

  /// What the line says about one side.
  struct Side {
    var title: String?
    var knobs: [Assignment] = []
    var isEmpty: Bool { title == nil && knobs.isEmpty }
  }

  init() {}

  // MARK: Using

  /// The preset with the line's differences; contradictions are for the caller to try out.
  /// - Throws: ``SettingError`` where a value is outside a knob's domain.
  func applied(to base: Preset) throws(SettingError) -> Preset {
    var preset = base
    preset.seed = seed ?? base.seed
    preset.steps = steps ?? base.steps
    try Self.set(knobs, in: &preset.settings)
    for index in preset.twins.indices { try Self.set(knobs, in: &preset.twins[index].settings) }
    preset.twins = try columns(of: preset)
    preset.isRefused = base.isRefused && preset.settings == base.settings
    if preset.columns != base.columns {
      preset.title = String(preset.differences(from: base).prefix(PresetReader.titleLetters))
    }
    return preset
  }

  private static func set(
    _ knobs: [Assignment], in settings: inout Settings
  ) throws(SettingError) {
    for knob in knobs { try settings.set(knob.name, to: knob.setting) }
  }

  private func columns(of preset: Preset) throws(SettingError) -> [Preset.Column] {
    let named = (sides.lastIndex { !$0.isEmpty } ?? -1) + 1
    let count = sideCount ?? max(preset.twins.count, named == 0 ? 0 : max(2, named))
    guard count > 1 else { return [] }
    var columns: [Preset.Column] = []
    for index in 0..<count {
      let isNew = index >= preset.twins.count
      var column =
        isNew ? Preset.Column(title: "", settings: preset.settings) : preset.twins[index]
      try Self.set(sides[index].knobs, in: &column.settings)
      if isNew || !sides[index].knobs.isEmpty {
        column.title = column.settings.title(besides: preset.settings)
      }
      column.title = sides[index].title ?? column.title
      columns.append(column)
    }
    return columns
  }

  // MARK: Writing

  /// What has to be said to make `preset` of `base`, as far as numbers go: notes stay the base's.
  init(from base: Preset, to preset: Preset) {
    seed = preset.seed == base.seed ? nil : preset.seed
    steps = preset.steps == base.steps ? nil : preset.steps
    if preset.twins.count != base.twins.count { sideCount = max(1, preset.twins.count) }
    knobs = Self.differences(preset.settings, from: base.settings)
    // What the line says so far decides what is left to say of each side.
    guard let draft = try? applied(to: base) else { return }
    for (index, wanted) in preset.twins.enumerated() where index < draft.twins.count {
      sides[index].knobs = Self.differences(wanted.settings, from: draft.twins[index].settings)
    }
    guard let titled = try? applied(to: base) else { return }
    for (index, wanted) in preset.twins.enumerated() where index < titled.twins.count {
      sides[index].title = wanted.title == titled.twins[index].title ? nil : wanted.title
    }
  }

  private static func differences(_ settings: Settings, from other: Settings) -> [Assignment] {
    zip(settings.pairs, other.pairs).filter { $0.setting != $1.setting }
      .map { Assignment(name: $0.0.hyperparameter.name, setting: $0.0.setting) }
  }

  /// `seed=7&unrollSteps=5`; empty where there is nothing to say.
  var text: String {
    var words: [String] = []
    if let seed { words.append("seed=\(seed)") }
    if let steps { words.append("steps=\(steps)") }
    if let sideCount { words.append("sides=\(sideCount)") }
    words += knobs.map { "\($0.name)=\(PercentCode.encoded(Wording.setting($0.setting)))" }
    for (letter, side) in zip(Self.letters, sides) {
      if let title = side.title { words.append("\(letter).title=\(PercentCode.encoded(title))") }
      words += side.knobs.map {
        "\(letter).\($0.name)=\(PercentCode.encoded(Wording.setting($0.setting)))"
      }
    }
    return words.joined(separator: "&")
  }

  /// The side that a letter names.
  static func side(_ letter: Substring) -> Int? { letters.firstIndex { $0 == letter } }
}

extension Preset {
  /// The whole preset as a line that can be sent in a message: `mode-collapse-paper?seed=7`.
  ///
  /// - Parameter base: a preset of the same page that whoever reads the line has too. Its title,
  ///   note and script are the reader's; seed, steps, knobs and sides are this preset's.
  public func line(besides base: Preset) -> String {
    precondition(page == base.page, "the pages '\(page)' and '\(base.page)' share no knobs")
    let words = PresetLine(from: base, to: self).text
    return words.isEmpty ? base.name : base.name + "?" + words
  }

  /// What sets it apart, for a title.
  fileprivate func differences(from base: Preset) -> String {
    if settings != base.settings { return settings.words(besides: base.settings) }
    return twins.isEmpty ? "one side" : twins.map(\.title).joined(separator: " | ")
  }
}
