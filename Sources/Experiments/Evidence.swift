/// What the games of a trial yielded, measured at the same steps: numbers by name.
public struct Evidence: Sendable {
  /// One measurement of one game.
  public struct Row: Sendable {
    public let step: Int
    public let names: [String]
    private let values: [Double]

    /// - Parameters: names of curves and measures, and their values, in one order.
    public init(step: Int, names: [String], values: [Double]) {
      precondition(names.count == values.count, "\(names.count) names, \(values.count) values")
      self.step = step
      self.names = names
      self.values = values
    }

    /// A curve or measure by the name it has in files; not a number where there is none.
    public subscript(name: String) -> Double {
      names.firstIndex(of: name).map { values[$0] } ?? .nan
    }
  }

  /// For each arm of the trial its rows, steps ascending.
  public var arms: [[Row]]
  /// For each arm the step at which it diverged, if it did.
  public var diverged: [Int?]

  public init(arms: [[Row]], diverged: [Int?]) {
    self.arms = arms
    self.diverged = diverged
  }

  /// An arm's values of a name at all steps from `first` on.
  public func values(_ name: String, arm: Int, from first: Int = 0) -> [Double] {
    arms[arm].filter { $0.step >= first }.map { $0[name] }
  }

  /// An arm's value of a name at the last measured step at or before `step`.
  public func value(_ name: String, arm: Int, at step: Int = .max) -> Double {
    arms[arm].last { $0.step <= step }?[name] ?? .nan
  }

  /// The first measured step of an arm at which a value is at least `level`.
  public func first(_ name: String, arm: Int, reaching level: Double) -> Int? {
    arms[arm].first { $0[name] >= level }?.step
  }
}

extension [Double] {
  /// The smallest value that at least a share of all values do not exceed; not a number where
  /// there is none.
  func quantile(_ share: Double) -> Double {
    let ordered = filter { !$0.isNaN }.sorted()
    guard !ordered.isEmpty else { return .nan }
    let place = (share * Double(ordered.count)).rounded(.up)
    return ordered[Swift.min(ordered.count - 1, Swift.max(0, Int(place) - 1))]
  }
}
