private import Experiments

/// What one game of a trial yielded, as it is kept: whoever is stopped loses no game that had
/// come to its end, and a rule that is changed is judged anew without training.
struct KeptEvidence: Sendable {
  /// Which game, by `Trial.Arm.key(on:)`.
  let game: String
  let seed: UInt64
  let evidence: ArmEvidence

  /// How a line of this game and seed begins.
  static func beginning(of game: String, seed: UInt64) -> String {
    String(
      JSON.object([.init("game", .text(game)), .init("seed", .unsigned(seed))]).line.dropLast())
      + ","
  }
}

extension KeptEvidence {
  var entries: [JSON.Entry] {
    let names = evidence.rows.first?.names ?? []
    return [
      .init("game", .text(game)), .init("seed", .unsigned(seed)),
      .init("steps", .integer(evidence.steps)),
      .init("diverged", evidence.diverged.map { .integer($0) } ?? .null),
      .init("names", .list(names.map { .text($0) })),
      .init("rows", .list(evidence.rows.map { Self.json($0, names) })),
    ]
  }

  private static func json(_ row: Evidence.Row, _ names: [String]) -> JSON {
    .list([.integer(row.step)] + names.map { .exact(row[$0]) })
  }

  init(_ fields: inout JSONFields) throws(StoreError) {
    game = try fields.text("game")
    seed = try fields.seed()
    let steps = try fields.whole("steps", in: 0...Preset.mostSteps)
    let diverged = try fields.optionalWhole("diverged", in: 0...Preset.mostSteps)
    let names = try fields.list("names").map { item throws(StoreError) in
      guard case .text(let name) = item else {
        throw StoreError(.malformed, "'names' must be texts")
      }
      return name
    }
    let rows = try fields.list("rows").map { item throws(StoreError) in
      try Self.row(item, names)
    }
    try fields.checkEmpty()
    evidence = ArmEvidence(steps: steps, rows: rows, diverged: diverged)
  }

  private static func row(_ item: JSON, _ names: [String]) throws(StoreError) -> Evidence.Row {
    guard case .list(let cells) = item, case .integer(let step)? = cells.first,
      cells.count == names.count + 1
    else { throw StoreError(.malformed, "a row must be a step and a value a name") }
    let values = cells.dropFirst().compactMap(\.double)
    guard values.count == names.count else {
      throw StoreError(.malformed, "a row's values must be numbers")
    }
    return Evidence.Row(step: step, names: names, values: values)
  }
}

extension JSONFields {
  mutating func list(_ key: String) throws(StoreError) -> [JSON] {
    guard case .list(let values)? = take(key) else {
      throw StoreError(.malformed, "'\(key)' must be a list")
    }
    return values
  }
}
