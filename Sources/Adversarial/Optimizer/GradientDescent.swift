import Engine

extension Optimizer {
  /// p ← p − learningRate · g.
  public static let gradientDescent = Optimizer(name: "sgd", arrays: [], scalars: []) {
    parameters, gradients, state, rates in
    (zip(parameters, gradients).map { $0 - rates.learningRate * $1 }, state)
  }
}
