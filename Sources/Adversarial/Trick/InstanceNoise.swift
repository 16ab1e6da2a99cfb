internal import Engine

/// Noise on everything that D is trained to judge, and that G answers (Sønderby et al., arXiv
/// 1610.04490): two thin distributions come to overlap. A small R1 does much the same, with γ = σ².
public struct InstanceNoise: Sendable, Hashable {
  /// σ, in units of the plane; 0 is off.
  public var deviation: Float

  public init(deviation: Float) { self.deviation = deviation }

  /// The points with fresh noise on their coordinates; what follows the two stays as it is.
  func callAsFunction(_ points: Tensor, in graph: Graph, stream: UInt32) -> Tensor {
    guard deviation > 0 else { return points }
    let noise = graph.random(.normal, [points.shape[0], 2], stream: stream) * deviation
    return points + noise.padded(axis: 1, before: 0, after: points.shape[1] - 2)
  }
}
