/// Series of numbers over the steps of a run, bounded in size: when a series is full, every
/// second record is dropped and from then on only every second step is kept.
public struct History: Sendable {
  /// A record every so many steps (a power of two).
  public private(set) var interval = 1
  /// The steps that have a record, ascending.
  public private(set) var steps: [Int] = []
  /// For each series, a value a record.
  public private(set) var series: [[Float]]
  private let capacity: Int

  /// More numbers than a history has in all of its series.
  static let most = 1_000 * 2_048

  /// `count` empty series of at most `capacity` records each.
  public init(series count: Int, capacity: Int = 2_048) {
    precondition(capacity >= 2 && capacity.isMultiple(of: 2), "capacity \(capacity) is not even")
    series = Array(repeating: [], count: count)
    self.capacity = capacity
  }

  /// A history as it was kept, its series one after the other; nil where it was none.
  init?(
    interval: Int, steps: [Int], flat: [Float], count: Int, capacity: Int = 2_048
  ) {
    guard interval > 0, interval.nonzeroBitCount == 1, steps.count <= capacity, count >= 0,
      count <= 1_000, flat.count == count * steps.count,
      steps.allSatisfy({ $0 >= 0 && $0.isMultiple(of: interval) }),
      zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.init(series: count, capacity: capacity)
    self.interval = interval
    self.steps = steps
    series = (0..<count).map { Array(flat[$0 * steps.count..<($0 + 1) * steps.count]) }
  }

  /// Makes room for more series: what they were before is not known.
  mutating func widen(to count: Int) {
    while series.count < count {
      series.append(Array(repeating: .nan, count: steps.count))
    }
  }

  /// Forgets the last series.
  mutating func narrow(to count: Int) { series = Array(series.prefix(count)) }

  /// Takes the values of a step, unless the interval passes it over. Series beyond the values are
  /// not known at this step.
  public mutating func record(step: Int, _ values: [Float]) {
    precondition(values.count <= series.count, "\(values.count) values, \(series.count) series")
    guard step.isMultiple(of: interval) else { return }
    if steps.count == capacity { thin() }
    guard step.isMultiple(of: interval) else { return }
    steps.append(step)
    for index in series.indices {
      series[index].append(index < values.count ? values[index] : .nan)
    }
  }

  /// The records up to and including a step.
  public func upTo(_ last: Int) -> History {
    guard let newest = steps.last, newest > last else { return self }
    var copy = self
    copy.steps = steps.filter { $0 <= last }
    copy.series = series.map { Array($0.prefix(copy.steps.count)) }
    return copy
  }

  private mutating func thin() {
    interval *= 2
    let kept = steps.indices.filter { steps[$0].isMultiple(of: interval) }
    steps = kept.map { steps[$0] }
    series = series.map { values in kept.map { values[$0] } }
  }
}
