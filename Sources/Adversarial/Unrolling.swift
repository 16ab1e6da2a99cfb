public import Engine

/// The generator's look ahead (Metz et al., arXiv 1611.02163; §5.1.1): its cost is taken at the
/// discriminator after some inner updates, and differentiated through them.
public struct Unrolling: Sendable {
  /// Inner updates; 0 is the plain game.
  public var steps: Int
  /// Who makes the inner updates, from a copy of the discriminator's own state.
  public var optimizer: Optimizer
  /// Detached: the generator sees where the discriminator goes, but no gradient passes through
  /// the way there. That is *not* unrolling, and the difference is the point of the page.
  public var isDetached: Bool

  public init(steps: Int, optimizer: Optimizer = .adam, isDetached: Bool = false) {
    self.steps = steps
    self.optimizer = optimizer
    self.isDetached = isDetached
  }

  /// The discriminator's parameters after 0, 1, … ``steps`` inner updates, differentiable all
  /// the way.
  /// - Parameter cost: J_D as a function of the parameters, on fixed batches.
  public func path(
    _ parameters: [Tensor], state: OptimizerState, rates: Optimizer.Rates,
    cost: ([Tensor]) -> Tensor
  ) -> [[Tensor]] {
    var (player, state) = (parameters, state)
    var players = [player]
    for _ in 0..<steps {
      let slopes = gradient(of: cost(player), for: player)
      (player, state) = optimizer.updated(player, by: slopes, state: state, rates: rates)
      players.append(player)
    }
    return players
  }

  /// The discriminator's parameters that G's cost is taken at.
  /// - Parameter cost: J_D as a function of the parameters, on fixed batches.
  public func updated(
    _ parameters: [Tensor], state: OptimizerState, rates: Optimizer.Rates,
    cost: ([Tensor]) -> Tensor
  ) -> [Tensor] {
    settled(path(parameters, state: state, rates: rates, cost: cost))
  }

  /// What G's cost is taken at: the end of the path, cut off from it where it is detached.
  func settled(_ path: [[Tensor]]) -> [Tensor] {
    isDetached ? path[steps].map { $0.detached() } : path[steps]
  }
}
