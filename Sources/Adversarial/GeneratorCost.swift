public import Engine

/// What the generator minimises. A value; the list is ``all``.
public struct GeneratorCost: Sendable, CustomStringConvertible {
  /// The name in presets: `nonSaturating`.
  public let name: String
  /// As an equation: "−½ E log D(G(z))".
  public let formula: String
  /// Where the tutorial has it.
  public let section: String
  /// The value at equilibrium (D = ½ everywhere, targets 1 and 0); of a zero-sum game minus D's.
  public let equilibrium: Double
  /// That value in words: "½ ln 2".
  public let equilibriumTitle: String
  /// What it makes of a single sample; nil where that depends on others.
  public var ofSample: SampleCost?
  /// The cost as a scalar of the graph.
  public let cost: @Sendable (Scores) -> Tensor

  /// What a cost may look at.
  public struct Scores {
    /// Logits of the real batch and of the generated one, one a row.
    public let real: Tensor
    public let generated: Tensor
    /// J_D at the same discriminator, on the same batches.
    public let discriminatorCost: Tensor
    public init(real: Tensor, generated: Tensor, discriminatorCost: Tensor) {
      self.real = real
      self.generated = generated
      self.discriminatorCost = discriminatorCost
    }
  }

  public var description: String { name }

  /// Every cost, in the tutorial's order.
  public static let all: [GeneratorCost] = [
    .minimax, .nonSaturating, .maximumLikelihood, .leastSquares, .critic, .relativistic,
  ]
}
