/// Values over time made ready for so many columns.
public struct Series: Sendable {
  /// The lowest and highest value of a column, and the last one; nil where nothing finite falls.
  public struct Column: Sendable, Equatable {
    public let lowest: Double
    public let highest: Double
  }

  /// At most so many columns, oldest first. Fewer values than columns take one each, so that a
  /// young curve grows from the left; more are gathered, and no spike is lost.
  public static func columns(_ values: [Float], count: Int) -> [Column?] {
    guard count > 0 else { return [] }
    guard values.count > count else { return values.map { column(of: [$0]) } }
    return (0..<count).map { index in
      let (start, end) = (index * values.count / count, (index + 1) * values.count / count)
      return column(of: values[start..<end])
    }
  }

  /// The column that a value falls into when so many values are laid over so many columns.
  public static func place(of index: Int, of count: Int, in columns: Int) -> Int? {
    guard columns > 0, index >= 0, index < count else { return nil }
    return count > columns ? ((index + 1) * columns - 1) / count : index
  }

  /// Exactly so many columns, each value at its own place between 0 and 1; values farther apart
  /// than a column are joined by a straight line, or hold until the next one, and what is not a
  /// number leaves a gap.
  public static func columns(
    _ values: [Float], at places: [Double], count: Int, holds: Bool = false
  ) -> [Column?] {
    guard count > 0 else { return [] }
    var columns = [Column?](repeating: nil, count: count)
    func take(_ value: Double, at index: Int) {
      let column = columns[index]
      columns[index] = Column(
        lowest: min(value, column?.lowest ?? value), highest: max(value, column?.highest ?? value))
    }
    var before: (index: Int, value: Double)?
    for (value, place) in zip(values, places) where (0...1).contains(place) {
      guard value.isFinite else {
        before = nil
        continue
      }
      let (index, value) = (self.index(at: place, of: count), Double(value))
      if let before, index > before.index + 1 {
        let slope = holds ? 0 : (value - before.value) / Double(index - before.index)
        for between in before.index + 1..<index {
          take(before.value + slope * Double(between - before.index), at: between)
        }
      }
      take(value, at: index)
      before = (index, value)
    }
    return columns
  }

  /// The column of a place between 0 and 1.
  public static func index(at place: Double, of count: Int) -> Int {
    min(max(0, count - 1), Int(min(max(place, 0), 1) * Double(count)))
  }

  /// The values with their jitter averaged away: an exponential moving average, corrected for its
  /// start (Kingma and Ba, arXiv 1412.6980, §3), so that it begins at the first value instead of
  /// at 0. What is not a number stays a gap and is left out of the average.
  ///
  /// - Parameter strength: the weight of the past, 0 ..< 1; 0.9 averages about ten values.
  public static func smoothed(_ values: [Float], by strength: Double) -> [Float] {
    guard strength > 0, strength < 1 else { return values }
    var (average, weight) = (0.0, 0.0)
    return values.map { value in
      guard value.isFinite else { return .nan }
      average = strength * average + (1 - strength) * Double(value)
      weight = strength * weight + (1 - strength)
      return Float(average / weight)
    }
  }

  private static func column(of values: ArraySlice<Float>) -> Column? {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      lowest = min(lowest, Double(value))
      highest = max(highest, Double(value))
    }
    return lowest <= highest ? Column(lowest: lowest, highest: highest) : nil
  }

  /// The least and the greatest of what is finite; nil where nothing is.
  static func extremes(
    of values: [Float], including levels: [Double]
  ) -> ClosedRange<Double>? {
    let inView = levels.filter(\.isFinite)
    var lowest = inView.min() ?? .infinity
    var highest = inView.max() ?? -.infinity
    for value in values where value.isFinite {
      lowest = min(lowest, Double(value))
      highest = max(highest, Double(value))
    }
    return lowest <= highest ? lowest...highest : nil
  }

  /// Round bounds around the finite values and the levels that must be in view; they move in
  /// jumps, so that a curve's scale stands still most of the time.
  public static func bounds(of values: [Float], including levels: [Double]) -> ClosedRange<Double> {
    guard let extremes = extremes(of: values, including: levels) else { return 0...1 }
    let (lowest, highest) = (extremes.lowerBound, extremes.upperBound)
    let span = highest - lowest
    guard span > 0 else { return lowest - 0.5...lowest + 0.5 }
    let step = Round.step(near: span / 5)
    guard step > 0, step.isFinite else { return lowest...highest }
    let low = Round.multiple((lowest / step).rounded(.down), of: step)
    let high = Round.multiple((highest / step).rounded(.up), of: step)
    return low...high
  }
}

/// Round numbers: 1, 2 or 5 times a power of ten.
public enum Round {
  /// So many times a round step, without the digits that a product in binary leaves behind: three
  /// times 0.1 is 0.3, not 0.30000000000000004.
  public static func multiple(_ count: Double, of step: Double) -> Double {
    step < 1 ? count / (1 / step).rounded() : count * step
  }

  /// The round number nearest below or at a positive value.
  public static func step(near value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 0 }
    var unit = 1.0
    while unit > value, unit > 1e-300 { unit /= 10 }
    while unit * 10 <= value { unit *= 10 }
    let factor = [5.0, 2, 1].first { unit * $0 <= value * (1 + 1e-9) } ?? 1
    return unit * factor
  }
}
