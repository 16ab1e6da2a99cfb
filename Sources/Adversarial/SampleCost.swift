private import Foundation

/// What a generator's cost makes of a single sample, as a function of D's logit there: the curve
/// that the tutorial's figure 16 draws over D(G(z)) = σ(l).
public struct SampleCost: Sendable {
  /// The cost's name on the screen: "non-saturating".
  public let title: String
  /// J_G of the sample, less what real points bring to it; b is the target of §4.2.
  public let value: @Sendable (_ logit: Double, _ fakeTarget: Double) -> Double
  /// ∂J_G/∂l.
  public let slope: @Sendable (_ logit: Double, _ fakeTarget: Double) -> Double

  /// −½ CE(l, b): minus what D pays for the sample.
  static let minimax = SampleCost(
    title: "minimax", value: { -0.5 * (softplus($0) - $1 * $0) },
    slope: { -0.5 * (sigmoid($0) - $1) })

  /// −½ log σ(l).
  static let nonSaturating = SampleCost(
    title: "non-saturating", value: { logit, _ in 0.5 * softplus(-logit) },
    slope: { logit, _ in -0.5 * sigmoid(-logit) })

  /// −½ e^l.
  static let maximumLikelihood = SampleCost(
    title: "max. likelihood", value: { logit, _ in -0.5 * exp(logit) },
    slope: { logit, _ in -0.5 * exp(logit) })

  /// ½(l − 1)².
  static let leastSquares = SampleCost(
    title: "least squares", value: { logit, _ in 0.5 * (logit - 1) * (logit - 1) },
    slope: { logit, _ in logit - 1 })

  /// −l.
  static let critic = SampleCost(
    title: "critic", value: { logit, _ in -logit }, slope: { _, _ in -1 })

  private static func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

  private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
