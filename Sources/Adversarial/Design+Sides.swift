extension Design {
  /// Whether games can train side by side on the same data and noise, as the sides of a twin do.
  ///
  /// Rows and columns of a draw are numbered, so that sides of different batches share the rows
  /// that both have; but a generator of fewer z dimensions is another function of another z.
  /// - Throws: ``DesignError`` that names the sides and the knob.
  public static func checkSides(_ sides: [Design]) throws(DesignError) {
    let letters = ["a", "b", "c", "d"]
    guard let first = sides.first else { return }
    for (index, side) in sides.enumerated() where side.noiseDimension != first.noiseDimension {
      let letter = letters.indices.contains(index) ? letters[index] : "\(index + 1)"
      throw DesignError(
        "sides a and \(letter) can't share their noise: z has \(first.noiseDimension) dimensions "
          + "on a and \(side.noiseDimension) on \(letter); set 'noiseDimension' for all sides")
    }
  }
}

extension Design: Game {
  /// A generator that stands still plays another game than one that learns: other things are
  /// measured.
  public func follows(_ other: any Game) -> Bool {
    guard let other = other as? Design else { return false }
    return generator.parameters.isEmpty == other.generator.parameters.isEmpty
  }

  public func begin(settings: Settings, seed: UInt64, threads: Int) -> any Session {
    PlaneSession(design: self, settings: settings, seed: seed, threads: threads)
  }
}
