/// How fast a run goes, from ticks and moments; figures change twice a second so that they can be
/// read.
struct Pace: Sendable {
  /// Seconds of training so far.
  private(set) var elapsed = 0.0
  /// Steps a second; nil until there is something to go by.
  private(set) var rate: Double?
  private var samples: [(seconds: Double, step: Int)] = []
  private var shownAt = -Double.infinity

  /// Seconds that a rate is taken over, and between two figures.
  private static let window = 2.0
  private static let interval = 0.5

  /// A moment has come.
  mutating func record(step: Int, at seconds: Double) {
    if let last = samples.last, step < last.step { samples = [] }
    if let last = samples.last, last.seconds == seconds { samples.removeLast() }
    samples.append((seconds, step))
    while samples.count > 2, seconds - samples[1].seconds > Self.window { samples.removeFirst() }
    guard seconds - shownAt >= Self.interval, let first = samples.first else { return }
    guard seconds > first.seconds else { return }
    rate = Double(step - first.step) / (seconds - first.seconds)
    shownAt = seconds
  }

  /// Time has passed. A gap longer than a second was no training: the process was stopped.
  mutating func pass(_ seconds: Double, isTraining: Bool) {
    if isTraining { elapsed += min(seconds, 1) } else { samples = [] }
  }
}
