internal import Adversarial
internal import Experiments

/// The beginning of a checkpoint: everything but its numbers. It stands as one text among those of
/// the safetensors header, so that a file can be told from another before its numbers are read.
struct CheckpointHead {
  private static let format = 1
  private static let key = "ganbook"

  let step: Int
  let commandCount: Int
  let parted: Int?
  let columns: [Column]

  /// One column without its numbers.
  struct Column {
    let title: String
    let settings: Settings
    let status: RunStatus
    /// Steps between two records of its history.
    let interval: Int
  }

  init(_ keyframe: Keyframe, _ histories: [History]) {
    step = keyframe.step
    commandCount = keyframe.commandCount
    parted = keyframe.parted
    columns = zip(keyframe.columns, histories).map {
      Column(
        title: $0.title, settings: $0.settings, status: $0.status, interval: $1.interval)
    }
  }

  // MARK: Writing

  /// The texts of a file with this beginning and these arrays: how it stands, and a hash of all of
  /// it.
  func metadata(_ tensors: [Safetensors.Tensor]) -> [(key: String, value: String)] {
    let about: JSON = [
      "format": .integer(Self.format), "step": .integer(step),
      "commands": .integer(commandCount), "parted": parted.map { .integer($0) } ?? .null,
      "columns": .list(columns.map(\.json)),
    ]
    return [
      ("step", String(step)), (Self.key, about.line),
      (Self.checkKey, Self.check(about.line, tensors)),
    ]
  }

  // MARK: Reading

  /// - Throws: ``StoreError``, one sentence, where these are no texts of a run of the page.
  init(_ metadata: [(key: String, value: String)], page: Experiment) throws(StoreError) {
    guard let text = metadata.first(where: { $0.key == Self.key })?.value else {
      throw StoreError(.malformed, "a safetensors file, but none of a ganbook run")
    }
    var fields = try JSONFields(JSONReader.value(text.utf8))
    let format = try fields.whole("format", in: 1...Int.max)
    guard format <= Self.format else {
      throw StoreError(.newer, "a checkpoint of format \(format), by a newer ganbook")
    }
    let step = try fields.whole("step", in: 0...Preset.mostSteps)
    self.step = step
    commandCount = try fields.whole("commands", in: 0...Int.max)
    parted = try fields.optionalWhole("parted", in: 0...Preset.mostSteps)
    guard case .list(let values)? = fields.take("columns"),
      (1...Run.mostColumns).contains(values.count)
    else { throw StoreError(.malformed, "its columns are none") }
    try fields.checkEmpty()
    columns = try values.map { value throws(StoreError) in
      try Column(value, step: step, page: page)
    }
  }
}

extension CheckpointHead.Column {
  fileprivate var json: JSON {
    let knobs = settings.pairs.map {
      RunHeader.Knob(name: $0.hyperparameter.name, setting: $0.setting)
    }
    var diverged: JSON = .null
    if case .diverged(let step) = status { diverged = .integer(step) }
    return [
      "title": .text(Wording.line(title)), "knobs": RunHeader.Knob.json(knobs),
      "diverged": diverged,
      "interval": .integer(interval),
    ]
  }

  fileprivate init(_ value: JSON, step: Int, page: Experiment) throws(StoreError) {
    var fields = try JSONFields(value)
    title = try fields.line("title")
    settings = try RunHeader.Knob.settings(RunHeader.Knob.list(fields.take("knobs")), of: page)
    let diverged = try fields.optionalWhole("diverged", in: 0...step)
    status = diverged.map { .diverged(step: $0) } ?? .training
    interval = try fields.whole("interval", in: 1...1 << 40)
    try fields.checkEmpty()
  }
}

// MARK: The hash

extension CheckpointHead {
  private static let checkKey = "check"

  /// FNV-1a over the text and over every array's name and bytes.
  private static func check(_ text: String, _ tensors: [Safetensors.Tensor]) -> String {
    let hash = tensors.reduce(FNV1a.hash(text.utf8)) {
      FNV1a.hash($1.bytes, from: FNV1a.hash($1.name.utf8, from: $0))
    }
    return RunSummary.hexadecimal(hash)
  }

  /// Throws where a file's hash is not that of what stands in it; files of old have none.
  static func verify(_ file: Safetensors) throws(StoreError) {
    guard let given = file.metadata.first(where: { $0.key == checkKey })?.value else { return }
    let text = file.metadata.first { $0.key == key }?.value ?? ""
    guard given == check(text, file.tensors) else {
      throw StoreError(.malformed, "its numbers are not those that were written here")
    }
  }
}
