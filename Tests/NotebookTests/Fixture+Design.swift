import Adversarial
import Experiments

extension Fixture {
  /// The smallest game that trains: a ring of eight, and nets of eight units.
  static func design(_ settings: Settings) throws(DesignError) -> Design {
    let data = try Mixture.ring(
      modes: 8, radius: Float(settings.number("radius")), deviation: 0.1)
    let isMinimax = settings.choice("generatorCost") == "minimax"
    return Design(
      data: data, bounds: Bounds(x: -3...3, y: -3...3), batch: settings.integer("batch"),
      noiseDimension: 2, generator: network(to: 2), discriminator: network(to: 1),
      generatorCost: isMinimax ? .minimax : .nonSaturating)
  }

  private static func network(to outputs: Int) -> Network {
    Network([Dense(2, 8, .he), Activation.relu, Dense(8, outputs, .he)])
  }

  /// A page whose first step overflows.
  static let divergent = Experiment(
    "divergent", title: "Divergent", chapter: .init(5, "Research frontiers"), section: "§5.1",
    figure: "", claim: "", watch: "", text: [], equations: [], hyperparameters: hyperparameters
  ) { settings throws(DesignError) in
    var design = try design(settings)
    design.discriminator = Network([Dense(2, 8, .constant(1e30)), Dense(8, 1, .constant(1e30))])
    return design
  }
}
