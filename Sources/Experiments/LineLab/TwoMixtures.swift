import Adversarial

/// Two mixtures that D is to tell apart: the data, and a model that stands still. Their modes are
/// evenly along a line, or evenly on a ring of the plane, so that two are the same in both.
struct TwoMixtures {
  let data: Mixture
  let model: Mixture
  /// How far what is shown reaches from the origin.
  let reach: Float

  static let hyperparameters: [Hyperparameter] =
    [
      Hyperparameter(
        "dimension", title: "dimensions", group: "data", section: "§3.2.1",
        explanation: "1: modes evenly along a line. 2: evenly on a ring of the plane.",
        domain: .integer(default: 1, range: 1...2, scale: .linear), isStructural: true),
      modes("modes", title: "modes", group: "data", of: "data", default: 2),
    ] + LineLab.data + [
      modes("modelModes", title: "modes of the model", group: "model", of: "model", default: 1)
    ] + LineLab.model(mean: 0, deviation: 1)

  private static func modes(
    _ name: String, title: String, group: String, of owner: String, default value: Int
  ) -> Hyperparameter {
    Hyperparameter(
      name, title: title, group: group, section: "§3.2.1",
      explanation: "Modes of the \(owner), as far apart as 'mode distance' says; one is alone.",
      domain: .integer(default: value, range: 1...16, scale: .linear), unit: "modes",
      isStructural: true)
  }

  init(_ settings: Settings) throws(DesignError) {
    let isLine = settings.integer("dimension") == 1
    let half = Float(settings.number("modeDistance")) / 2
    let deviation = Float(settings.number("deviation"))
    let (mean, spread) = (
      Float(settings.number("modelMean")), Float(settings.number("modelDeviation"))
    )
    let (count, others) = (settings.integer("modes"), settings.integer("modelModes"))
    // The mode that stands farthest to the left.
    let left = isLine ? 0 : count / 2
    let share = Float(settings.number("leftWeight"))
    let centres = try Self.centres(count, reach: half, onLine: isLine)
    data = try Mixture(
      centres.enumerated().map { index, centre in
        .init(centre: centre, deviation: deviation, weight: index == left ? share : 1 - share)
      })
    model = try Mixture(
      try Self.centres(others, reach: half, onLine: isLine).map {
        .init(centre: $0 + SIMD2(mean, 0), deviation: spread, weight: 1)
      })
    reach = max(
      half + 4 * deviation, abs(mean) + (others > 1 ? half : 0) + 2 * spread
    ).rounded(.up)
  }

  private static func centres(
    _ count: Int, reach: Float, onLine: Bool
  ) throws(DesignError) -> [SIMD2<Float>] {
    guard count > 1 else { return [SIMD2(0, 0)] }
    guard onLine else {
      return try Mixture.ring(modes: count, radius: reach, deviation: 1).components.map(\.centre)
    }
    return (0..<count).map { SIMD2(reach * (2 * Float($0) / Float(count - 1) - 1), 0) }
  }

  /// D learns to tell samples of the two apart.
  func game(_ settings: Settings) -> any Game {
    guard settings.integer("dimension") == 2 else {
      return LineGame(
        data: data, bounds: -reach...reach, batch: settings.integer("batch"),
        generator: .fixed(model), discriminator: LineLab.discriminator(settings),
        objective: .classification)
    }
    var design = Design(
      data: data, bounds: Bounds(x: -reach...reach, y: -reach...reach),
      batch: settings.integer("batch"), noiseDimension: FixedMixture.noiseDimension,
      generator: Network([FixedMixture(model)]),
      discriminator: LineLab.discriminator(settings, inputs: 2), generatorCost: .minimax)
    design.comparesOptimum = true
    return design
  }
}
