internal import Adversarial
internal import Experiments

/// The file `run.json`: everything that the commands are replayed onto, complete, so that a later
/// program with other defaults plays the same run.
public struct RunHeader: Sendable, Equatable {
  static let name = "run.json"
  /// The format that this program writes, and the newest it reads.
  static let format = 1

  /// The program that began the run: "ganbook 0.1.0".
  public let product: String
  /// The kind of kernels it ran on: "avx2+fma".
  public let kernel: String
  public let page: String
  public let preset: String
  public let title: String
  public let seed: UInt64
  public let steps: Int
  /// The day and time the run began, as the program wrote it.
  public let began: String
  /// The run it was forked from.
  public let parent: Parent?
  /// What was trained at the beginning: a column each.
  let columns: [Column]

  /// A run and a step of it.
  public struct Parent: Sendable, Equatable {
    public let id: String
    public let step: Int
    public init(id: String, step: Int) {
      self.id = id
      self.step = step
    }
  }

  struct Column: Sendable, Equatable {
    let title: String
    let knobs: [Knob]
  }

  struct Knob: Sendable, Equatable {
    let name: String
    let setting: Setting
  }

  init(_ preset: Preset, product: String, kernel: String, began: String, parent: Parent?) {
    self.product = product
    self.kernel = kernel
    page = preset.page
    // What the reader refuses is not written.
    self.preset = Wording.line(preset.name)
    title = Wording.line(preset.title)
    seed = preset.seed
    steps = preset.steps
    self.began = Wording.line(began)
    self.parent = parent
    columns = preset.columns.map { column in
      let knobs = column.settings.pairs.map {
        Knob(name: $0.hyperparameter.name, setting: $0.setting)
      }
      return Column(title: Wording.line(column.title), knobs: knobs)
    }
  }

  /// Whether the kernels of this machine give the bits of the recorded ones: all with fused
  /// multiply–add agree, and those without have bits of their own.
  public var hasBitsOfThisMachine: Bool {
    (kernel == Self.unfused) == (Run.kernel == Self.unfused)
  }

  private static let unfused = "portable"

  // MARK: JSON

  var json: JSON {
    let parent: JSON = parent.map { ["run": .text($0.id), "step": .integer($0.step)] } ?? .null
    // Beyond 2⁵³ a reader may have other numbers; earlier programs read what has no such key.
    let text = seed > 1 << 53 ? [JSON.Entry("seedText", .text(String(seed)))] : []
    let entries: [JSON.Entry] = [
      .init("format", .integer(Self.format)), .init("product", .text(product)),
      .init("kernel", .text(kernel)), .init("page", .text(page)), .init("preset", .text(preset)),
      .init("title", .text(title)), .init("seed", .unsigned(seed)),
    ]
    let rest: [JSON.Entry] = [
      .init("steps", .integer(steps)), .init("began", .text(began)), .init("parent", parent),
      .init("columns", .list(columns.map(\.json))),
    ]
    return .object(entries + text + rest)
  }

  /// - Throws: ``StoreError`` in one sentence; of the kind `newer` where a newer program wrote it.
  package init(_ bytes: some Sequence<UInt8>) throws(StoreError) {
    do throws(StoreError) {
      var fields = try JSONFields(JSONReader.value(bytes))
      let format = try fields.whole("format", in: 1...Int.max)
      guard format <= Self.format else {
        throw StoreError(
          .newer,
          "written in format \(format) by a newer ganbook; this one reads up to \(Self.format)")
      }
      product = try fields.line("product")
      kernel = try fields.line("kernel")
      page = try fields.line("page")
      preset = try fields.line("preset")
      title = try fields.line("title")
      seed = try Self.seed(fields.take("seed"))
      if let text = fields.take("seedText"), text != .text(String(seed)) {
        throw StoreError(.malformed, "'seedText' must be the seed as a text")
      }
      steps = try fields.whole("steps", in: 1...Preset.mostSteps)
      began = try fields.line("began")
      parent = try Self.parent(fields.take("parent"))
      columns = try Self.columns(fields.take("columns"))
      try fields.checkEmpty()
    } catch {
      throw error.inFile(Self.name)
    }
  }

  private static func seed(_ value: JSON?) throws(StoreError) -> UInt64 {
    switch value {
    case .integer(let number) where number >= 0: return UInt64(number)
    case .unsigned(let number): return number
    default: throw StoreError(.malformed, "'seed' must be a whole number")
    }
  }

  private static func parent(_ value: JSON?) throws(StoreError) -> Parent? {
    guard let value, value != .null else { return nil }
    var fields = try JSONFields(value)
    let id = try fields.text("run")
    try RunName.check(id)
    let parent = Parent(id: id, step: try fields.whole("step", in: 0...Preset.mostSteps))
    try fields.checkEmpty()
    return parent
  }

  private static func columns(_ value: JSON?) throws(StoreError) -> [Column] {
    guard case .list(let values)? = value, (1...Run.mostColumns).contains(values.count) else {
      throw StoreError(.malformed, "'columns' must be a list of 1 to \(Run.mostColumns)")
    }
    return try values.map { value throws(StoreError) in try Column(value) }
  }
}

extension RunHeader.Column {
  var json: JSON { ["title": .text(title), "knobs": RunHeader.Knob.json(knobs)] }

  init(_ value: JSON) throws(StoreError) {
    var fields = try JSONFields(value)
    title = try fields.line("title")
    knobs = try RunHeader.Knob.list(fields.take("knobs"))
    try fields.checkEmpty()
  }
}

extension RunHeader.Knob {
  static func json(_ knobs: [RunHeader.Knob]) -> JSON {
    .object(knobs.map { .init($0.name, $0.setting.json) })
  }

  static func list(_ value: JSON?) throws(StoreError) -> [RunHeader.Knob] {
    guard case .object(let entries)? = value else {
      throw StoreError(.malformed, "'knobs' must be an object of names and values")
    }
    return try entries.map { entry throws(StoreError) in
      RunHeader.Knob(name: entry.key, setting: try Setting(json: entry.value, of: entry.key))
    }
  }

  /// The knobs of a page at these values; what a later page has besides stands at its default.
  static func settings(_ knobs: [RunHeader.Knob], of page: Experiment) throws(StoreError)
    -> Settings
  {
    var settings = Settings(page.hyperparameters)
    for knob in knobs {
      do {
        try settings.set(knob.name, to: knob.setting)
      } catch {
        throw StoreError(.malformed, error.sentence())
      }
    }
    return settings
  }
}
