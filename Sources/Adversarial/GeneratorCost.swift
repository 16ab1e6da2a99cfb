public import Engine

/// What the generator minimises. A value; the list is ``all``.
public struct GeneratorCost: Sendable, CustomStringConvertible {
  /// The name in presets: `nonSaturating`.
  public let name: String
  /// As an equation: "−½ E log D(G(z))".
  public let formula: String
  /// Where the tutorial has it.
  public let section: String
  /// The value at equilibrium (D = ½ everywhere, targets 1 and 0).
  public let equilibrium: Double
  /// That value in words: "½ ln 2".
  public let equilibriumTitle: String
  /// The cost as a scalar of the graph.
  public let cost: @Sendable (Scores) -> Tensor

  /// What a cost may look at.
  public struct Scores {
    /// Logits of the generated batch, one a row.
    public let generated: Tensor
    /// J_D at the same discriminator, on the same batches.
    public let discriminatorCost: Tensor
    public init(generated: Tensor, discriminatorCost: Tensor) {
      self.generated = generated
      self.discriminatorCost = discriminatorCost
    }
  }

  public var description: String { name }

  /// Every cost, in the tutorial's order.
  public static let all: [GeneratorCost] = [.minimax, .nonSaturating, .maximumLikelihood]
}
