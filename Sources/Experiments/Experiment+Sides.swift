public import Adversarial

extension Experiment {
  /// Whether games of these settings can train side by side, as the sides of a twin do.
  /// - Throws: ``DesignError`` where they cannot share their noise, or where one is no game.
  public func checkSides(_ sides: [Settings]) throws(DesignError) {
    guard sides.count > 1 else { return }
    var designs: [Design] = []
    for settings in sides { designs.append(try design(settings)) }
    try Design.checkSides(designs)
  }
}
