import Adversarial

// The knobs of the tricks, which are off unless somebody turns them: the tutorial's own (§4 and
// §5.1.1), and those that came after it. A change retraces.

extension PlaneGame {
  static let stabilisers: [Hyperparameter] =
    [
      Hyperparameter(
        "discriminatorCost", title: "D cost", group: "stabilisers", section: "§3.2.1",
        explanation: "Cross-entropy with targets, or what came later: squares, hinge, Wasserstein.",
        domain: .choice(
          default: "crossEntropy", options: DiscriminatorCost.all.map(\.name)), isStructural: true)
    ]
    + Penalty.all.map { penalty in
      Hyperparameter(
        penalty.name, title: penalty.title, group: "stabilisers", section: "§5.1",
        explanation: penalty.explanation,
        domain: .number(default: 0, range: 0...10, scale: .linear), isStructural: true)
    } + [
      Hyperparameter(
        "weightClip", title: "weight clip", group: "stabilisers", section: "§5.1",
        explanation: "D's weights are cut to ± this after each update; 0 is off.",
        domain: .number(default: 0, range: 0...1, scale: .linear), isStructural: true),
      Hyperparameter(
        "instanceNoise", title: "instance noise", group: "stabilisers", section: "§5.1",
        explanation: "Standard deviation of noise on everything D is trained on; 0 is off.",
        domain: .number(default: 0, range: 0...2, scale: .linear), isStructural: true),
      Hyperparameter(
        "instanceNoiseSteps", title: "noise annealed over", group: "stabilisers", section: "§5.1",
        explanation: "Steps over which instance noise falls to 0 along a line; 0 keeps it up.",
        domain: .integer(default: 0, range: 0...100_000, scale: .linear), unit: "steps",
        isStructural: true),
      Hyperparameter(
        "consensus", title: "consensus (γ)", group: "stabilisers", section: "§5.1",
        explanation: "Weight of ½‖both gradients‖², which both players descend too; 0 is off.",
        domain: .number(default: 0, range: 0...20, scale: .linear), isStructural: true),
      Hyperparameter(
        "averaging", title: "average of G (β)", group: "stabilisers", section: "§5.1",
        explanation: "Look at a running average of G in its place; training goes on without it.",
        domain: .number(default: 0, range: 0...0.9999, scale: .linear), isStructural: true),
    ]

  static let batchTricks: [Hyperparameter] = [
    Hyperparameter(
      "discriminatorNorm", title: "D normalization", group: "networks", section: "§4.3",
      explanation: "Spectral divides D's weights by their largest singular value.",
      domain: .choice(default: "none", options: ["none", "batch", "spectral"]),
      isStructural: true),
    Hyperparameter(
      "generatorNorm", title: "G normalization", group: "networks", section: "§4.3",
      explanation: "Whose mean and variance G's hidden layers are normalized by.",
      domain: .choice(default: "none", options: ["none", "batch", "reference", "virtual"]),
      isStructural: true),
    Hyperparameter(
      "referenceRows", title: "reference batch", group: "networks", section: "§4.3",
      explanation: "Rows of the fixed batch that reference and virtual normalization look at.",
      domain: .integer(default: 64, range: 2...512, scale: .logarithmic), unit: "rows",
      isStructural: true),
    Hyperparameter(
      "minibatchFeatures", title: "minibatch features", group: "networks", section: "§5.1.1",
      explanation: "What D is told of the rest of its batch.",
      domain: .choice(default: "none", options: ["none", "discrimination", "deviation"]),
      isStructural: true),
    Hyperparameter(
      "packing", title: "packing (m)", group: "networks", section: "§5.1.1",
      explanation: "How many points of one kind D judges at once (PacGAN).",
      domain: .integer(default: 1, range: 1...8, scale: .linear), isStructural: true),
  ]
}
