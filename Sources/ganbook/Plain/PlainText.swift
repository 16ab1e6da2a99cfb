internal import Adversarial
internal import Experiments
internal import Notebook

/// What the plain notebook says, in whole words: a screen reader reads it aloud.
enum PlainText {
  static func menu(_ library: PresetLibrary) -> String {
    let lines = library.presets.enumerated().map { index, preset in
      "\(index + 1)  \(preset.name): \(preset.title), \(Wording.count(preset.steps)) steps"
    }
    return lines.joined(separator: "\n") + "\nA number starts a preset; 'help' lists what there is."
  }

  static var help: String {
    PlainLine.manual.map { "\($0.line.padded(to: 18)) \($0.meaning)" }.joined(separator: "\n")
  }

  static func opening(_ preset: Preset, _ page: Experiment) -> String {
    let claim = "\(preset.name), \(preset.title). Claim: \(page.claim)."
    return preset.script == nil
      ? claim + " 'go' trains, 'step 10' takes ten steps." : claim + " It is guided."
  }

  /// "step 1 200 of 25 000, paused: reached 1 of 8, high quality 1.4 %"
  static func status(_ moment: Moment) -> String {
    var head = "step \(Wording.count(moment.step))"
    head +=
      moment.isPast
      ? ", live is at \(Wording.count(moment.time.live))"
      : " of \(Wording.count(moment.steps)), \(words(moment.status))"
    return head + ": " + moment.columns.map(side).joined(separator: "; ")
  }

  private static func words(_ status: RunStatus) -> String {
    switch status {
    case .training: "training"
    case .paused: "paused"
    case .finished: "finished"
    case .diverged(let step): "diverged at step \(Wording.count(step))"
    }
  }

  private static func side(_ column: Moment.Column) -> String {
    let words = column.measures.filter { Measure.headlines.contains($0.name) }
      .map { "\($0.title) \($0.words($0.value))" }
    let title = column.title.isEmpty ? "" : Wording.line(column.title) + " "
    return title + words.joined(separator: ", ")
  }

  /// The modes of each side's data, a line each.
  static func modes(_ settings: [Settings], _ page: Experiment) throws(CommandError) -> String {
    var lines: [String] = []
    for (index, own) in settings.enumerated() {
      if settings.count > 1 { lines.append("side \(["a", "b", "c", "d"][index])") }
      for (place, mode) in try own.ownModes(on: page).enumerated() {
        lines.append("\(place + 1)  \(words(mode, own))")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func words(_ mode: OwnMode, _ settings: Settings) -> String {
    func number(_ value: Float) -> String { Wording.number(Double("\(value)") ?? 0) }
    let deviation = mode.deviation ?? Float(settings.number("deviation"))
    return "at (\(number(mode.centre.x)), \(number(mode.centre.y))), deviation "
      + "\(number(deviation)), weight \(number(mode.weight))"
  }

  /// One knob with its explanation, or all in lines.
  static func knobs(_ name: String?, _ settings: [Settings]) -> String {
    let pairs = settings[0].pairs.filter { name == nil || $0.hyperparameter.name == name }
    guard !pairs.isEmpty else {
      let known = settings[0].hyperparameters.map(\.name)
      return SettingError.unknown(name: name ?? "", known: known).sentence()
    }
    let lines = pairs.map { knob, _ in
      let values = settings.compactMap { $0[knob.name] }.map(Wording.setting)
      let isCommon = values.allSatisfy { $0 == values[0] }
      return "\(knob.name) \(isCommon ? values[0] : values.joined(separator: ", "))"
    }
    guard name != nil else { return lines.joined(separator: "\n") }
    let knob = pairs[0].hyperparameter
    return "\(lines[0]). \(knob.explanation) \(knob.section)."
  }
}
