public import Engine

/// y = x·W + b with W [inputs, outputs] and b [outputs], which may be left out.
public struct Dense: Layer {
  public let parameters: [Parameter]

  public init(_ inputs: Int, _ outputs: Int, _ initial: Initializer, hasBias: Bool = true) {
    let weights = Parameter("weights", [inputs, outputs], initial)
    parameters = hasBias ? [weights, Parameter("bias", [outputs], .zeros)] : [weights]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    let sums = batch.product(parameters[0])
    return parameters.count > 1 ? sums + parameters[1] : sums
  }
}
