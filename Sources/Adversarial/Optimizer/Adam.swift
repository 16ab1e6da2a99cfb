import Engine

extension Optimizer {
  /// Adam (Kingma and Ba, arXiv 1412.6980): m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g²,
  /// p ← p − learningRate · (m/(1−β₁ᵗ)) / (√(v/(1−β₂ᵗ)) + ε).
  ///
  /// βᵗ is kept as a running product, so that it stays right when somebody turns β. The
  /// derivative of √v at v = 0 is taken to be 0 (``Tensor/squareRoot()``): unrolling through a
  /// unit that never fired would be NaN otherwise.
  public static let adam = Optimizer(
    name: "adam", arrays: ["m", "v"], scalars: ["beta1Power", "beta2Power"]
  ) { parameters, gradients, state, rates in
    let (first, second) = (state.scalars[0] * rates.beta1, state.scalars[1] * rates.beta2)
    let step = rates.learningRate / (1 - first)
    let correction = 1 / (1 - second)
    var (moved, means, squares): ([Tensor], [Tensor], [Tensor]) = ([], [], [])
    for (index, gradient) in gradients.enumerated() {
      let m = rates.beta1 * state.arrays[0][index] + (1 - rates.beta1) * gradient
      let v = rates.beta2 * state.arrays[1][index] + (1 - rates.beta2) * gradient.squared()
      let scale = (v * correction).squareRoot() + rates.epsilon
      moved.append(parameters[index] - step * m / scale)
      means.append(m)
      squares.append(v)
    }
    return (moved, OptimizerState(arrays: [means, squares], scalars: [first, second]))
  }
}
