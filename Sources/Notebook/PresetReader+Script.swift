internal import Adversarial
internal import Experiments
internal import Yams

/// Reads a preset's script.
///
/// ```yaml
/// page: mode-collapse
/// twins: [{knobs: {batch: 64}}, {knobs: {batch: 128}}]
/// script:
///   - say: One blob sits on one mode.
///     wait: true                          # for a key
///   - at: 1000                            # the step; that of the cue before where it is missing
///     set: {unrollSteps: 5}
///     side: b                             # of a twin; all sides where it is missing
///   - at: 2000
///     ask: How many modes will it reach?
///     answer: number                      # or {one or two: 1 to 2, all: 8}
///     measure: modesReached
///     until: 5000
/// ```
///
/// A formula is asked for where the page has a derivation, and is tried at once:
///
/// ```yaml
/// page: exercises
/// script:
///   - ask: Which D minimises J_D?
///     formula: ratioOfDensities
///     hints: [Take one x alone., Set the derivative to zero.]
///     measure: optimumGap
/// ```
struct ScriptReader {
  private static let keys = [
    "at", "say", "view", "set", "side", "mark", "note", "ask", "answer", "within", "measure",
    "until", "formula", "hints", "wait",
  ]
  private static let mostCues = 200
  private static let captionLetters = 400

  let reader: PresetReader
  let preset: Preset
  let page: Experiment
  /// What the knobs of each side stand at when the cue comes.
  private var settings: [Settings]
  private var step = 0

  init(_ reader: PresetReader, preset: Preset, page: Experiment) {
    self.reader = reader
    self.preset = preset
    self.page = page
    settings = preset.columns.map(\.settings)
  }

  mutating func script() throws(PresetError) -> Script? {
    guard let node = reader.value(of: "script", in: reader.entries) else { return nil }
    guard case .sequence(let nodes) = node, (1...Self.mostCues).contains(nodes.count) else {
      throw reader.fail(node, "'script' must be a list of 1 to \(Self.mostCues) cues")
    }
    var cues: [Script.Cue] = []
    for node in nodes { cues.append(try cue(node)) }
    return Script(cues)
  }

  private mutating func cue(_ node: Node) throws(PresetError) -> Script.Cue {
    guard case .mapping(let mapping) = node else {
      throw reader.fail(node, "a cue of 'script' is lines of 'key: value', such as 'say: …'")
    }
    let lines = try PresetReader.entries(of: mapping, file: reader.file)
    try reader.checkKeys(lines, known: Self.keys)
    let line = CueReader(reader: reader, page: page, lines: lines, node: node)
    step = try line.step(from: step, to: preset.steps)
    var cue = Script.Cue(at: step)
    cue.caption = try reader.text("say", in: lines, lines: .max, letters: Self.captionLetters)
    cue.view = try line.view()
    cue.side = try line.side(of: preset.twins.count)
    cue.tweaks = try tweaks(reader.value(of: "set", in: lines), side: cue.side)
    cue.marks = try line.flag("mark")
    cue.note = try reader.text("note", in: lines, lines: .max, letters: Self.captionLetters)
    cue.prediction = try line.prediction(at: step, steps: preset.steps, side: cue.side ?? 0)
    cue.waits = try line.flag("wait")
    try line.checkSense(cue)
    return cue
  }

  private mutating func tweaks(
    _ node: Node?, side: Int?
  ) throws(PresetError) -> [Script.Tweak] {
    guard let node else { return [] }
    guard case .mapping(let mapping) = node, !mapping.isEmpty else {
      throw reader.fail(node, "'set' must be lines of 'knob: value', not \(node.kindInWords)")
    }
    var tweaks: [Script.Tweak] = []
    for entry in try PresetReader.entries(of: mapping, file: reader.file) {
      let setting = try reader.setting(of: entry, among: settings[0])
      tweaks.append(Script.Tweak(entry.key, setting))
      for index in settings.indices where side == nil || side == index {
        do {
          try settings[index].set(entry.key, to: setting)
        } catch {
          throw reader.fail(entry.value, error.sentence())
        }
        try reader.tryOut(settings[index], on: page, at: entry.value)
      }
    }
    return tweaks
  }
}
