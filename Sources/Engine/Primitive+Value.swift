import Foundation

extension Primitive {
  /// The value of an elementwise primitive in double precision (interpretation 3, for one
  /// element): what the kernels are compared with. Nil for a primitive that is not elementwise.
  func exactValue(of a: [Double]) -> Double? {
    switch self {
    case .negate: -a[0]
    case .exponential: Foundation.exp(a[0])
    case .logarithm: Foundation.log(a[0])
    case .tanh: Foundation.tanh(a[0])
    case .sigmoid: 1 / (1 + Foundation.exp(-a[0]))
    case .softplus: Swift.max(a[0], 0) + Foundation.log1p(Foundation.exp(-Swift.abs(a[0])))
    case .squareRoot: a[0].squareRoot()
    case .sine: Foundation.sin(a[0])
    case .add: a[0] + a[1]
    case .subtract: a[0] - a[1]
    case .multiply: a[0] * a[1]
    case .divide: a[0] / a[1]
    case .maximum: a[0].isNaN || a[1].isNaN ? .nan : Swift.max(a[0], a[1])
    case .greater: a[0] > a[1] ? 1 : 0
    case .select: a[0] != 0 ? a[1] : a[2]
    case .input, .constant, .literal, .random, .sum, .largest, .reshape, .broadcast, .permute,
      .slice, .pad, .concatenate, .product, .unfold, .fold, .detach:
      nil
    }
  }
}
