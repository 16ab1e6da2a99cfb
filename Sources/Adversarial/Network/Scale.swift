public import Engine

/// x times a fixed number: the paper's discriminator looks at x/4. What stands behind the first
/// `columns` of a row, such as its class, stays as it is.
public struct Scale: Layer {
  public let factor: Float
  let columns: Int

  public init(_ factor: Float, columns: Int = .max) {
    self.factor = factor
    self.columns = columns
  }

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    let width = batch.shape[1]
    guard columns < width else { return batch * factor }
    return batch * batch.constants((0..<width).map { $0 < columns ? factor : 1 }, [1, width])
  }
}
