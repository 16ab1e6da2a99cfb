public import Engine

/// Gives each point a class (§4.1), that of its nearest mode where it has none: [n, 2] to
/// [n, 2 + classes]. So a discriminator that wants a class can be asked about a bare point.
public struct PointLabels: Layer {
  let labels: Labels
  let data: Mixture

  public init(_ labels: Labels, of data: Mixture) {
    self.labels = labels
    self.data = data
  }

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    guard batch.shape[1] == 2 else { return batch }
    let (rows, modes) = (batch.shape[0], data.components.count)
    let centres = batch.constants(
      data.components.flatMap { [$0.centre.x, $0.centre.y] }, [1, modes, 2])
    let distances = (batch.reshaped([rows, 1, 2]) - centres).squared().sum([2])
      .reshaped([rows, modes])
    // On the border between two modes both are nearest: half of each.
    let nearest = 1 - Tensor.greater(distances, -(-distances).largest([1]))
    return Tensor.concatenate([batch, labels.rows(ofModes: nearest / nearest.sum([1]))], axis: 1)
  }
}
