internal import Engine

/// Everything that a game remembers between steps, by name: what a checkpoint holds.
struct State: Sendable, Equatable {
  var names: [String]
  var shapes: [[Int]]
  var values: [[Float]]

  /// Initial values from a seed; what `kept` already has, by name and shape, stays.
  init(_ variables: [PlayerTrace.Variable], seed: UInt64, keeping kept: State? = nil) {
    names = variables.map(\.name)
    shapes = variables.map(\.shape.extents)
    var known: [String: Int] = [:]
    for (index, name) in (kept?.names ?? []).enumerated() { known[name] = index }
    values = variables.map { variable in
      let source = known[variable.name] ?? variable.original.flatMap { known[$0] }
      if let kept, let index = source, kept.shapes[index] == variable.shape.extents {
        return kept.values[index]
      }
      return variable.initial.values(variable.shape, seed: seed, stream: variable.stream)
    }
  }

  /// Names and shapes alone.
  init(_ variables: [PlayerTrace.Variable]) {
    names = variables.map(\.name)
    shapes = variables.map(\.shape.extents)
    values = []
  }

  /// The same as a checkpoint.
  func checkpoint(step: Int, curves: [Float]) -> Checkpoint {
    Checkpoint(step: step, names: names, shapes: shapes, values: values, curves: curves)
  }

  /// Whether a checkpoint is one of this game: equal names and shapes.
  func checkFit(of checkpoint: Checkpoint) throws(DesignError) {
    guard checkpoint.names == names, checkpoint.shapes == shapes,
      zip(checkpoint.values, shapes).allSatisfy({ $0.count == $1.reduce(1, *) })
    else { throw DesignError("the checkpoint belongs to a game of another structure") }
  }

  /// FNV-1a over the bits of all values, in order.
  var fingerprint: UInt64 { Self.fingerprint(of: values) }

  static func fingerprint(of values: [[Float]]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for array in values {
      for value in array {
        hash = (hash ^ UInt64(value.bitPattern)) &* 0x0000_0100_0000_01b3
      }
    }
    return hash
  }
}
