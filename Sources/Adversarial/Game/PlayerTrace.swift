package import Engine

/// One player's numbers as inputs of a graph: parameters and what its optimizer remembers.
package struct PlayerTrace {
  /// An input that outlives a step.
  package struct Variable {
    /// `discriminator.1.weights`, `discriminator.m.1.weights`, `discriminator.beta1Power`.
    package let name: String
    package let shape: Shape
    let initial: Initializer
    /// Which of the player's streams its initial values are drawn from.
    let stream: UInt32
    package let tensor: Tensor
    /// Whose value it starts from where a game that is under way has none of its own.
    let original: String?

    package init(
      name: String, shape: Shape, initial: Initializer, stream: UInt32, tensor: Tensor,
      original: String? = nil
    ) {
      self.name = name
      self.shape = shape
      self.initial = initial
      self.stream = stream
      self.tensor = tensor
      self.original = original
    }
  }

  let player: Player
  package let parameters: [Tensor]
  package let state: OptimizerState
  /// Parameters first, then the optimizer's arrays, then its scalars.
  package let variables: [Variable]

  package init(_ player: Player, _ network: Network, _ optimizer: Optimizer, in graph: Graph) {
    self.player = player
    var variables: [Variable] = []
    func add(_ name: String, _ shape: Shape, _ initial: Initializer, _ stream: Int) -> Tensor {
      let full = "\(player.rawValue).\(name)"
      let tensor = graph.input(full, shape)
      variables.append(
        Variable(
          name: full, shape: shape, initial: initial, stream: Stream.initial(player, stream),
          tensor: tensor))
      return tensor
    }
    parameters = network.parameters.enumerated().map { index, parameter in
      add(parameter.name, parameter.shape, parameter.initial, index)
    }
    let arrays = optimizer.arrays.map { array in
      network.parameters.map { add("\(array).\($0.name)", $0.shape, .zeros, 0) }
    }
    state = OptimizerState(
      arrays: arrays, scalars: optimizer.scalars.map { add($0, .scalar, .ones, 0) })
    self.variables = variables
  }

  /// The inputs and what replaces them.
  package func updates(
    to moved: (parameters: [Tensor], state: OptimizerState)
  ) -> [(input: Tensor, value: Tensor)] {
    let values = moved.parameters + moved.state.arrays.joined() + moved.state.scalars
    return zip(variables, values).map { ($0.tensor, $1) }
  }
}
