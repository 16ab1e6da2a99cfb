import Adversarial

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
}
