public import Engine

/// x = μ + e^s·z with μ and s of one number each: a generator whose samples are N(μ, e^2s) where z
/// is N(0, 1).
public struct Location: Layer {
  public let parameters: [Parameter]

  /// - Parameters:
  ///   - mean, deviation: where the generator starts.
  public init(mean: Float, logDeviation: Float) {
    parameters = [
      Parameter("mean", [1], .constant(mean)),
      Parameter("logDeviation", [1], .constant(logDeviation)),
    ]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    batch * parameters[1].exp() + parameters[0]
  }
}
