private import Adversarial
internal import Engine
private import Foundation

/// Where the time of one step goes, on one thread: by segment, and within it by kernel and shape.
struct Profile {
  /// What runs tile by tile between two joins.
  struct Segment {
    let phase: Int
    let rows: Int
    let tileRows: Int
    var kernels: [Kernel] = []
    var seconds: Double { kernels.reduce(0) { $0 + $1.seconds } }
  }

  /// Calls of one kernel on one shape.
  struct Kernel {
    let name: String
    let shape: String
    /// Instructions, each of which runs once a tile.
    var count: Int
    var seconds: Double
    /// Floating-point operations of products.
    var work: Double
  }

  let workload: String
  /// Seconds of a step as it runs when nobody measures its parts.
  let stepSeconds: Double
  let segments: [Segment]

  var seconds: Double { segments.reduce(0) { $0 + $1.seconds } }
  var work: Double { segments.reduce(0) { $0 + $1.kernels.reduce(0) { $0 + $1.work } } }

  /// Trains a workload for about so many seconds, and looks at every instruction.
  init(_ workload: Workload, seconds: Double) {
    self.workload = workload.name
    let training = Training(workload, threads: 1)
    let rates = Stopwatch.rates(seconds: seconds / 4, repeats: 3) { count in
      for _ in 0..<count { training.advance() }
    }
    stepSeconds = 1 / rates[rates.count / 2]
    let parts = training.parts
    let steps = max(1, Int(seconds / stepSeconds))
    var clock = PartClock(count: parts.count)
    for _ in 0..<steps {
      clock.begin()
      training.advance { clock.tell($0) }
    }
    var segments: [Segment] = []
    var last = -1
    let cost = clock.secondsOfLook
    for (part, spent) in zip(parts, clock.spent) {
      if part.segment != last {
        segments.append(Segment(phase: part.phase, rows: part.rows, tileRows: part.tileRows))
        last = part.segment
      }
      let tiles = Double((part.rows + part.tileRows - 1) / max(1, part.tileRows))
      let own = max(0, spent / Double(steps) - cost * tiles)
      segments[segments.count - 1].take(part, seconds: own)
    }
    self.segments = segments
  }
}

extension Profile.Segment {
  fileprivate mutating func take(_ part: Program.Part, seconds: Double) {
    let known = kernels.firstIndex { $0.name == part.kernel && $0.shape == part.shape }
    guard let known else {
      kernels.append(
        .init(name: part.kernel, shape: part.shape, count: 1, seconds: seconds, work: part.work))
      return
    }
    kernels[known].count += 1
    kernels[known].seconds += seconds
    kernels[known].work += part.work
  }
}

/// Time by instruction: what has passed since the one before.
private struct PartClock {
  private(set) var spent: [Double]
  private var last = 0.0

  init(count: Int) { spent = Array(repeating: 0, count: count) }

  mutating func begin() { last = Self.now() }

  mutating func tell(_ part: Int) {
    let now = Self.now()
    spent[part] += now - last
    last = now
  }

  /// What one look at the clock adds to an instruction.
  var secondsOfLook: Double {
    var probe = PartClock(count: 1)
    probe.begin()
    for _ in 0..<20_000 { probe.tell(0) }
    return probe.spent[0] / 20_000
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
