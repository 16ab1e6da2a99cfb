public import Engine

/// How activations are normalised (§4.3): which examples the mean and the variance come from.
/// Variances are biased (divided by the count). Means run over all axes but the last.
public enum Normalization {
  /// From the batch itself (Ioffe and Szegedy, arXiv 1502.03167).
  public static func batch(
    _ x: Tensor, gamma: Tensor, beta: Tensor, epsilon: Float
  ) -> Tensor {
    normalized(x, moments(of: x), gamma, beta, epsilon)
  }

  /// From a fixed batch of reference examples alone (the tutorial, §4.3).
  public static func reference(
    _ x: Tensor, reference: Tensor, gamma: Tensor, beta: Tensor, epsilon: Float
  ) -> Tensor {
    normalized(x, moments(of: reference), gamma, beta, epsilon)
  }

  /// From the r reference examples and the example itself (Salimans et al., arXiv 1606.03498):
  /// the means of x and x² are 1/(r+1) of its own and r/(r+1) of the references'.
  public static func virtual(
    _ x: Tensor, reference: Tensor, gamma: Tensor, beta: Tensor, epsilon: Float
  ) -> Tensor {
    let count = Float(reference.shape[0])
    let axes = leadingAxes(reference)
    let (own, others) = (1 / (count + 1), count / (count + 1))
    let mean = x * own + reference.mean(axes) * others
    let square = x.squared() * own + reference.squared().mean(axes) * others
    return normalized(x, (mean, square - mean.squared()), gamma, beta, epsilon)
  }

  private static func leadingAxes(_ x: Tensor) -> [Int] { Array(0..<(x.shape.rank - 1)) }

  private static func moments(of x: Tensor) -> (mean: Tensor, variance: Tensor) {
    let axes = leadingAxes(x)
    let mean = x.mean(axes)
    return (mean, (x - mean).squared().mean(axes))
  }

  private static func normalized(
    _ x: Tensor, _ moments: (mean: Tensor, variance: Tensor), _ gamma: Tensor, _ beta: Tensor,
    _ epsilon: Float
  ) -> Tensor {
    let scale = gamma / (moments.variance + epsilon).squareRoot()
    return (x - moments.mean) * scale + beta
  }
}

/// Normalisation that learns a scale and a shift a feature; from which rows, its kind says.
public struct Normalized: Layer {
  /// Where the moments of a row come from, in a network with company; in one without it, and for
  /// the company itself, always from the batch.
  public enum Kind: String, Sendable, CaseIterable {
    case batch
    case reference
    case virtual
  }

  let features: Int
  let kind: Kind
  let epsilon: Float
  public init(_ features: Int, _ kind: Kind = .batch, epsilon: Float = 1e-5) {
    self.features = features
    self.kind = kind
    self.epsilon = epsilon
  }

  public var parameters: [Parameter] {
    [Parameter("gamma", [features], .ones), Parameter("beta", [features], .zeros)]
  }

  public func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    Normalization.batch(batch, gamma: parameters[0], beta: parameters[1], epsilon: epsilon)
  }

  public func alone(_ batch: Tensor, _ parameters: [Tensor], in company: Tensor) -> Tensor {
    let (gamma, beta) = (parameters[0], parameters[1])
    return switch kind {
    case .virtual:
      Normalization.virtual(
        batch, reference: company, gamma: gamma, beta: beta, epsilon: epsilon)
    case .batch, .reference:
      Normalization.reference(
        batch, reference: company, gamma: gamma, beta: beta, epsilon: epsilon)
    }
  }
}
