import Adversarial

/// A generator against a discriminator over points of the plane: the hyperparameters that such
/// pages share, and the design that their values describe.
///
/// The defaults are the ring of Metz et al. (arXiv 1611.02163, appendix A).
enum PlaneGame {
  /// Every knob, by group, in the order the screen lists them.
  static let hyperparameters =
    optimizers + costs + schedule + batches + data + networks + batchTricks + stabilisers
    + labelling

  /// The same knobs with other defaults: what a page starts from.
  static func hyperparameters(defaults: [(name: String, setting: Setting)]) -> [Hyperparameter] {
    hyperparameters.map { knob in
      guard let changed = defaults.last(where: { $0.name == knob.name }) else { return knob }
      return knob.defaulting(to: changed.setting)
    }
  }

  /// The game that settings describe.
  /// - Throws: ``DesignError`` where the data set they ask for is none.
  static let design: @Sendable (Settings) throws(DesignError) -> Design = {
    settings throws(DesignError) in
    let data = try dataset(settings)
    let labels = try labels(settings, of: data)
    var design = Design(
      data: data, bounds: bounds(of: data, settings), batch: settings.integer("batch"),
      noiseDimension: settings.integer("noiseDimension"), generator: generator(settings, labels),
      discriminator: discriminator(settings, data, labels),
      generatorCost: value(GeneratorCost.all, named: settings.choice("generatorCost")),
      optimizer: value(Optimizer.all, named: settings.choice("optimizer")),
      schedule: schedule(settings),
      unrolling: Unrolling(
        steps: settings.integer("unrollSteps"),
        optimizer: value(Optimizer.all, named: settings.choice("unrollOptimizer")),
        isDetached: settings.choice("lookAhead") == "detached"))
    design.labels = labels
    try addTricks(settings, to: &design)
    return try design.checkedForMemory()
  }

  private static func schedule(_ settings: Settings) -> Schedule {
    switch settings.choice("schedule") {
    case "simultaneous": return .simultaneous
    case "alternating":
      return .alternating(discriminatorSteps: settings.integer("discriminatorSteps"))
    case "extragradient": return .extragradient
    case let name: preconditionFailure("'\(name)' is no schedule")
    }
  }

  private static func addTricks(
    _ settings: Settings, to design: inout Design
  ) throws(DesignError) {
    design.discriminatorCost = value(
      DiscriminatorCost.all, named: settings.choice("discriminatorCost"))
    design.penalties = Penalty.all.compactMap { penalty in
      let weight = Float(settings.number(penalty.name))
      return weight > 0 ? (penalty, weight) : nil
    }
    design.weightClip.limit = Float(settings.number("weightClip"))
    design.instanceNoise = InstanceNoise(
      deviation: Float(settings.number("instanceNoise")),
      steps: settings.integer("instanceNoiseSteps"))
    design.averaging.decay = Float(settings.number("averaging"))
    design.consensus.weight = Float(settings.number("consensus"))
    design.headStart = settings.integer("headStart")
    if design.consensus.weight > 0, design.schedule != .simultaneous {
      throw DesignError(
        "'consensus' needs both players' gradients at one place: set 'schedule' to simultaneous")
    }
    let packing = settings.integer("packing")
    guard design.batch.isMultiple(of: packing) else {
      throw DesignError(
        "a batch of \(design.batch) does not divide into packs of \(packing): set 'batch' to a "
          + "multiple of 'packing'")
    }
    guard design.batch > 1 || settings.choice("minibatchFeatures") == "none" else {
      throw DesignError("a batch of 1 has no other rows: set 'minibatchFeatures' to none")
    }
  }

  static func mixture(_ settings: Settings) throws(DesignError) -> Mixture {
    let deviation = Float(settings.number("deviation"))
    let radius = Float(settings.number("radius"))
    let modes = settings.integer("modes")
    switch settings.choice("dataset") {
    case "grid":
      return try .grid(side: modes, spacing: radius, deviation: deviation)
    case "unevenRing":
      let weights = (0..<modes).map { Float($0 + 1) }
      return try .ring(modes: modes, radius: radius, deviation: deviation, weights: weights)
    case "duplicatedRing":
      return try .duplicatedRing(modes: modes, radius: radius, deviation: deviation)
    case "ring": return try .ring(modes: modes, radius: radius, deviation: deviation)
    case let name: preconditionFailure("'\(name)' is no data set")
    }
  }

  /// The value of that name on a list; a choice's options are the list's own names.
  static func value<Value: CustomStringConvertible>(
    _ list: [Value], named name: String
  ) -> Value {
    guard let value = list.first(where: { $0.description == name }) else {
      preconditionFailure("'\(name)' is none of \(list)")
    }
    return value
  }
}
