import Engine

extension Optimizer {
  /// p ← p − learningRate · (2 gₜ − gₜ₋₁): the last gradient foretells the next (Daskalakis et
  /// al., arXiv 1711.00141).
  public static let optimisticDescent = Optimizer(
    name: "optimisticSgd", arrays: ["last"], scalars: []
  ) { parameters, gradients, state, rates in
    let moved = parameters.indices.map { index in
      parameters[index]
        - rates.learningRate * (2 * gradients[index] - state.arrays[0][index])
    }
    return (moved, OptimizerState(arrays: [gradients], scalars: []))
  }
}
