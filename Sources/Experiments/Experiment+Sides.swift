public import Adversarial

extension Experiment {
  /// Whether games of these settings can train side by side, as the sides of a twin do.
  /// - Throws: ``DesignError`` where they cannot share their noise, or where one is no game.
  public func checkSides(_ sides: [Settings]) throws(DesignError) {
    guard sides.count > 1 else { return }
    var games: [any Game] = []
    for settings in sides { games.append(try design(settings)) }
    try games[0].checkBeside(Array(games.dropFirst()))
  }
}
