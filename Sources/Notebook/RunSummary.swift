public import Adversarial
private import Experiments

/// What came out of a run, for people and for programs.
public struct RunSummary: Sendable {
  public let preset: String
  public let page: String
  public let seed: UInt64
  /// Steps trained.
  public let steps: Int
  public let stepsPerSecond: Double
  public let kernel: String
  /// A hash of all parameter bits.
  public let fingerprint: UInt64
  public let measures: [Measurement]
  public let status: RunStatus

  /// The summary of a run as it stands; takes the measures of this step.
  ///
  /// - Parameter seconds: what the steps took.
  public init(_ run: Run, seconds: Double) {
    if case .diverged = run.status {} else { run.measure() }
    preset = run.preset.name
    page = run.experiment.name
    seed = run.seed
    steps = run.step
    stepsPerSecond = seconds > 0 ? Double(run.step) / seconds : 0
    kernel = Run.kernel
    fingerprint = run.fingerprint
    measures = run.measures.values
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

  /// One object, keys in a fixed order.
  public var json: JSON {
    [
      "preset": .text(preset),
      "page": .text(page),
      "seed": .unsigned(seed),
      "steps": .integer(steps),
      "stepsPerSecond": .number((stepsPerSecond * 100).rounded() / 100),
      "kernel": .text(kernel),
      "fingerprint": .text(Self.hexadecimal(fingerprint)),
      "metrics": .object(measures.map { JSON.Entry($0.name, .number($0.value)) }),
      "realMetrics": .object(measures.map { JSON.Entry($0.name, .number($0.ofReal)) }),
      "status": .text(statusWords),
    ]
  }

  /// A short table.
  public var text: String {
    let count = "\(Wording.count(steps)) \(steps == 1 ? "step" : "steps")"
    let rate = "\(Wording.count(Int(stepsPerSecond.rounded()))) steps/s"
    var lines = [
      "\(preset), seed \(seed): \(statusWords), \(count), \(rate)",
      "",
      Self.columns("", "generated", "real"),
    ]
    lines += measures.map {
      Self.columns("  " + $0.title, $0.words($0.value), $0.words($0.ofReal))
    }
    lines += ["", "fingerprint \(Self.hexadecimal(fingerprint)) (\(kernel))"]
    return lines.joined(separator: "\n")
  }

  private static func columns(_ cells: String...) -> String {
    let name = cells[0] + String(repeating: " ", count: max(0, 20 - cells[0].count))
    return name
      + cells.dropFirst().map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }
      .joined()
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Measurement {
  /// A value of this measure in words: "3 of 8", "51.2 %", "0.87".
  public func words(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "-" : "infinite" }
    switch format {
    case .count(let all): return "\(Wording.number(value.rounded())) of \(all)"
    case .percent: return "\(Wording.fixed(value * 100, places: 1)) %"
    case .number: return Wording.fixed(value, places: 3)
    }
  }
}
