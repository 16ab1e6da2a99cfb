import Adversarial

// The knobs of training: who moves how far, towards what, and when.

extension PlaneGame {
  static let optimizers: [Hyperparameter] = [
    Hyperparameter(
      "discriminatorLearningRate", title: "D learning rate", group: "optimizers",
      section: "§5.1", explanation: "How far D moves along its gradient in one update.",
      domain: .number(default: 1e-4, range: 1e-7...1, scale: .logarithmic)),
    Hyperparameter(
      "generatorLearningRate", title: "G learning rate", group: "optimizers", section: "§5.1",
      explanation: "How far G moves along its gradient in one update.",
      domain: .number(default: 1e-4, range: 1e-7...1, scale: .logarithmic)),
    Hyperparameter(
      "beta1", title: "β₁", group: "optimizers", section: "§3.1",
      explanation: "Adam's memory of the gradient: 0 forgets at once, 0.9 averages ten updates.",
      domain: .number(default: 0.5, range: 0...0.999, scale: .linear)),
    Hyperparameter(
      "beta2", title: "β₂", group: "optimizers", section: "§3.1",
      explanation: "Adam's memory of the squared gradient, which sets the size of its steps.",
      domain: .number(default: 0.999, range: 0...0.99999, scale: .linear)),
    Hyperparameter(
      "optimizer", title: "optimizer", group: "optimizers", section: "§3.1",
      explanation: "Adam adapts the step of each weight; optimistic ones extrapolate the gradient.",
      domain: .choice(default: "adam", options: Optimizer.all.map(\.name)), isStructural: true),
  ]

  static let costs: [Hyperparameter] = [
    Hyperparameter(
      "generatorCost", title: "G cost", group: "costs", section: "§3.2",
      explanation: "What G minimises: −J_D, or −½E log D(G(z)), or maximum likelihood.",
      domain: .choice(default: "minimax", options: GeneratorCost.all.map(\.name)),
      isStructural: true),
    Hyperparameter(
      "realTarget", title: "real target (a)", group: "costs", section: "§4.2",
      explanation: "What D should say of real data; 0.9 is one-sided label smoothing.",
      domain: .number(default: 1, range: 0...1, scale: .linear)),
    Hyperparameter(
      "fakeTarget", title: "fake target (b)", group: "costs", section: "§4.2",
      explanation: "What D should say of samples; above 0 it rewards G for what it does now.",
      domain: .number(default: 0, range: 0...1, scale: .linear)),
  ]

  static let schedule: [Hyperparameter] = [
    Hyperparameter(
      "unrollSteps", title: "unroll steps", group: "schedule", section: "§5.1.1",
      explanation: "How many updates of D the generator looks ahead, and differentiates through.",
      domain: .integer(default: 0, range: 0...20, scale: .linear), unit: "updates",
      isStructural: true),
    Hyperparameter(
      "lookAhead", title: "look ahead", group: "schedule", section: "§5.1.1",
      explanation: "Detached: G sees where D goes, but no gradient passes back: not unrolling.",
      domain: .choice(default: "differentiated", options: ["differentiated", "detached"]),
      isStructural: true),
    Hyperparameter(
      "unrollOptimizer", title: "inner optimizer", group: "schedule", section: "§5.1.1",
      explanation: "Who makes the updates that G looks ahead to.",
      domain: .choice(default: "adam", options: Optimizer.all.map(\.name)), isStructural: true),
    Hyperparameter(
      "unrollLearningRate", title: "inner learning rate", group: "schedule", section: "§5.1.1",
      explanation: "The inner optimizer's step, where it is not D's own optimizer.",
      domain: .number(default: 0.1, range: 1e-7...10, scale: .logarithmic)),
    Hyperparameter(
      "schedule", title: "schedule", group: "schedule", section: "§3.1",
      explanation: "Both at once, D first and then G, or both after a trial step (extragradient).",
      domain: .choice(
        default: "simultaneous", options: ["simultaneous", "alternating", "extragradient"]),
      isStructural: true),
    Hyperparameter(
      "discriminatorSteps", title: "D steps (k)", group: "schedule", section: "§4.4",
      explanation: "Updates of D for each one of G, in the alternating schedule.",
      domain: .integer(default: 1, range: 1...10, scale: .linear), unit: "updates",
      isStructural: true),
    Hyperparameter(
      "headStart", title: "D's head start", group: "schedule", section: "§3.2.3",
      explanation: "Steps at the beginning in which D moves alone.",
      domain: .integer(default: 0, range: 0...10_000, scale: .linear), unit: "steps",
      isStructural: true),
  ]
}
