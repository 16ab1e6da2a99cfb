import Adversarial

/// A generator against a discriminator over points of the plane: the hyperparameters that such
/// pages share, and the design that their values describe.
///
/// The defaults are the ring of Metz et al. (arXiv 1611.02163, appendix A).
enum PlaneGame {
  /// Every knob, by group, in the order the screen lists them.
  static let hyperparameters =
    optimizers + costs + schedule + batches + data + networks

  /// The same knobs with other defaults: what a page starts from.
  static func hyperparameters(defaults: [(name: String, setting: Setting)]) -> [Hyperparameter] {
    hyperparameters.map { knob in
      guard let changed = defaults.first(where: { $0.name == knob.name }) else { return knob }
      return knob.defaulting(to: changed.setting)
    }
  }

  /// The game that settings describe.
  /// - Throws: ``DesignError`` where the data set they ask for is none.
  static let design: @Sendable (Settings) throws(DesignError) -> Design = {
    settings throws(DesignError) in
    let data = try mixture(settings)
    let design = Design(
      data: data, bounds: bounds(of: data), batch: settings.integer("batch"),
      noiseDimension: settings.integer("noiseDimension"), generator: generator(settings),
      discriminator: discriminator(settings),
      generatorCost: value(GeneratorCost.all, named: settings.choice("generatorCost")),
      optimizer: value(Optimizer.all, named: settings.choice("optimizer")),
      schedule: settings.choice("schedule") == "simultaneous"
        ? .simultaneous
        : .alternating(discriminatorSteps: settings.integer("discriminatorSteps")),
      unrolling: Unrolling(
        steps: settings.integer("unrollSteps"),
        optimizer: value(Optimizer.all, named: settings.choice("unrollOptimizer")),
        isDetached: settings.choice("lookAhead") == "detached"))
    return try design.checkedForMemory()
  }

  private static func mixture(_ settings: Settings) throws(DesignError) -> Mixture {
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

  /// A square around the data, half as wide again, so that a wandering blob stays in sight.
  private static func bounds(of data: Mixture) -> Bounds {
    let reach = data.components.reduce(Float(0)) { reach, mode in
      max(reach, abs(mode.centre.x), abs(mode.centre.y), 3 * mode.deviation)
    }
    return Bounds(x: -1.5 * reach...1.5 * reach, y: -1.5 * reach...1.5 * reach)
  }

  // MARK: Networks

  private static func generator(_ settings: Settings) -> Network {
    perceptron(
      settings, from: settings.integer("noiseDimension"), to: 2,
      layers: settings.integer("generatorLayers"), width: settings.integer("generatorWidth"))
  }

  private static func discriminator(_ settings: Settings) -> Network {
    let body = perceptron(
      settings, from: 2, to: 1, layers: settings.integer("discriminatorLayers"),
      width: settings.integer("discriminatorWidth"))
    let scale = Float(settings.number("inputScale"))
    return scale == 1 ? body : Network([Scale(scale)] + body.layers)
  }

  private static func perceptron(
    _ settings: Settings, from inputs: Int, to outputs: Int, layers: Int, width: Int
  ) -> Network {
    let initial = initializer(settings)
    var parts: [any Layer] = []
    var size = inputs
    for _ in 0..<layers {
      if settings.choice("activation") == "maxout" {
        parts += [Dense(size, 5 * width, initial), Maxout(pieces: 5)]
      } else {
        parts.append(Dense(size, width, initial))
        parts.append(activation(settings.choice("activation")))
      }
      size = width
    }
    return Network(parts + [Dense(size, outputs, initial)])
  }

  private static func activation(_ name: String) -> Activation {
    guard let activation = Activation(rawValue: name) else {
      preconditionFailure("'\(name)' is none of \(Activation.allCases.map(\.rawValue))")
    }
    return activation
  }

  private static func initializer(_ settings: Settings) -> Initializer {
    let gain = Float(settings.number("gain"))
    switch settings.choice("initialValues") {
    case "he": return .he
    case "normal": return .normal(deviation: gain)
    case "uniform": return .uniform
    case "orthogonal": return .orthogonal(gain: gain)
    case let name: preconditionFailure("'\(name)' is no way to start the weights")
    }
  }

  /// The value of that name on a list; a choice's options are the list's own names.
  private static func value<Value: CustomStringConvertible>(
    _ list: [Value], named name: String
  ) -> Value {
    guard let value = list.first(where: { $0.description == name }) else {
      preconditionFailure("'\(name)' is none of \(list)")
    }
    return value
  }
}
