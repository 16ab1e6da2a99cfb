import Engine

extension Optimizer {
  /// Adam whose direction is twice this step's less the last one's (Daskalakis et al., arXiv
  /// 1711.00141, algorithm 1): p ← p − learningRate · (2 dₜ − dₜ₋₁), with
  /// dₜ = (m/(1−β₁ᵗ)) / (√(v/(1−β₂ᵗ)) + ε).
  public static let optimisticAdam = Optimizer(
    name: "optimisticAdam", arrays: ["m", "v", "last"], scalars: ["beta1Power", "beta2Power"]
  ) { parameters, gradients, state, rates in
    let (first, second) = (state.scalars[0] * rates.beta1, state.scalars[1] * rates.beta2)
    var (moved, means, squares, steps): ([Tensor], [Tensor], [Tensor], [Tensor]) = ([], [], [], [])
    for (index, gradient) in gradients.enumerated() {
      let m = rates.beta1 * state.arrays[0][index] + (1 - rates.beta1) * gradient
      let v = rates.beta2 * state.arrays[1][index] + (1 - rates.beta2) * gradient.squared()
      let step = m / (1 - first) / ((v / (1 - second)).squareRoot() + rates.epsilon)
      moved.append(
        parameters[index] - rates.learningRate * (2 * step - state.arrays[2][index]))
      means.append(m)
      squares.append(v)
      steps.append(step)
    }
    return (moved, OptimizerState(arrays: [means, squares, steps], scalars: [first, second]))
  }
}
