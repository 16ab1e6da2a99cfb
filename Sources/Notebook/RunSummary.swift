public import Adversarial
private import Experiments

/// What came out of a run, for people and for programs.
public struct RunSummary: Sendable {
  public let preset: String
  /// The preset as a line without its seed, where it is known: what results are put together by.
  public let configuration: String?
  public let page: String
  public let seed: UInt64
  /// Steps trained.
  public let steps: Int
  public let stepsPerSecond: Double
  public let kernel: String
  /// The games of the run: one, or the sides of a twin.
  public let columns: [Column]
  public let status: RunStatus

  /// What came out of one game.
  public struct Column: Sendable {
    /// What sets it apart; empty where it is alone.
    public let title: String
    /// A hash of all parameter bits.
    public let fingerprint: UInt64
    public let measures: [Measurement]
    /// The step it diverged at, where it did.
    public let divergence: Int?
  }

  /// A hash of all parameter bits of all columns: that of the only one, or FNV-1a over the bytes
  /// of those of all in their order, so that neither equal nor exchanged columns cancel out.
  public var fingerprint: UInt64 {
    guard columns.count > 1 else { return columns[0].fingerprint }
    return FNV1a.hash(
      columns.flatMap { Safetensors.Tensor.littleEndian($0.fingerprint) })
  }

  /// The summary of a run as it stands; takes the measures of this step.
  ///
  /// - Parameters:
  ///   - seconds: what the steps took.
  ///   - first: the step that the time was taken from.
  ///   - configuration: the preset as a line without its seed.
  public init(_ run: Run, seconds: Double, from first: Int = 0, configuration: String? = nil) {
    run.measure()
    preset = run.preset.name
    self.configuration = configuration
    page = run.experiment.name
    seed = run.seed
    steps = run.step
    stepsPerSecond = seconds > 0 ? Double(run.step - first) / seconds : 0
    kernel = Run.kernel
    columns = run.columns.map {
      var divergence: Int?
      if case .diverged(let step) = $0.status { divergence = step }
      return Column(
        title: $0.title, fingerprint: $0.session.fingerprint, measures: $0.measures.values,
        divergence: divergence)
    }
    status = run.status
  }

  /// "finished", "diverged at step 120", or "stopped at step 80" where a person ended it.
  public var statusWords: String {
    switch status {
    case .finished: "finished"
    case .diverged(let step): "diverged at step \(step)"
    case .training, .paused: "stopped at step \(steps)"
    }
  }

  /// One object, keys in a fixed order. A twin has `columns`, an object a side; `metrics` are the
  /// first side's then.
  public var json: JSON {
    var entries: [JSON.Entry] = [
      .init("preset", .text(preset)),
      .init("page", .text(page)),
      .init("seed", .unsigned(seed)),
      .init("seedText", .text(String(seed))),
      .init("steps", .integer(steps)),
      .init("stepsPerSecond", .number((stepsPerSecond * 100).rounded() / 100)),
      .init("kernel", .text(kernel)),
      .init("fingerprint", .text(Self.hexadecimal(fingerprint))),
      .init("metrics", columns[0].metrics { $0.value }),
      .init("realMetrics", columns[0].metrics { $0.ofReal }),
      .init("status", .text(statusWords)),
    ]
    if let configuration {
      entries.insert(.init("configuration", .text(configuration)), at: 1)
    }
    if columns.count > 1 { entries.append(.init("columns", .list(columns.map(\.json)))) }
    return .object(entries)
  }

  /// A short table, with a column for each game and one for real data.
  public var text: String {
    let count = "\(Wording.count(steps)) \(steps == 1 ? "step" : "steps")"
    let rate = "\(Wording.count(Int(stepsPerSecond.rounded()))) steps/s"
    let titles = columns.count == 1 ? ["generated"] : columns.map(\.title)
    var lines = [
      "\(preset), seed \(seed): \(statusWords), \(count), \(rate)", "",
      Self.row([""] + titles + ["real"]),
    ]
    for (index, measure) in columns[0].measures.enumerated() {
      let values = columns.map { column in
        column.measures.indices.contains(index)
          ? column.measures[index].words(column.measures[index].value) : "-"
      }
      lines.append(Self.row(["  " + measure.title] + values + [measure.words(measure.ofReal)]))
    }
    if columns.count > 1 {
      lines += columns.compactMap { column in
        column.divergence.map { "  \(column.title) diverged at step \(Wording.count($0))" }
      }
    }
    lines += ["", "fingerprint \(Self.hexadecimal(fingerprint)) (\(kernel))"]
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String {
    let name = cells[0] + String(repeating: " ", count: max(0, 20 - cells[0].count))
    return name
      + cells.dropFirst().map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }
      .joined()
  }

  package static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension RunSummary.Column {
  fileprivate func metrics(_ value: (Measurement) -> Double) -> JSON {
    .object(measures.map { JSON.Entry($0.name, .number(value($0))) })
  }

  fileprivate var json: JSON {
    .object(
      [
        .init("title", .text(title)),
        .init("fingerprint", .text(RunSummary.hexadecimal(fingerprint))),
        .init("metrics", metrics { $0.value }),
        .init("realMetrics", metrics { $0.ofReal }),
      ] + (divergence.map { [.init("divergedAt", .integer($0))] } ?? []))
  }
}

extension Measurement {
  /// A value of this measure in words: "3 of 8", "51.2 %", "0.87".
  public func words(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "-" : "infinite" }
    switch format {
    case .count(let all): return "\(Wording.number(value.rounded())) of \(all)"
    case .percent: return "\(Wording.fixed(value * 100, places: 1)) %"
    case .number:
      // Beyond these, digits in front of the point say nothing more.
      guard abs(value) < 1e7 else { return Wording.number(Double(Float(value))) }
      return Wording.fixed(value, places: 3)
    }
  }
}
