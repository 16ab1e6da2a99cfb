import Engine

extension Optimizer {
  /// v ← β₂v + (1−β₂)g², p ← p − learningRate · g / (√v + ε): Adam without a memory of the
  /// gradient itself and without its correction (Tieleman and Hinton, 2012).
  public static let rmsProp = Optimizer(name: "rmsProp", arrays: ["v"], scalars: []) {
    parameters, gradients, state, rates in
    var (moved, squares): ([Tensor], [Tensor]) = ([], [])
    for (index, gradient) in gradients.enumerated() {
      let v = rates.beta2 * state.arrays[0][index] + (1 - rates.beta2) * gradient.squared()
      moved.append(
        parameters[index] - rates.learningRate * gradient / (v.squareRoot() + rates.epsilon))
      squares.append(v)
    }
    return (moved, OptimizerState(arrays: [squares], scalars: []))
  }
}
