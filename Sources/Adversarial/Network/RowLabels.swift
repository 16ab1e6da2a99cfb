public import Engine

/// Tells each row of z a class (§4.1), the one that its place decides where it has not been told
/// one: [n, z] to [n, z + classes].
public struct RowLabels: Layer {
  let labels: Labels
  /// Columns of z.
  let inputs: Int

  public init(_ labels: Labels, inputs: Int) {
    self.labels = labels
    self.inputs = inputs
  }

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    batch.shape[1] == inputs ? labels.appended(to: batch) : batch
  }
}
