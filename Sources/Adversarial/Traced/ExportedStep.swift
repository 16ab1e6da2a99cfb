private import Engine

/// One step of a game as a function for other compilers.
public struct ExportedStep: Sendable {
  /// The function's text.
  public let text: String
  /// What it takes: the state, the numbers among the settings with their values, and the draws.
  public let state: [String]
  public let numbers: [(name: String, value: Float)]
  /// What takes the number of the step, from 0, where something depends on it: between the numbers
  /// and the draws.
  public let clock: String?
  public let draws: [String]
  /// What it returns after the new state.
  public let curves: [Curve]
  /// Steps at the beginning in which the generator's part of the state stays as it was.
  public let headStart: Int
}

extension Game {
  /// One step in which all players move, as StableHLO: from the state, the numbers among the
  /// settings and the draws to the new state and the curves. Nil of a game that is no one trace.
  public func exportedStep(named name: String, settings: Settings) -> ExportedStep? {
    if let design = self as? Design {
      return design.step().exported(name, settings, Curve.ofGame(design), design.headStart)
    }
    guard let traced = self as? any TracedGame else { return nil }
    return traced.trace(movers: Set(Player.allCases)).exported(
      name, settings, traced.curveList, 0)
  }
}

extension TracedStep {
  /// - Parameter curveList: what the curves are called.
  fileprivate func exported(
    _ name: String, _ settings: Settings, _ curveList: [Curve], _ headStart: Int
  ) -> ExportedStep {
    let changed = variables.map { variable in
      updates.first { $0.input.isSame(as: variable.tensor) }?.value ?? variable.tensor
    }
    let function = StableHLO(
      graph, inputs: variables.map(\.tensor) + scalars.map(\.tensor) + (clock.map { [$0] } ?? []),
      results: zip(variables, changed).map { ($0.name, $1) } + [("curves", curves)])
    let (first, second) = (variables.count, variables.count + scalars.count)
    let third = second + (clock == nil ? 0 : 1)
    let names = function.arguments.map(\.name)
    return ExportedStep(
      text: function.function(named: name), state: Array(names[..<first]),
      numbers: zip(names[first..<second], scalars).map { ($0, $1.value(settings)) },
      clock: clock.map { _ in names[second] }, draws: Array(names[third...]), curves: curveList,
      headStart: headStart)
  }
}
