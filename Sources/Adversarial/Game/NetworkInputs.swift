internal import Engine

/// A player's parameters as inputs of a program that only looks.
struct NetworkInputs {
  let player: Player
  let parameters: [Tensor]

  init(_ player: Player, _ network: Network, in graph: Graph) {
    self.player = player
    parameters = network.parameters.map { graph.input($0.name, $0.shape) }
  }

  /// Copies the player's numbers as they stand.
  func write(_ game: CompiledGame, into program: Program) {
    let values = game.parameters(of: player, count: parameters.count)
    for (tensor, numbers) in zip(parameters, values) { program.write(numbers, to: tensor) }
  }
}

/// Points of rows of two numbers.
func pairs(_ numbers: [Float]) -> [SIMD2<Float>] {
  stride(from: 0, to: numbers.count, by: 2).map { SIMD2(numbers[$0], numbers[$0 + 1]) }
}
