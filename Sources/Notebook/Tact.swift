/// When the next step is due, for a game that is to be watched.
struct Tact {
  private let interval: Double?
  private let clock: (@Sendable () -> Double)?
  private var due: Double

  /// - Parameters:
  ///   - pace: steps a second; nil for as many as the machine makes.
  ///   - clock: seconds that go by; without one there is no waiting.
  init(pace: Double?, clock: (@Sendable () -> Double)?) {
    interval = pace.map { 1 / $0 }
    self.clock = clock
    due = clock?() ?? 0
  }

  /// Seconds until the next step is due; 0 where it is.
  var left: Double {
    guard interval != nil, let clock else { return 0 }
    return max(0, due - clock())
  }

  /// A step was taken. What was missed by more than one is not made up for.
  mutating func beat() {
    guard let interval, let clock else { return }
    due = max(due + interval, clock() - interval)
  }
}
