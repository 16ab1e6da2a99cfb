import Adversarial

extension PlaneGame {
  /// The ring of figure 22 in small, for pages that train many games side by side: networks of 64
  /// units, z of 16, batches of 128, modes five times as wide and both players ten times as fast.
  /// What makes the paper's game collapse is kept: ReLU, one hidden layer in D, x/4, the minimax
  /// cost, simultaneous steps.
  static let small: [(name: String, setting: Setting)] = [
    ("noiseDimension", .number(16)), ("generatorWidth", .number(64)),
    ("discriminatorWidth", .number(64)), ("batch", .number(128)), ("deviation", .number(0.1)),
    ("generatorLearningRate", .number(1e-3)), ("discriminatorLearningRate", .number(1e-3)),
  ]
}
