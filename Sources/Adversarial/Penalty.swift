public import Engine

/// What a discriminator pays beside its cost, mostly for its slope in its input. A value; the list
/// is ``all``.
///
/// Only D's own gradient sees a penalty: the cost that a minimax generator turns around, and the
/// curve of J_D, are without it.
public struct Penalty: Sendable, CustomStringConvertible {
  /// The name of its weight in presets: `r1`.
  public let name: String
  /// The name on the screen: "R1 (γ)".
  public let title: String
  /// As an equation, weight included: "γ/2 E‖∇D(x)‖²".
  public let formula: String
  /// One sentence on what it does.
  public let explanation: String
  /// The penalty with a weight of 1, a scalar of the graph.
  public let cost: @Sendable (Ground) -> Tensor

  /// What a penalty may look at.
  public struct Ground {
    /// From points [n, 2] to logits.
    public let discriminator: (Tensor) -> Tensor
    /// The update's real points, and its generated ones.
    public let real: Tensor
    public let generated: Tensor
    /// Uniform numbers in (0, 1), one a row: where between the two a point may lie.
    public let mix: Tensor

    public init(
      real: Tensor, generated: Tensor, mix: Tensor, discriminator: @escaping (Tensor) -> Tensor
    ) {
      self.real = real
      self.generated = generated
      self.mix = mix
      self.discriminator = discriminator
    }

    /// ‖∇ₓD(x)‖² at each row, [n, 1].
    func squaredSlope(at points: Tensor) -> Tensor {
      gradient(of: discriminator(points).sum(), for: [points])[0].squared().sum([1])
    }
  }

  public var description: String { name }

  /// Every penalty, in the order of their papers.
  public static let all: [Penalty] = [.wassersteinGradient, .r1, .r2]
}
