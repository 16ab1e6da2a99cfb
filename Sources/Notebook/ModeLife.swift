public import Adversarial

/// Where a game's samples were over time, mode by mode, and when they hopped.
///
/// A record is taken where measures are, every ``Run/measureInterval`` steps. The series are
/// bounded in size as those of ``History`` are; hops are all kept.
public struct ModeLife: Sendable {
  /// The modes; 0 as long as nothing has been recorded.
  public private(set) var count = 0
  /// By the number of the measurement, a series a mode.
  private var shareHistory = History(series: 0)
  private var logitHistory = History(series: 0)
  /// Every mode that was home, in order.
  private var homes: [HopFinder.Home] = []

  public init() {}

  /// The steps that have a record, ascending.
  public var steps: [Int] { shareHistory.steps.map { $0 * Run.measureInterval } }

  /// For each mode its share of the samples, a value a record; not a number before there was the
  /// mode.
  public var shares: [[Float]] { shareHistory.series }

  /// For each mode D's logit at its centre, a value a record.
  public var logits: [[Float]] { logitHistory.series }

  /// When the samples moved from one mode to another, oldest first.
  public var hops: [Hop] { HopFinder.hops(homes) }

  /// The mode that has most of the samples; nil where none has.
  public var home: Int? { homes.last?.mode }

  /// Takes the record of a measured step; another step has none. Another data set begins another
  /// life.
  public mutating func take(_ survey: ModeSurvey, at step: Int) {
    guard step.isMultiple(of: Run.measureInterval) else { return }
    if survey.shares.count != count {
      self = ModeLife()
      grow(to: survey.shares.count)
    }
    guard step > shareHistory.steps.last.map({ $0 * Run.measureInterval }) ?? -1 else { return }
    if let home = HopFinder.home(after: homes.last?.mode, survey, at: step) { homes.append(home) }
    shareHistory.record(step: step / Run.measureInterval, survey.shares)
    logitHistory.record(step: step / Run.measureInterval, survey.logits)
  }

  /// Modes have come to those there were, which go on living.
  mutating func grow(to count: Int) {
    guard count > self.count else { return }
    self.count = count
    shareHistory.widen(to: count)
    logitHistory.widen(to: count)
  }

  /// The newest record as `metrics.csv` has it, where it is one of this step.
  public func cells(at step: Int) -> [(name: String, value: Double)] {
    guard steps.last == step else { return [] }
    return zip(MetricsFile.lifeNames(count), shares + logits).compactMap { name, values in
      values.last.map { (name, Double("\($0)") ?? .nan) }
    }
  }

  /// The life up to and including a step.
  public func upTo(_ step: Int) -> ModeLife {
    var copy = self
    copy.shareHistory = shareHistory.upTo(step / Run.measureInterval)
    copy.logitHistory = logitHistory.upTo(step / Run.measureInterval)
    copy.homes = homes.filter { $0.step <= step }
    // A mode that came later is none yet.
    while let last = copy.shares.last, !last.isEmpty, last.allSatisfy(\.isNaN) {
      copy.count -= 1
      copy.shareHistory.narrow(to: copy.count)
      copy.logitHistory.narrow(to: copy.count)
    }
    return copy
  }
}

/// The samples have left a mode for another one.
public struct Hop: Sendable, Equatable {
  /// Modes, counted from 0.
  public let from: Int
  public let to: Int
  /// The measured step at which the old mode was found left.
  public let step: Int
  /// D's logit at the old mode's centre at that step: below 0 where D had learned to reject it.
  public let logit: Float

  public init(from: Int, to: Int, step: Int, logit: Float) {
    self.from = from
    self.to = to
    self.step = step
    self.logit = logit
  }
}
