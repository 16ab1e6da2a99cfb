internal import Engine

/// Both players also descend ½‖v‖², where v are the gradients of both: agreement that neither wants
/// to move (Mescheder et al., arXiv 1705.10461).
public struct Consensus: Sendable, Hashable {
  /// γ; 0 is off.
  public var weight: Float

  public init(weight: Float) { self.weight = weight }

  /// v + γ ∇½‖v‖².
  /// - Parameters:
  ///   - gradients: v, of both players one after another.
  ///   - parameters: what v was differentiated with respect to, in the same order.
  func callAsFunction(_ gradients: [Tensor], at parameters: [Tensor]) -> [Tensor] {
    guard weight > 0 else { return gradients }
    let parts = gradients.map { $0.squared().sum() }
    let half = parts.dropFirst().reduce(parts[0], +) * 0.5
    return zip(gradients, gradient(of: half, for: parameters)).map { $0 + $1 * weight }
  }
}
