internal import Engine

extension Design {
  /// The most memory that one game may take, in MB: a fixed number, so that a preset that runs on
  /// one machine runs on the next.
  public static let memoryBudget = 2_000

  /// About how many MB the game takes with so many unrolled steps: the compiled step and, where it
  /// looks ahead, the program that measures the look ahead.
  ///
  /// Differentiating through an inner update keeps what it computed: some 5.4 copies of D's hidden
  /// activations over a batch, and 8.5 of its parameters (measured over batches of 64 to 2,048 and
  /// D's of 1 to 3 layers; within a quarter of what the compiled programs take).
  func megabytes(unrollSteps: Int) -> Double {
    let (ownUnits, otherUnits) = (Self.units(of: discriminator), Self.units(of: generator))
    let rows = 4 * Double(batch)
    let own = 4 * Double(Self.count(of: discriminator))
    let all = own + 4 * Double(Self.count(of: generator))
    let plain =
      5 * all + 4 * rows * ownUnits + 2.5 * rows * (otherUnits + Double(noiseDimension))
    let pairs = discriminator.layers.compactMap { $0 as? MinibatchDiscrimination }
      .reduce(0) { $0 + $1.bytesOfPairs(rows: Double(batch)) }
    let step = 5.4 * rows * ownUnits + 8.5 * own
    let programs = unrollSteps > 0 ? 2.0 : 1
    return programs * (plain + pairs + Double(unrollSteps) * (step + pairs)) / 1e6
  }

  /// The most steps that can be unrolled within the budget; nil where not even the plain game
  /// fits.
  func mostUnrollSteps() -> Int? {
    (0...unrolling.steps).last { megabytes(unrollSteps: $0) <= Double(Self.memoryBudget) }
  }

  /// The design itself, where the memory it needs is there.
  /// - Throws: ``DesignError`` with what it needs and the largest look ahead that fits.
  public func checkedForMemory() throws(DesignError) -> Design {
    let exact = megabytes(unrollSteps: unrolling.steps)
    guard exact > Double(Self.memoryBudget) else { return self }
    let needed = 100 * Int((exact / 100).rounded(.up))
    let limit = "a game may take \(Self.memoryBudget)"
    guard let most = mostUnrollSteps() else {
      throw DesignError(
        "this game needs about \(needed) MB of memory and \(limit): make batch or widths smaller")
    }
    throw DesignError(
      "'unrollSteps' \(unrolling.steps) needs about \(needed) MB of memory with this batch and D, "
        + "and \(limit); the largest that fits is \(most)")
  }

  private static func count(of network: Network) -> Int {
    network.parameters.reduce(0) { $0 + $1.shape.count }
  }

  /// Hidden and output units; the pieces of a maxout layer are soon forgotten.
  private static func units(of network: Network) -> Double {
    zip(network.layers, network.layers.dropFirst() + [Activation.identity]).reduce(0) { sum, pair in
      guard let widest = pair.0.parameters.first(where: { $0.shape.rank == 2 }) else { return sum }
      let width = Double(widest.shape[1])
      return sum + (pair.1 is Maxout ? width * 2 / 5 : width)
    }
  }
}
