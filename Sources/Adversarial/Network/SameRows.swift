public import Engine

/// A layer that changes nothing: a ``Network/branch`` that tells what the last layer is given.
public struct SameRows: Layer {
  public init() {}

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor { batch }
}
