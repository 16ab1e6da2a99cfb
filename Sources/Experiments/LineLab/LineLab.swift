import Adversarial

/// What pages over a line share: two modes of data, a small D, and their knobs.
enum LineLab {
  static func rate(_ player: String, _ name: String, default value: Double) -> Hyperparameter {
    Hyperparameter(
      name, title: "\(player) learning rate", group: "optimizers", section: "§5.1",
      explanation: "How far \(player) moves along its gradient in one update of Adam.",
      domain: .number(default: value, range: 1e-6...1, scale: .logarithmic))
  }

  static let batch = Hyperparameter(
    "batch", title: "batch", group: "batches", section: "§3.1",
    explanation: "Samples of each kind in one update.",
    domain: .integer(default: 256, range: 4...4_096, scale: .logarithmic), isStructural: true)

  static let data: [Hyperparameter] = [
    Hyperparameter(
      "modeDistance", title: "mode distance", group: "data", section: "§3.2.5",
      explanation: "How far the two modes of the data stand apart.",
      domain: .number(default: 4, range: 0.1...10, scale: .linear), isStructural: true),
    Hyperparameter(
      "deviation", title: "std of a mode", group: "data", section: "§3.2.5",
      explanation: "Standard deviation of each mode of the data.",
      domain: .number(default: 0.6, range: 0.05...3, scale: .logarithmic), isStructural: true),
    Hyperparameter(
      "leftWeight", title: "weight of the left", group: "data", section: "§3.2.5",
      explanation: "The left mode's share of the data in itself and one other.",
      domain: .number(default: 0.5, range: 0.01...0.99, scale: .linear), isStructural: true),
  ]

  /// Where the model is, or starts.
  static func model(mean: Double, deviation: Double) -> [Hyperparameter] {
    [
      Hyperparameter(
        "modelMean", title: "mean of the model", group: "model", section: "§3.2.5",
        explanation: "Where the model's Gaussian stands, or starts to learn.",
        domain: .number(default: mean, range: -5...5, scale: .linear), isStructural: true),
      Hyperparameter(
        "modelDeviation", title: "std of the model", group: "model", section: "§3.2.5",
        explanation: "How wide the model's Gaussian is, or starts to be.",
        domain: .number(default: deviation, range: 0.05...5, scale: .logarithmic),
        isStructural: true),
    ]
  }

  static let networks: [Hyperparameter] = [
    Hyperparameter(
      "discriminatorWidth", title: "D width", group: "networks", section: "§4.4",
      explanation: "Units in each hidden layer of the discriminator.",
      domain: .integer(default: 64, range: 2...512, scale: .logarithmic), isStructural: true),
    Hyperparameter(
      "discriminatorLayers", title: "D layers", group: "networks", section: "§4.4",
      explanation: "Hidden layers of the discriminator.",
      domain: .integer(default: 2, range: 1...4, scale: .linear), isStructural: true),
    Hyperparameter(
      "activation", title: "activation", group: "networks", section: "§3.3",
      explanation: "The function between the layers.",
      domain: .choice(default: "tanh", options: Activation.allCases.map(\.rawValue)),
      isStructural: true),
  ]

  static let discriminatorSteps = Hyperparameter(
    "discriminatorSteps", title: "D steps per G step", group: "schedule", section: "§4.4",
    explanation: "How often D moves before G moves again.",
    domain: .integer(default: 1, range: 1...50, scale: .logarithmic), isStructural: true)

  // MARK: What settings describe

  static func data(_ settings: Settings) throws(DesignError) -> Mixture {
    let half = Float(settings.number("modeDistance")) / 2
    let deviation = Float(settings.number("deviation"))
    let left = Float(settings.number("leftWeight"))
    return try Mixture([
      .init(centre: [-half, 0], deviation: deviation, weight: left),
      .init(centre: [half, 0], deviation: deviation, weight: 1 - left),
    ])
  }

  /// The data and a bit more to each side.
  static func bounds(_ settings: Settings) -> ClosedRange<Float> {
    let reach = Float(settings.number("modeDistance")) / 2 + 4 * Float(settings.number("deviation"))
    let model = Float(abs(settings.number("modelMean")) + 2 * settings.number("modelDeviation"))
    let most = max(reach, model).rounded(.up)
    return -most...most
  }

  static func discriminator(_ settings: Settings, inputs: Int = 1) -> Network {
    mlp(
      inputs: inputs, width: settings.integer("discriminatorWidth"),
      layers: settings.integer("discriminatorLayers"), settings)
  }

  static func mlp(inputs: Int, width: Int, layers: Int, _ settings: Settings) -> Network {
    guard let activation = Activation(rawValue: settings.choice("activation")) else {
      preconditionFailure("no such activation")
    }
    var parts: [any Layer] = [Dense(inputs, width, .uniform), activation]
    for _ in 1..<max(1, layers) {
      parts += [Dense(width, width, .uniform), activation] as [any Layer]
    }
    return Network(parts + [Dense(width, 1, .uniform)])
  }

  static func gaussian(_ settings: Settings) -> LineGame.Generator {
    .gaussian(
      mean: Float(settings.number("modelMean")),
      deviation: Float(settings.number("modelDeviation")))
  }
}
