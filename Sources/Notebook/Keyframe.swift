public import Adversarial

/// A run at one step, as a value: enough to go on from there exactly as it did.
public struct Keyframe: Sendable {
  public let step: Int
  public let columns: [Column]
  /// How many of the run's commands had been applied.
  public let commandCount: Int
  /// The first step whose curves differ between the columns, if they have parted.
  public let parted: Int?

  /// One column's settings and numbers.
  public struct Column: Sendable {
    public let title: String
    public let settings: Settings
    public let status: RunStatus
    public let checkpoint: Checkpoint
    /// The newest measures; nil where the frame comes from a disk.
    let measures: Measures?

    init(
      title: String, settings: Settings, status: RunStatus, checkpoint: Checkpoint,
      measures: Measures? = nil
    ) {
      self.title = title
      self.settings = settings
      self.status = status
      self.checkpoint = checkpoint
      self.measures = measures
    }
  }

  /// How the run stood there: what `fingerprints.csv` has of it.
  var standing: Standing {
    Standing(
      step: step, commandCount: commandCount, status: .training,
      fingerprints: columns.map(\.checkpoint.fingerprint))
  }

  /// Bytes of the numbers it holds.
  var byteCount: Int {
    columns.reduce(0) { sum, column in
      sum + column.checkpoint.values.reduce(0) { $0 + 4 * $1.count }
    }
  }
}

/// Keyframes of a run, bounded in memory: when they take too much, every second of the regular
/// ones goes, and from then on they are kept half as often.
struct KeyframeStore: Sendable {
  /// Steps between two regular keyframes.
  private(set) var interval: Int
  private(set) var frames: [Keyframe] = []
  private let budget: Int
  private var byteCount = 0

  /// - Parameters:
  ///   - interval: steps between two keyframes at first.
  ///   - budget: bytes that they may take.
  init(interval: Int = 100, budget: Int = 128 << 20) {
    self.interval = interval
    self.budget = budget
  }

  /// Whether a keyframe is due.
  func wants(_ step: Int) -> Bool {
    step.isMultiple(of: interval) && frames.last?.step != step
  }

  mutating func keep(_ frame: Keyframe) {
    if let last = frames.last, last.step >= frame.step { return }
    frames.append(frame)
    byteCount += frame.byteCount
    while byteCount > budget, frames.count > 2 { thin() }
  }

  /// The last keyframe at or before a step.
  func nearest(to step: Int) -> Keyframe? {
    var (low, high) = (0, frames.count)
    while low < high {
      let middle = (low + high) / 2
      if frames[middle].step <= step { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? frames[low - 1] : nil
  }

  /// Keyframes from a recording, ascending, beside those there are.
  mutating func adopt(_ recorded: [Keyframe]) {
    let known = frames
    frames = []
    byteCount = 0
    for frame in (known + recorded).sorted(by: { $0.step < $1.step }) { keep(frame) }
  }

  /// Forgets what lies after a step: a fork has another future.
  func upTo(_ step: Int) -> KeyframeStore {
    var copy = self
    copy.frames = frames.filter { $0.step <= step }
    copy.byteCount = copy.frames.reduce(0) { $0 + $1.byteCount }
    return copy
  }

  private mutating func thin() {
    interval *= 2
    let newest = frames.last?.step
    frames = frames.filter { $0.step.isMultiple(of: interval) || $0.step == newest }
    byteCount = frames.reduce(0) { $0 + $1.byteCount }
  }
}
