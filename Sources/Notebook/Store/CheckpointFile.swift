internal import Adversarial
package import Experiments
internal import Foundation

/// A keyframe on disk, `checkpoints/step-000012000.safetensors`: what to go on from, with the
/// curves that led there. The weights carry their names, so that any reader of the format finds
/// `generator.1.weights`; those of further columns begin with `column2.` and so on.
package struct CheckpointFile {
  static let limit = 1 << 30
  private static let format = 1
  private static let key = "ganbook"
  private static let curves = "curves"
  private static let historySteps = "history.steps"
  private static let historyValues = "history.values"

  let keyframe: Keyframe
  let histories: [History]

  static func name(step: Int) -> String {
    let digits = String(step)
    return "step-" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
      + ".safetensors"
  }

  static func step(of name: String) -> Int? {
    guard name.hasPrefix("step-"), name.hasSuffix(".safetensors"),
      let step = Int(name.dropFirst(5).dropLast(12)), (0...Preset.mostSteps).contains(step),
      Self.name(step: step) == name
    else { return nil }
    return step
  }

  // MARK: Writing

  init(_ keyframe: Keyframe, _ histories: [History]) {
    self.keyframe = keyframe
    self.histories = histories
  }

  var safetensors: Safetensors {
    let about: JSON = [
      "format": .integer(Self.format), "step": .integer(keyframe.step),
      "commands": .integer(keyframe.commandCount),
      "parted": keyframe.parted.map { .integer($0) } ?? .null,
      "columns": .list(zip(keyframe.columns, histories).map(Self.json)),
    ]
    let tensors = zip(keyframe.columns, histories).enumerated().flatMap {
      Self.tensors($1.0, $1.1, prefix: MetricsFile.prefix($0))
    }
    return Safetensors(
      metadata: [("step", String(keyframe.step)), (Self.key, about.line)], tensors: tensors)
  }

  private static func json(_ column: Keyframe.Column, _ history: History) -> JSON {
    let knobs = column.settings.pairs.map {
      RunHeader.Knob(name: $0.hyperparameter.name, setting: $0.setting)
    }
    var diverged: JSON = .null
    if case .diverged(let step) = column.status { diverged = .integer(step) }
    return [
      "title": .text(Wording.line(column.title)), "knobs": RunHeader.Knob.json(knobs),
      "diverged": diverged,
      "interval": .integer(history.interval),
    ]
  }

  private static func tensors(
    _ column: Keyframe.Column, _ history: History, prefix: String
  ) -> [Safetensors.Tensor] {
    let checkpoint = column.checkpoint
    let weights = checkpoint.names.indices.map {
      Safetensors.Tensor(
        prefix + checkpoint.names[$0], shape: checkpoint.shapes[$0], checkpoint.values[$0])
    }
    let shape = [history.series.count, history.steps.count]
    return weights + [
      .init(prefix + curves, shape: [checkpoint.curves.count], checkpoint.curves),
      .init(prefix + historySteps, history.steps),
      .init(prefix + historyValues, shape: shape, history.series.flatMap { $0 }),
    ]
  }

  // MARK: Reading

  /// - Throws: ``StoreError``, one sentence, where this is no checkpoint of a run of the page.
  package init(_ file: Safetensors, page: Experiment) throws(StoreError) {
    guard let text = file.metadata.first(where: { $0.key == Self.key })?.value else {
      throw StoreError(.malformed, "a safetensors file, but none of a ganbook run")
    }
    var fields = try JSONFields(JSONReader.value(text.utf8))
    let format = try fields.whole("format", in: 1...Int.max)
    guard format <= Self.format else {
      throw StoreError(.newer, "a checkpoint of format \(format), by a newer ganbook")
    }
    let step = try fields.whole("step", in: 0...Preset.mostSteps)
    let count = try fields.whole("commands", in: 0...Int.max)
    let parted = try fields.optionalWhole("parted", in: 0...Preset.mostSteps)
    guard case .list(let values)? = fields.take("columns"),
      (1...Run.mostColumns).contains(values.count)
    else { throw StoreError(.malformed, "its columns are none") }
    try fields.checkEmpty()
    var rest = file.tensors[...]
    var columns: [(Keyframe.Column, History)] = []
    for (index, value) in values.enumerated() {
      let prefix = MetricsFile.prefix(index)
      columns.append(try Self.column(value, &rest, prefix: prefix, step: step, page: page))
    }
    guard rest.isEmpty else { throw StoreError(.malformed, "an array belongs to no column") }
    histories = columns.map(\.1)
    keyframe = Keyframe(
      step: step, columns: columns.map(\.0), commandCount: count, parted: parted)
  }

  /// Takes one column's arrays: the weights, and then three of ours.
  private static func column(
    _ value: JSON, _ rest: inout ArraySlice<Safetensors.Tensor>, prefix: String, step: Int,
    page: Experiment
  ) throws(StoreError) -> (Keyframe.Column, History) {
    var fields = try JSONFields(value)
    let title = try fields.line("title")
    let settings = try RunHeader.Knob.settings(RunHeader.Knob.list(fields.take("knobs")), of: page)
    let diverged = try fields.optionalWhole("diverged", in: 0...step)
    let interval = try fields.whole("interval", in: 1...1 << 40)
    try fields.checkEmpty()
    let weights = rest.prefix { $0.name != prefix + curves }
    rest = rest.dropFirst(weights.count)
    guard let curves = rest.popFirst()?.floats, let steps = rest.popFirst()?.integers,
      let values = rest.popFirst(), let series = values.floats,
      weights.allSatisfy({ $0.name.hasPrefix(prefix) && $0.kind == .float }),
      values.shape.count == 2, values.shape[1] == steps.count,
      let history = History(
        interval: interval, steps: steps, flat: series, count: values.shape[0])
    else { throw StoreError(.malformed, "the arrays of a column are not those of a run") }
    let checkpoint = Checkpoint(
      step: step, names: weights.map { String($0.name.dropFirst(prefix.count)) },
      shapes: weights.map(\.shape), values: weights.map { $0.floats ?? [] }, curves: curves)
    let status = diverged.map { RunStatus.diverged(step: $0) } ?? .training
    return (
      Keyframe.Column(title: title, settings: settings, status: status, checkpoint: checkpoint),
      history
    )
  }
}
