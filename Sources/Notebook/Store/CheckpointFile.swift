internal import Adversarial
package import Experiments
internal import Foundation

/// A keyframe on disk, `checkpoints/step-000012000.safetensors`: what to go on from, with the
/// curves that led there. The weights carry their names, so that any reader of the format finds
/// `generator.1.weights`; those of further columns begin with `column2.` and so on.
package struct CheckpointFile {
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
    let tensors = zip(keyframe.columns, histories).enumerated().flatMap {
      Self.tensors($1.0, $1.1, prefix: MetricsFile.prefix($0))
    }
    let head = CheckpointHead(keyframe, histories)
    return Safetensors(metadata: head.metadata(tensors), tensors: tensors)
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
    let head = try CheckpointHead(file.metadata, page: page)
    try CheckpointHead.verify(file)
    var rest = file.tensors[...]
    var columns: [(Keyframe.Column, History)] = []
    for (index, column) in head.columns.enumerated() {
      columns.append(
        try Self.column(column, &rest, prefix: MetricsFile.prefix(index), step: head.step))
    }
    guard rest.isEmpty else { throw StoreError(.malformed, "an array belongs to no column") }
    histories = columns.map(\.1)
    keyframe = Keyframe(
      step: head.step, columns: columns.map(\.0), commandCount: head.commandCount,
      parted: head.parted)
  }

  /// Takes one column's arrays: the weights, and then three of ours.
  private static func column(
    _ head: CheckpointHead.Column, _ rest: inout ArraySlice<Safetensors.Tensor>, prefix: String,
    step: Int
  ) throws(StoreError) -> (Keyframe.Column, History) {
    let weights = rest.prefix { $0.name != prefix + curves }
    rest = rest.dropFirst(weights.count)
    guard let curves = rest.popFirst()?.floats, let steps = rest.popFirst()?.integers,
      let values = rest.popFirst(), let series = values.floats,
      weights.allSatisfy({ $0.name.hasPrefix(prefix) && $0.kind == .float }),
      values.shape.count == 2, values.shape[1] == steps.count,
      let history = History(
        interval: head.interval, steps: steps, flat: series, count: values.shape[0])
    else { throw StoreError(.malformed, "the arrays of a column are not those of a run") }
    // A column that diverged stands where it did.
    var own = step
    if case .diverged(let last) = head.status { own = last }
    let checkpoint = Checkpoint(
      step: own, names: weights.map { String($0.name.dropFirst(prefix.count)) },
      shapes: weights.map(\.shape), values: weights.map { $0.floats ?? [] }, curves: curves)
    return (
      Keyframe.Column(
        title: head.title, settings: head.settings, status: head.status, checkpoint: checkpoint),
      history
    )
  }
}

extension CheckpointFile {
  /// Throws where a file with these arrays is none of a run whose columns have these weights.
  static func check(
    _ places: [SafetensorsOutline.Place], weights: [CheckpointShape]
  ) throws(StoreError) {
    var rest = places[...]
    for (index, column) in weights.enumerated() {
      let prefix = MetricsFile.prefix(index)
      let own = rest.prefix(column.names.count)
      guard own.map(\.name) == column.names.map({ prefix + $0 }), own.map(\.shape) == column.shapes
      else { throw StoreError(.malformed, "its arrays are not those of the game at its step") }
      rest = rest.dropFirst(own.count)
      for name in [curves, historySteps, historyValues] {
        guard let place = rest.popFirst(), place.name == prefix + name,
          place.shape.reduce(1, *) <= History.most
        else { throw StoreError(.malformed, "its curves are not those of a run") }
      }
    }
  }
}

/// The names and the extents of a game's arrays.
struct CheckpointShape {
  let names: [String]
  let shapes: [[Int]]
}
