internal import Engine

/// A running average of G's parameters, which is looked at and measured in G's place while the
/// game goes on without it (Yazıcı et al., arXiv 1806.04498).
public struct Averaging: Sendable, Hashable {
  /// β of θ̄ ← βθ̄ + (1 − β)θ; 0 is off.
  public var decay: Float

  public init(decay: Float) { self.decay = decay }

  /// Inputs for the average, which starts where the player does.
  func variables(of player: PlayerTrace, in graph: Graph) -> [PlayerTrace.Variable] {
    guard decay > 0 else { return [] }
    return player.variables.prefix(player.parameters.count).map { own in
      let name = Self.prefix + own.name
      return PlayerTrace.Variable(
        name: name, shape: own.shape, initial: own.initial, stream: own.stream,
        tensor: graph.input(name, own.shape), original: own.name)
    }
  }

  /// What replaces the average when the player has moved.
  func updates(
    _ average: [PlayerTrace.Variable], to parameters: [Tensor]
  ) -> [(input: Tensor, value: Tensor)] {
    zip(average, parameters).map { ($0.tensor, $0.tensor * decay + $1 * (1 - decay)) }
  }

  static let prefix = "average."
}
