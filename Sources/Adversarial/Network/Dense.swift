public import Engine

/// y = x·W + b with W [inputs, outputs] and b [outputs].
public struct Dense: Layer {
  public let parameters: [Parameter]

  public init(_ inputs: Int, _ outputs: Int, _ initial: Initializer) {
    parameters = [
      Parameter("weights", [inputs, outputs], initial), Parameter("bias", [outputs], .zeros),
    ]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    batch.product(parameters[0]) + parameters[1]
  }
}
