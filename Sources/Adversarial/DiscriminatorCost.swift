public import Engine

/// What the discriminator minimises. A value; the list is ``all``.
///
/// Whatever the cost, an output above 0 means "more likely real than not", so that the plane, the
/// curves and the measures read all of them alike.
public struct DiscriminatorCost: Sendable, CustomStringConvertible {
  /// The name in presets: `hinge`.
  public let name: String
  /// As an equation: "E max(0, 1 − D(x)) + E max(0, 1 + D(G(z)))", with D the output itself.
  public let formula: String
  /// The value at equilibrium, with targets 1 and 0.
  public let equilibrium: Double
  /// That value in words: "ln 2".
  public let equilibriumTitle: String
  /// Whether it looks at the targets a and b.
  public var usesTargets = true
  /// The meaning of D's outputs.
  public var answers = Answers.probability
  /// The cost as a scalar of the graph.
  public let cost: @Sendable (Scores) -> Tensor

  /// The meaning of an output of D under a cost.
  public enum Answers: Sendable, Hashable {
    /// Its sigmoid is the probability "real".
    case probability
    /// Above 0 it is for "real", below for "generated", and it is no probability.
    case score
    /// Only the difference of two outputs means something, 0 means nothing.
    case comparison
  }

  /// What a cost may look at.
  public struct Scores {
    /// Outputs for the real batch and for the generated one, one a row.
    public let real: Tensor
    public let generated: Tensor
    /// a and b of §4.2, scalars in [0, 1].
    public let realTarget: Tensor
    public let generatedTarget: Tensor

    public init(real: Tensor, generated: Tensor, realTarget: Tensor, generatedTarget: Tensor) {
      self.real = real
      self.generated = generated
      self.realTarget = realTarget
      self.generatedTarget = generatedTarget
    }
  }

  public var description: String { name }

  /// Every cost, the tutorial's first.
  public static let all: [DiscriminatorCost] = [
    .crossEntropy, .squaredError, .hinge, .wasserstein, .paired,
  ]
}
