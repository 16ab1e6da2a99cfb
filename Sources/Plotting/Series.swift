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

  private static func column(of values: ArraySlice<Float>) -> Column? {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      lowest = min(lowest, Double(value))
      highest = max(highest, Double(value))
    }
    return lowest <= highest ? Column(lowest: lowest, highest: highest) : nil
  }

  /// Round bounds around the finite values and the levels that must be in view; they move in
  /// jumps, so that a curve's scale stands still most of the time.
  public static func bounds(of values: [Float], including levels: [Double]) -> ClosedRange<Double> {
    let inView = levels.filter(\.isFinite)
    var lowest = inView.min() ?? .infinity
    var highest = inView.max() ?? -.infinity
    for value in values where value.isFinite {
      lowest = min(lowest, Double(value))
      highest = max(highest, Double(value))
    }
    guard lowest <= highest else { return 0...1 }
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
