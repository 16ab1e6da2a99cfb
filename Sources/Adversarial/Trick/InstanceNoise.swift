internal import Engine

/// Noise on everything that D is trained to judge, and that G answers (Sønderby et al., arXiv
/// 1610.04490): two thin distributions come to overlap. Near equilibrium R1 does much the same,
/// with γ = σ²/4: cross-entropy bends by ¼ at a logit of 0, and J_D counts half of either kind.
public struct InstanceNoise: Sendable, Hashable {
  /// σ at the first step, in units of the plane; 0 is off.
  public var deviation: Float
  /// T of σ·max(0, 1 − t/T) at step t, by which the noise is annealed; 0 keeps it as it is.
  public var steps: Int

  public init(deviation: Float, steps: Int = 0) {
    self.deviation = deviation
    self.steps = steps
  }

  /// Whether it depends on the step.
  var isAnnealed: Bool { deviation > 0 && steps > 0 }

  /// The points with fresh noise on their coordinates; what follows the two stays as it is.
  /// - Parameter clock: t, of noise that is annealed.
  func callAsFunction(
    _ points: Tensor, at clock: Tensor?, in graph: Graph, stream: UInt32
  ) -> Tensor {
    guard deviation > 0 else { return points }
    let noise = graph.random(.normal, [points.shape[0], 2], stream: stream) * deviation
    let left = isAnnealed ? noise * share(at: clock, in: graph) : noise
    return points + left.padded(axis: 1, before: 0, after: points.shape[1] - 2)
  }

  /// max(0, 1 − t/T).
  private func share(at clock: Tensor?, in graph: Graph) -> Tensor {
    guard let clock else { preconditionFailure("noise annealed over \(steps) steps needs a clock") }
    return Tensor.maximum(1 - clock / Float(steps), graph.constant(0))
  }
}
