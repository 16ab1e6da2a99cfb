public import Engine

/// A dense layer whose weights are divided by their largest singular value (Miyato et al., arXiv
/// 1802.05957): y = x·W/σ(W) + b, a map of slope at most 1.
///
/// σ = uᵀWv with the leading singular vectors u and v, through which no gradient passes: that is
/// the exact gradient of σ. Miyato et al. take one step of the power iteration an update and keep
/// u; here the iteration is run out at every update, by squaring the smaller of WᵀW and WWᵀ, so
/// that nothing is to be kept.
public struct SpectralDense: Layer {
  public let parameters: [Parameter]

  public init(_ inputs: Int, _ outputs: Int, _ initial: Initializer) {
    parameters = Dense(inputs, outputs, initial).parameters
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    let weights = parameters[0]
    return batch.product(weights / largestSingularValue(of: weights)) + parameters[1]
  }
}

/// The largest singular value of a matrix, [1, 1].
///
/// The Gram matrix is squared seven times, which raises the ratio of the two largest singular
/// values to the 256th power; two that are closer than that count as one.
public func largestSingularValue(of matrix: Tensor) -> Tensor {
  let isTall = matrix.shape[0] >= matrix.shape[1]
  let fixed = matrix.detached()
  let side = Swift.min(matrix.shape[0], matrix.shape[1])
  var gram = fixed.product(fixed, transposingFirst: isTall, transposingSecond: !isTall)
  for _ in 0..<7 {
    gram = gram / gram.squared().sum([0, 1]).squareRoot()
    gram = gram.product(gram)
  }
  // A start that no structure of the weights is orthogonal to.
  let start = (0..<side).map { 1 + Float(($0 * 37) % 17) / 16 }
  let short = gram.product(matrix.constants(start, [side, 1])).unit
  // The singular vectors of both sides; v stands on the right of W, u on its left.
  let long = fixed.product(short, transposingFirst: !isTall).unit
  let (u, v) = isTall ? (long, short) : (short, long)
  return u.detached().product(matrix.product(v.detached()), transposingFirst: true)
}

extension Tensor {
  fileprivate var unit: Tensor { self / squared().sum([0, 1]).squareRoot() }
}
