/// The end of a scale around 0 that follows what it shows in calm steps: a round number, 1, 2 or 5
/// times a power of ten, near the size of most values. It changes only when they have clearly left
/// it.
public struct Gain: Sendable, Equatable {
  /// The value at the upper end of the scale; nil before the first field.
  public private(set) var value: Double?
  /// The least and the greatest that it may be.
  private let limits: ClosedRange<Double>

  /// The share of the values that are meant to be within the scale.
  private static let share = 0.85
  /// By how much these must be larger or smaller than the scale to change it.
  private static let patience = 2.4

  public init(within limits: ClosedRange<Double>) { self.limits = limits }

  /// Takes new values; returns whether the scale has changed.
  public mutating func take(_ values: [Float]) -> Bool {
    let sizes = values.lazy.filter { !$0.isNaN }.map(abs).sorted()
    guard let most = sizes.isEmpty ? nil : sizes[Int(Double(sizes.count - 1) * Self.share)] else {
      return false
    }
    let size = min(max(Double(most), limits.lowerBound), limits.upperBound)
    if let value, size < value * Self.patience, size > value / Self.patience { return false }
    let before = value
    value = min(max(Self.round(near: size), limits.lowerBound), limits.upperBound)
    return value != before
  }

  /// The round number nearest by ratio.
  private static func round(near size: Double) -> Double {
    let below = Round.step(near: size)
    let above = Round.step(near: below * 2.6)
    return size * size < below * above ? below : above
  }
}
