public import Engine

/// The largest of some pieces (Goodfellow et al., arXiv 1302.4389): [n, pieces·width] to
/// [n, width], where piece p of unit j stands in column p·width + j.
public struct Maxout: Layer {
  public let pieces: Int
  public init(pieces: Int) { self.pieces = pieces }

  public var parameters: [Parameter] { [] }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    precondition(
      batch.shape[1].isMultiple(of: pieces), "\(batch.shape) does not divide by \(pieces) pieces")
    let width = batch.shape[1] / pieces
    let parts = (0..<pieces).map { batch.slice(axis: 1, from: $0 * width, count: width) }
    return parts.dropFirst().reduce(parts[0], Tensor.maximum)
  }
}
