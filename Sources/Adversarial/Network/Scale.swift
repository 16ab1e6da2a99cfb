public import Engine

/// x times a fixed number: the paper's discriminator looks at x/4.
public struct Scale: Layer {
  public let factor: Float
  public init(_ factor: Float) { self.factor = factor }
  public var parameters: [Parameter] { [] }
  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor { batch * factor }
}
