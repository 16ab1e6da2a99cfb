// The curves of a recorded run, thinned for a list: what two runs are compared by.

extension RunCard {
  /// One series of the recording: a few of its values, with their steps.
  public struct RecordedCurve: Sendable, Equatable {
    /// The name in `metrics.csv`; those of further columns begin with `column2.`.
    public let name: String
    public let steps: [Int]
    public let values: [Float]

    public init(name: String, steps: [Int], values: [Float]) {
      precondition(steps.count == values.count, "\(steps.count) steps, \(values.count) values")
      self.name = name
      self.steps = steps
      self.values = values
    }
  }
}

extension MetricsFile {
  /// Every curve and measure with a value, measures first, at most so many values each and the
  /// last one among them.
  package func curves(measures: [String], most: Int = 128) -> [RunCard.RecordedCurve] {
    let rows = thinned(most: most)
    let names = names.filter { !Self.isOfLife($0) }
    let ordered =
      names.filter { isMeasure($0, measures) } + names.filter { !isMeasure($0, measures) }
    return ordered.compactMap { name in
      guard let values = series(name) else { return nil }
      let known = rows.filter { !values[$0].isNaN }
      guard known.count > 1 else { return nil }
      return RunCard.RecordedCurve(
        name: name, steps: known.map { self.rows[$0].step }, values: known.map { Float(values[$0]) }
      )
    }
  }

  private func isMeasure(_ name: String, _ measures: [String]) -> Bool {
    measures.contains(name.split(separator: ".").last.map(String.init) ?? name)
  }

  private func thinned(most: Int) -> [Int] {
    guard rows.count > most, most > 1 else { return Array(rows.indices) }
    return (0..<most).map { $0 * (rows.count - 1) / (most - 1) }
  }
}
