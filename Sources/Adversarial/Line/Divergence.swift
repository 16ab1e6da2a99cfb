import Engine

/// An f-divergence D_f(data‖model) = ∫ p_model f(p_data / p_model), on its own and in the
/// variational form max_T E_data T − E_model f*(T) with T = g_f(D's output) (Nowozin et al.,
/// arXiv 1606.00709). A value; the list is ``all``.
public struct Divergence: Sendable, CustomStringConvertible {
  /// The name in presets: `kl`.
  public let name: String
  /// As an equation: "KL(data‖model)".
  public let title: String
  /// The integrand from log p_data and log p_model.
  let integrand: @Sendable (Tensor, Tensor) -> Tensor
  /// g_f(v): what D's output v counts on data.
  let onData: @Sendable (Tensor) -> Tensor
  /// f*(g_f(v)): what it counts on samples.
  let onModel: @Sendable (Tensor) -> Tensor
  /// log(p_data / p_model) where v is optimal.
  let logRatio: @Sendable (Double) -> Double

  public var description: String { name }

  /// Every divergence, the tutorial's first.
  public static let all: [Divergence] = [.kl, .reverseKL, .js, .pearson, .hellinger]
}
