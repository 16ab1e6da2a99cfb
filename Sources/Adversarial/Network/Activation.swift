public import Engine

/// A function applied to every element, by the name that presets use.
public enum Activation: String, Sendable, Hashable, CaseIterable, Layer {
  /// max(x, 0).
  case relu
  /// x where positive, 0.2·x elsewhere.
  case leakyRelu
  case tanh
  /// ln(1 + eˣ).
  case softplus
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  case identity

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor { self(batch) }

  /// The function of every element.
  public func callAsFunction(_ batch: Tensor) -> Tensor {
    switch self {
    case .relu: batch.relu()
    case .leakyRelu: batch.leakyRelu(slope: 0.2)
    case .tanh: batch.tanh()
    case .softplus: batch.softplus()
    case .sigmoid: batch.sigmoid()
    case .identity: batch
    }
  }
}
