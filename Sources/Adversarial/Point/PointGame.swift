/// A game of two numbers: x belongs to one player and y to the other. The smallest games in which
/// gradient descent need not converge.
///
/// Each player goes down its own cost; the vector field is v(x, y) = (−∂C_x/∂x, −∂C_y/∂y), and a
/// ``Method`` makes steps of it.
public struct PointGame: Sendable {
  public var payoff: Payoff
  public var method: Method
  /// Where x and y start.
  public var start: SIMD2<Float>
  /// Steps of y for each step of x, where the players take turns.
  public var discriminatorSteps: Int

  public init(
    payoff: Payoff, method: Method, start: SIMD2<Float> = [1, 0], discriminatorSteps: Int = 1
  ) {
    self.payoff = payoff
    self.method = method
    self.start = start
    self.discriminatorSteps = discriminatorSteps
  }

  /// What the players fight over; all have their equilibrium at (0, 0).
  public enum Payoff: String, Sendable, CaseIterable {
    /// V = xy: x goes down it and y up (the tutorial, exercise 7.2).
    case bilinear
    /// D(p) = σ(yp) between a data point at 0 and a generated one at x: V = f(xy) with
    /// f(t) = −log(1 + e⁻ᵗ) (Mescheder et al., arXiv 1801.04406).
    case dirac
    /// The same D, and a generator that goes down −f(−xy) instead.
    case diracNonSaturating

    /// |∂²V/∂x∂y| at (0, 0): how fast the continuous game turns.
    public var turning: Double { self == .bilinear ? 1 : 0.5 }
  }

  /// How steps of size h are made of the field v.
  public enum Method: String, Sendable, CaseIterable {
    /// w ← w + h v(w).
    case simultaneous
    /// x first, then y against the new x.
    case alternating
    /// w ← w + h v(w + h v(w)) (Korpelevich 1976).
    case extragradient
    /// w ← w + 2h v(w) − h v(w before) (Daskalakis et al., arXiv 1711.00141).
    case optimistic
    /// w ← w + h (v − γ ∇½‖v‖²) (Mescheder et al., arXiv 1705.10461).
    case consensus
    /// Simultaneous, with γ/2 ‖∇D‖² = γ/2 y² in y's cost.
    case r1
    /// The same with x first, then y.
    case alternatingR1

    var isAlternating: Bool { self == .alternating || self == .alternatingR1 }
    var isPenalised: Bool { self == .r1 || self == .alternatingR1 }
  }
}

extension PointGame {
  /// √(2h), the radius of the circle that the non-saturating Dirac-GAN comes to by simultaneous
  /// steps of size h, from outside and from inside; nil for other games and methods.
  ///
  /// A step adds 2h⟨w, v⟩ + h²‖v‖² to r². With v = (−σ(xy) y, σ(−xy) x) the first is
  /// −2h xy tanh(xy/2) ≈ −h x²y², on average over a turn −h r⁴/8, and the second ≈ h² r²/4.
  func limitRadius(rate: Double) -> Double? {
    payoff == .diracNonSaturating && method == .simultaneous ? (2 * rate).squareRoot() : nil
  }
}

extension PointGame: TracedGame {
  var curveList: [Curve] {
    [
      Curve("x", title: "x", reference: .init(0, title: "0"), heading: "the players"),
      Curve("y", title: "y", reference: .init(0, title: "0"), heading: "the players"),
      Curve("value", title: "V(x, y)", heading: "the players"),
      Curve("fieldNorm", title: "‖v‖", heading: "the players"),
    ]
  }

  func viewer(threads: Int) -> PointViewer { PointViewer(self, threads: threads) }
}
