/// Hyperparameters that the game itself reads, by the name of its scalar input. A page that does
/// not offer one gets the value here.
enum Knob: String, CaseIterable {
  case discriminatorLearningRate
  case generatorLearningRate
  /// Of the inner updates, where they are not the discriminator's own optimizer.
  case unrollLearningRate
  case beta1
  case beta2
  case epsilon
  case realTarget
  case fakeTarget

  var fallback: Double {
    switch self {
    case .discriminatorLearningRate, .generatorLearningRate: 1e-4
    case .unrollLearningRate: 0.1
    case .beta1: 0.5
    case .beta2: 0.999
    case .epsilon: 1e-8
    case .realTarget: 1
    case .fakeTarget: 0
    }
  }

  func value(in settings: Settings) -> Float {
    guard case .number(let value)? = settings[rawValue] else { return Float(fallback) }
    return Float(value)
  }
}
