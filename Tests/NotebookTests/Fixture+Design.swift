import Adversarial

extension Fixture {
  /// The smallest game there is.
  static func design(_ settings: Settings) throws(DesignError) -> Design {
    Design(
      data: Mixture(components: []), bounds: Bounds(x: -3...3, y: -3...3))
  }
}
