private import Adversarial
private import Foundation
private import Notebook

/// How time and memory of a step grow with one proportion of the ring's game, the others as they
/// are.
struct Sweep {
  /// What grows.
  enum Axis: String, CaseIterable {
    case batch, width, steps, modes

    /// As people call it.
    var title: String { self == .steps ? "K" : rawValue }

    var values: [Int] {
      switch self {
      case .batch: [16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096]
      case .width: [16, 32, 64, 128, 256, 512, 1_024]
      case .steps: [0, 1, 2, 4, 8, 16]
      case .modes: [2, 4, 8, 16, 32, 64, 128, 256]
      }
    }

    func workload(_ value: Int) throws(Failure) -> Workload {
      switch self {
      case .batch: try Workload(named: "ring", .init(batch: value))
      case .width: try Workload(named: "ring", .init(width: value))
      case .steps: try Workload(named: "unrolled-\(value)-adam")
      case .modes: try Workload(named: "ring", .init(modes: value))
      }
    }
  }

  /// One measured value.
  struct Point {
    let value: Int
    /// Of a step, at the median.
    let seconds: Double
    /// To trace, compile and begin.
    let startSeconds: Double
    /// What the compiled program holds, in units of 2²⁰ bytes.
    let megabytes: Double
    /// Operations of products that the algorithm needs.
    let operations: Double

    /// Operations a second.
    var rate: Double { operations / seconds }
  }

  let axis: Axis
  let points: [Point]

  init(_ axis: Axis, points: [Point]) {
    self.axis = axis
    self.points = points
  }

  /// Measures every value of an axis.
  /// - Parameter seconds: for each of three repeats.
  init(_ axis: Axis, threads: Int, seconds: Double) throws {
    self.axis = axis
    points = try axis.values.map { value in
      let workload = try axis.workload(value)
      let watch = Stopwatch()
      let training = Training(workload, threads: threads)
      let start = watch.seconds
      let rates = Stopwatch.rates(seconds: seconds, repeats: 3) { count in
        for _ in 0..<count { training.advance() }
      }
      return Point(
        value: value, seconds: 1 / (Statistics.median(rates) ?? .nan), startSeconds: start,
        megabytes: Double(training.program.byteCount) / 1_048_576,
        operations: workload.operations)
    }
  }

  /// Within this share of the best rate, time counts as proportional to the work.
  static let tolerance = 0.2

  /// The values around the best rate at which time is proportional to the work.
  var linear: ClosedRange<Int> {
    let rates = points.map(\.rate)
    let best = rates.indices.max { rates[$0] < rates[$1] } ?? 0
    let isNear = rates.map { $0 >= (1 - Self.tolerance) * rates[best] }
    let first = (0...best).last { !isNear[$0] }.map { $0 + 1 } ?? 0
    let last = (best..<rates.count).first { !isNear[$0] }.map { $0 - 1 } ?? rates.count - 1
    return first...last
  }

  /// Where it is linear and where it stops, in words.
  var finding: String {
    let range = linear
    let (low, high) = (points[range.lowerBound], points[range.upperBound])
    let best = points.map(\.rate).max() ?? .nan
    func share(_ point: Point) -> String {
      "\(Wording.fixed(point.rate / best * 100, places: 0)) % of it at \(point.value)"
    }
    var sentence =
      "Time is proportional to the work from \(axis.title) \(low.value) to \(high.value), within "
      + "\(Wording.fixed(Self.tolerance * 100, places: 0)) % of the best rate"
    if range.lowerBound > 0 {
      sentence += "; below, what a step costs in any case shows (\(share(points[0])))"
    }
    if let last = points.last, range.upperBound < points.count - 1 {
      sentence +=
        "; beyond, it grows faster (\(share(last)), where the program holds "
        + "\(Wording.fixed(last.megabytes, places: 1)) MB)"
    }
    return sentence + "."
  }
}
