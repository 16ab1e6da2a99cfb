private import Engine
private import Foundation

/// Time and memory, measured.
struct Stopwatch {
  private let start = ContinuousClock().now

  /// Seconds since it was made.
  var seconds: Double { start.duration(to: ContinuousClock().now) / .seconds(1) }

  private static let whole = Stopwatch()

  /// Seconds since it was first asked.
  static func now() -> Double { whole.seconds }

  /// Rates of `repeats` stretches of about `seconds`, ascending, after a warm-up that finds out
  /// how many turns a stretch takes.
  static func rates(seconds: Double, repeats: Int, _ body: (Int) -> Void) -> [Double] {
    var count = 1
    var turn = 0.0
    while true {
      let watch = Stopwatch()
      body(count)
      let spent = watch.seconds
      turn = spent / Double(count)
      guard spent < 0.3 * seconds else { break }
      count = max(2 * count, Int(0.4 * seconds / max(turn, 1e-9)))
    }
    let stretch = max(1, Int(seconds / turn))
    return (0..<repeats).map { _ in
      let watch = Stopwatch()
      body(stretch)
      return Double(stretch) / watch.seconds
    }.sorted()
  }

  /// What one core can do at most, in GFLOP/s: the best of some tenths of a second.
  static func peak() -> Double {
    let operations = Program.spin(rounds: 1)
    let rates = rates(seconds: 0.1, repeats: 7) { _ = Program.spin(rounds: $0) }
    return (rates.last ?? 0) * operations * 1e-9
  }

  /// Seconds since this process began, in hundredths; 0 where the system doesn't tell.
  static func processAge() -> Double {
    #if os(Linux)
    guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let uptime = try? String(contentsOfFile: "/proc/uptime", encoding: .utf8),
      let fields = stat.split(separator: ")").last?.split(separator: " "), fields.count > 19,
      let ticks = Double(fields[19]), let now = Double(uptime.prefix { $0 != " " })
    else { return 0 }
    return max(0, now - ticks / Double(sysconf(Int32(_SC_CLK_TCK))))
    #else
    return 0
    #endif
  }

  /// The most memory this process has held, in units of 2²⁰ bytes.
  static func peakMemoryMB() -> Double {
    var usage = rusage()
    #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1_024
    #else
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }
}
