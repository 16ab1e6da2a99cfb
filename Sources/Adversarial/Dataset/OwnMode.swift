/// A mode as a person writes it down: `(1.5,0,0.1,2)` is one at (1.5, 0) with a standard deviation
/// of 0.1 and twice the weight of others.
public struct OwnMode: Sendable, Hashable {
  public var centre: SIMD2<Float>
  /// nil for that of the page's knob.
  public var deviation: Float?
  /// In proportion to the other modes' weights.
  public var weight: Float

  public static let deviations: ClosedRange<Float> = 0.001...10
  public static let weights: ClosedRange<Float> = 0.001...1_000
  /// The most modes that a mixture of one's own has.
  public static let most = 64

  public init(centre: SIMD2<Float>, deviation: Float? = nil, weight: Float = 1) {
    self.centre = centre
    self.deviation = deviation
    self.weight = weight
  }

  public init(_ component: Mixture.Component) {
    self.init(
      centre: component.centre, deviation: component.deviation, weight: component.weight)
  }

  /// The same as a part of a mixture.
  /// - Parameter usual: the deviation of a mode that has none of its own.
  public func component(deviation usual: Float) -> Mixture.Component {
    .init(centre: centre, deviation: deviation ?? usual, weight: weight)
  }

  /// As it is written, shortest first: numbers read back to the bit.
  public var text: String {
    var numbers = [centre.x, centre.y]
    if deviation != nil || weight != 1 { numbers.append(deviation ?? 0) }
    if weight != 1 { numbers.append(weight) }
    return "(" + numbers.map(Self.number).joined(separator: ",") + ")"
  }

  /// "1.5", "-2", "0.02": without the point where there is nothing behind it.
  static func number(_ value: Float) -> String {
    guard value != 0 else { return "0" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
