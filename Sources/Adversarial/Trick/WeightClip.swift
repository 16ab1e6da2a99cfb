internal import Engine

/// D's parameters cut to [−c, c] after each of its updates, which bounds its slope (Arjovsky et
/// al., arXiv 1701.07875).
public struct WeightClip: Sendable, Hashable {
  /// c; 0 is off.
  public var limit: Float

  public init(limit: Float) { self.limit = limit }

  func callAsFunction(_ parameters: [Tensor]) -> [Tensor] {
    guard limit > 0 else { return parameters }
    return parameters.map { parameter in
      let floor = parameter.constants([-limit], .scalar)
      return -Tensor.maximum(-Tensor.maximum(parameter, floor), floor)
    }
  }
}
