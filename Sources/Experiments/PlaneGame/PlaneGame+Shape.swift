import Adversarial

// The knobs that shape the program: batches, data and networks. A change retraces.

extension PlaneGame {
  static let batches: [Hyperparameter] = [
    Hyperparameter(
      "batch", title: "batch", group: "batches", section: "§3.1",
      explanation: "Real points, and generated ones, in each update.",
      domain: .integer(default: 512, range: 1...4096, scale: .logarithmic), unit: "points",
      isStructural: true),
    Hyperparameter(
      "noiseDimension", title: "z dimensions", group: "batches", section: "§3",
      explanation: "How many random numbers G turns into a point.",
      domain: .integer(default: 256, range: 1...512, scale: .logarithmic), unit: "numbers",
      isStructural: true),
  ]

  static let data: [Hyperparameter] = [
    Hyperparameter(
      "dataset", title: "data", group: "data", section: "§5.1.1",
      explanation: "Modes on a ring, on a grid, or on a ring with unequal shares.",
      domain: .choice(default: "ring", options: ["ring", "grid", "unevenRing", "duplicatedRing"]),
      isStructural: true),
    Hyperparameter(
      "modes", title: "modes", group: "data", section: "§5.1.1",
      explanation: "Modes of the ring, or modes along each side of the grid.",
      domain: .integer(default: 8, range: 1...25, scale: .linear), unit: "modes", isStructural: true
    ),
    Hyperparameter(
      "radius", title: "radius", group: "data", section: "§5.1.1",
      explanation: "The ring's radius, or the distance between neighbours of the grid.",
      domain: .number(default: 2, range: 0.1...10, scale: .linear), isStructural: true),
    Hyperparameter(
      "deviation", title: "mode deviation", group: "data", section: "§5.1.1",
      explanation: "The standard deviation of each mode: how thin the target is.",
      domain: .number(default: 0.02, range: 0.001...2, scale: .logarithmic),
      isStructural: true),
    Hyperparameter(
      Settings.dataName, title: "own data", group: "data", section: "§5.1.1",
      explanation: "Data of your own: modes, more modes, a text, a curve, points of a file.",
      domain: .data(points: []), isStructural: true),
  ]

  static let networks: [Hyperparameter] = [
    Hyperparameter(
      "activation", title: "activation", group: "networks", section: "§5.1.1",
      explanation: "ReLU networks collapse as in figure 22; tanh networks often do not.",
      domain: .choice(
        default: "relu", options: ["relu", "leakyRelu", "tanh", "softplus", "maxout"]),
      isStructural: true),
    layers("generatorLayers", title: "G hidden layers", of: "G", default: 2),
    width("generatorWidth", title: "G width", of: "G"),
    layers("discriminatorLayers", title: "D hidden layers", of: "D", default: 1),
    width("discriminatorWidth", title: "D width", of: "D"),
    Hyperparameter(
      "inputScale", title: "D input scale", group: "networks", section: "§5.1.1",
      explanation: "D looks at its input times this; the paper's D looks at x/4.",
      domain: .number(default: 0.25, range: 0.01...10, scale: .logarithmic),
      isStructural: true),
    Hyperparameter(
      "initialValues", title: "initial values", group: "networks", section: "§5.1.1",
      explanation: "How the weights start; changing it matters at the next restart.",
      domain: .choice(
        default: "orthogonal", options: ["orthogonal", "he", "normal", "uniform"]),
      isStructural: true),
    Hyperparameter(
      "gain", title: "initial gain", group: "networks", section: "§5.1.1",
      explanation: "The scale of orthogonal or normal initial weights.",
      domain: .number(default: 0.8, range: 0.01...3, scale: .linear), isStructural: true),
  ]

  private static func layers(
    _ name: String, title: String, of player: String, default value: Int
  ) -> Hyperparameter {
    Hyperparameter(
      name, title: title, group: "networks", section: "§4.4",
      explanation: "Hidden layers of \(player).",
      domain: .integer(default: value, range: 1...6, scale: .linear), unit: "layers",
      isStructural: true)
  }

  private static func width(
    _ name: String, title: String, of player: String
  ) -> Hyperparameter {
    Hyperparameter(
      name, title: title, group: "networks", section: "§4.4",
      explanation: "Units in each hidden layer of \(player).",
      domain: .integer(default: 128, range: 1...1024, scale: .logarithmic), unit: "units",
      isStructural: true)
  }
}
