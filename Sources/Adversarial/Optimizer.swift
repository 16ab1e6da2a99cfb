public import Engine

/// How a player moves along its gradient. A value; the list is ``all``.
///
/// An optimizer is traced like everything else, so that an unrolled game differentiates through
/// it: ``updated(_:by:state:rates:)`` maps tensors to tensors and stores nothing.
public struct Optimizer: Sendable, CustomStringConvertible {
  /// The name in presets: `adam`.
  public let name: String
  /// Arrays kept for each parameter, zero at the start: "m", "v".
  public let arrays: [String]
  /// Numbers kept once, one at the start: "beta1Power".
  public let scalars: [String]
  private let update: @Sendable ([Tensor], [Tensor], OptimizerState, Rates) -> Updated

  typealias Updated = (parameters: [Tensor], state: OptimizerState)

  init(
    name: String, arrays: [String], scalars: [String],
    update: @escaping @Sendable ([Tensor], [Tensor], OptimizerState, Rates) -> Updated
  ) {
    self.name = name
    self.arrays = arrays
    self.scalars = scalars
    self.update = update
  }

  /// The numbers an update is made with, scalars of the graph.
  public struct Rates {
    public var learningRate: Tensor
    public var beta1: Tensor
    public var beta2: Tensor
    public var epsilon: Tensor
    public init(learningRate: Tensor, beta1: Tensor, beta2: Tensor, epsilon: Tensor) {
      self.learningRate = learningRate
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
    }
  }

  public var description: String { name }

  /// One step down the gradient.
  /// - Parameters:
  ///   - parameters, gradients: of equal shapes, in declared order.
  ///   - state: what the last step left.
  /// - Returns: the moved parameters and the state for the next step.
  public func updated(
    _ parameters: [Tensor], by gradients: [Tensor], state: OptimizerState, rates: Rates
  ) -> (parameters: [Tensor], state: OptimizerState) {
    update(parameters, gradients, state, rates)
  }

  /// Every optimizer, the tutorial's first.
  public static let all: [Optimizer] = [
    .adam, .gradientDescent, .optimisticAdam, .optimisticDescent, .rmsProp,
  ]
}

/// What an optimizer remembers between steps.
public struct OptimizerState {
  /// For each of ``Optimizer/arrays``, a tensor a parameter.
  public var arrays: [[Tensor]]
  /// For each of ``Optimizer/scalars``, a scalar.
  public var scalars: [Tensor]
  public init(arrays: [[Tensor]], scalars: [Tensor]) {
    self.arrays = arrays
    self.scalars = scalars
  }
}
