/// When a run is next to be on the disk: a second after it last was, if something has happened
/// since.
struct Heartbeat {
  private let clock: (@Sendable () -> Double)?
  private var last: Double
  private var hasNews = false

  private static let interval = 1.0

  /// - Parameter clock: seconds that go by; without one it never beats.
  init(_ clock: (@Sendable () -> Double)?) {
    self.clock = clock
    last = clock?() ?? 0
  }

  /// Seconds until the next beat; 0 where it is due, infinity where there is nothing to write.
  var left: Double {
    guard hasNews, let clock else { return .infinity }
    return max(0, last + Self.interval - clock())
  }

  /// Something has happened that is not on the disk.
  mutating func noteNews() { hasNews = true }

  /// All that happened is on the disk.
  mutating func beat() {
    hasNews = false
    last = clock?() ?? 0
  }
}
