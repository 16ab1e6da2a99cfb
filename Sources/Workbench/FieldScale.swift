import Adversarial
import Plotting
private import Foundation

/// How a field's values become levels of colour: what stands in the middle, and at which distance
/// from it the colours end.
struct FieldScale: Sendable, Equatable {
  /// The meaning of the values.
  enum Kind: Sendable, Equatable {
    /// Probabilities; the middle is ½, and distances are those of the logit.
    case probability
    /// Outputs of a D that gives no probabilities.
    case score
    /// Differences of two probabilities.
    case difference
  }

  let kind: Kind
  /// The output without an opinion: 0, or half way between the data and the samples.
  var middle = 0.0
  /// The distance at which the colours end.
  var gain: Double
  /// Whether distances are those of the probability itself, from 0 to 1.
  var isAbsolute = false

  /// The least and the greatest gain of a kind: what is less is rounding, what is more is certain.
  static func limits(of kind: Kind) -> ClosedRange<Double> {
    switch kind {
    case .probability: 0.001...5
    case .score: 1e-6...1e6
    case .difference: 0.001...1
    }
  }

  /// The one that is the same for every frame and every run.
  static func absolute(_ kind: Kind, middle: Double) -> FieldScale {
    FieldScale(
      kind: kind, middle: middle, gain: kind == .score ? 1 : 0.5, isAbsolute: true)
  }

  /// The logarithm of the odds; of a certain answer that of the last float before it.
  static func logit(_ probability: Float) -> Float {
    let inside = min(max(probability, 1e-7), 1 - 6e-8)
    return log(inside / (1 - inside))
  }

  /// The value at a share of the scale, −1 … 1, as D would say it.
  func value(at share: Double) -> Double {
    switch kind {
    case .probability: isAbsolute ? 0.5 + share / 2 : 1 / (1 + exp(-share * gain))
    case .score, .difference: middle + share * gain
    }
  }

  /// The values as far below the middle and above it, with just as many digits as tell them apart.
  func words(at share: Double) -> (below: String, above: String) {
    let (below, above) = (value(at: -share), value(at: share))
    let distance = (above - below) / 2
    let places = distance > 0 ? min(max(0, Int((1 - log10(distance)).rounded(.up))), 4) : 2
    // Rounded alike on both sides of ½.
    let high = RangeWords.short(above, places)
    guard kind == .probability, let number = Double(high) else {
      return (RangeWords.short(below, places), kind == .difference && above > 0 ? "+" + high : high)
    }
    return (RangeWords.short(1 - number, places), high)
  }
}
