// Functions made of primitives, or one primitive under its everyday name.

extension Tensor {
  public func exp() -> Tensor { apply(.exponential) }
  /// The natural logarithm.
  public func log() -> Tensor { apply(.logarithm) }
  public func tanh() -> Tensor { apply(.tanh) }
  /// 1 / (1 + e⁻ˣ).
  public func sigmoid() -> Tensor { apply(.sigmoid) }
  /// ln(1 + eˣ), without overflow.
  public func softplus() -> Tensor { apply(.softplus) }
  /// √x; its derivative at 0 is taken to be 0, so that √v of an optimizer can be differentiated
  /// where v has never moved (∞·0 would be NaN).
  public func squareRoot() -> Tensor { apply(.squareRoot) }
  public func sin() -> Tensor { apply(.sine) }
  /// sin(x + π/2).
  public func cos() -> Tensor { (self + Float.pi / 2).sin() }

  /// max(x, 0); the derivative at 0 is 0.
  public func relu() -> Tensor { Tensor.maximum(self, filled(0)) }

  /// x where positive, slope·x elsewhere.
  public func leakyRelu(slope: Float = 0.2) -> Tensor {
    Tensor.select(Tensor.greater(self, filled(0)), self, self * slope)
  }

  /// |x|; the derivative at 0 is −1.
  public func magnitude() -> Tensor { Tensor.maximum(self, -self) }

  public func squared() -> Tensor { self * self }
}

// MARK: - Reductions

extension Tensor {
  /// The sum over some axes, which stay with extent one.
  public func sum(_ axes: [Int]) -> Tensor { apply(.sum(axes: axes.sorted())) }

  /// The sum of all elements, a scalar.
  public func sum() -> Tensor { sum(Array(0..<shape.rank)).reshaped(.scalar) }

  /// The mean over some axes, which stay with extent one.
  public func mean(_ axes: [Int]) -> Tensor {
    sum(axes) * (1 / Float(axes.reduce(1) { $0 * shape[$1] }))
  }

  /// The mean of all elements, a scalar.
  public func mean() -> Tensor { sum() * (1 / Float(shape.count)) }

  /// The largest over some axes, which stay with extent one. Ties share the gradient.
  public func largest(_ axes: [Int]) -> Tensor { apply(.largest(axes: axes.sorted())) }

  /// ln Σ eˣ over one axis, which stays with extent one; safe for large x.
  public func logSumExp(axis: Int) -> Tensor {
    let top = largest([axis]).detached()
    return (self - top).exp().sum([axis]).log() + top
  }

  /// eˣ / Σ eˣ over one axis.
  public func softmax(axis: Int) -> Tensor {
    let powers = (self - largest([axis]).detached()).exp()
    return powers / powers.sum([axis])
  }
}
