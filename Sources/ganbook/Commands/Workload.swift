internal import Adversarial
internal import Engine
private import Notebook

/// A fixed piece of training to measure: what other programs are measured on, to the letter.
struct Workload {
  let name: String
  let design: Design
  let settings: Settings
  /// Operations of one step in matrix products, two a multiply–add, at the least work the
  /// algorithm needs: no gradient that nobody uses, nothing computed twice.
  let operations: Double

  /// Names that ``init(named:)`` knows, for people; K is a number.
  static let names = [
    "ring", "small", "grid", "unrolled-K", "unrolled-K-adam", "unrolled-K-sgd",
  ]
  /// What is measured where nobody chooses.
  static let usual = ["ring", "small", "unrolled-5", "unrolled-10-adam"]

  /// - Throws: ``Failure`` with the nearest name where there is none of this name.
  init(named name: String) throws(Failure) {
    do {
      switch name {
      case "ring": self = try .ring()
      case "small": self = try .small()
      case "grid": self = try .grid()
      default: self = try .unrolled(name)
      }
    } catch let error as DesignError {
      throw Failure(.usage, error.description)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.usage, "\(error)")
    }
  }

  private init(
    _ name: String, _ design: Design, rates: (discriminator: Double, generator: Double),
    operations: Double
  ) {
    self.name = name
    self.design = design
    self.operations = operations
    settings = Settings([
      Self.rate("discriminatorLearningRate", rates.discriminator),
      Self.rate("generatorLearningRate", rates.generator),
    ])
  }

  private static func rate(_ name: String, _ value: Double) -> Hyperparameter {
    Hyperparameter(
      name, title: name, group: "optimizers", section: "§3.1", explanation: "Adam's step.",
      domain: .number(default: value, range: 0...1, scale: .logarithmic))
  }

  // MARK: The workloads

  /// G 256-128-128-2 and D 2-128-128-1, tanh, on the ring: a step of D, then one of G on fresh z.
  private static func ring() throws -> Workload {
    var design = try ringDesign()
    design.schedule = .alternating(discriminatorSteps: 1)
    return Workload(
      "ring", design, rates: (1e-4, 1e-3), operations: WorkloadCost(ringLayers, 512).alternating)
  }

  /// The ring's nets; one batch and one z serve the whole step; K updates of D look ahead.
  private static func unrolled(_ name: String) throws -> Workload {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0] == "unrolled",
      let steps = Int(parts[1]), (0...20).contains(steps),
      let optimizer = ["adam": Optimizer.adam, "sgd": .gradientDescent][
        parts.count == 3 ? String(parts[2]) : "adam"]
    else {
      throw Failure(
        .usage,
        "there is no workload \(Wording.quoted(name))"
          + NearestName.hint(name, among: names, list: "the workloads are"))
    }
    var design = try ringDesign()
    design.generatorCost = .minimax
    design.unrolling = Unrolling(steps: steps, optimizer: optimizer)
    return Workload(
      name, design, rates: (1e-4, 1e-3), operations: WorkloadCost(ringLayers, 512).unrolled(steps))
  }

  /// G 2-32-32-2 ReLU, D 2-32-32-1 leaky ReLU, two Gaussians.
  private static func small() throws -> Workload {
    let (g, d) = ([2, 32, 32, 2], [2, 32, 32, 1])
    let modes = [SIMD2<Float>(-1, -0.5), SIMD2(1, 0.5)]
    let data = try Mixture(modes.map { .init(centre: $0, deviation: 0.15, weight: 1) })
    let design = Design(
      data: data, bounds: Bounds(x: -3...3, y: -3...3), batch: 64, noiseDimension: 2,
      generator: network(g, .uniform) { _ in [Activation.relu] },
      discriminator: network(d, .uniform) { _ in [Activation.leakyRelu] },
      schedule: .alternating(discriminatorSteps: 1))
    return Workload(
      "small", design, rates: (1e-3, 1e-3), operations: WorkloadCost((g, d), 64).alternating)
  }

  /// G 64-400-400-2 with batch normalization and ReLU, D 2-200-200-1 maxout of 5, 5×5 modes.
  private static func grid() throws -> Workload {
    let g = [64, 400, 400, 2]
    let d = Network([
      Dense(2, 1_000, .uniform), Maxout(pieces: 5), Dense(200, 1_000, .uniform),
      Maxout(pieces: 5), Dense(200, 1, .uniform),
    ])
    let design = Design(
      data: try Mixture.grid(side: 5, spacing: 2, deviation: 0.05),
      bounds: Bounds(x: -6...6, y: -6...6), batch: 500, noiseDimension: 64,
      generator: network(g, .uniform) { [BatchNormalization(width: $0), Activation.relu] },
      discriminator: d, schedule: .alternating(discriminatorSteps: 1))
    let products = (generator: WorkloadCost.products(g), discriminator: [2_000, 200_000, 200])
    return Workload(
      "grid", design, rates: (1e-4, 1e-3),
      operations: WorkloadCost(products: products, 500).alternating)
  }

  // MARK: Parts

  private static let ringLayers = (generator: [256, 128, 128, 2], discriminator: [2, 128, 128, 1])

  private static func ringDesign() throws -> Design {
    let layers = ringLayers
    return Design(
      data: try Mixture.ring(modes: 8, radius: 2, deviation: 0.02),
      bounds: Bounds(x: -3...3, y: -3...3), batch: 512, noiseDimension: 256,
      generator: network(layers.generator, .orthogonal(gain: 1.4)) { _ in [Activation.tanh] },
      discriminator: network(layers.discriminator, .orthogonal(gain: 1.4)) { _ in
        [Activation.tanh]
      })
  }

  private static func network(
    _ sizes: [Int], _ initial: Initializer, between: (Int) -> [any Layer]
  ) -> Network {
    var layers: [any Layer] = []
    for index in 1..<sizes.count {
      layers.append(Dense(sizes[index - 1], sizes[index], initial))
      if index < sizes.count - 1 { layers += between(sizes[index]) }
    }
    return Network(layers)
  }
}

/// Normalised by the batch itself, with a scale and a shift that are learned.
private struct BatchNormalization: Layer {
  let parameters: [Parameter]

  init(width: Int) {
    parameters = [
      Parameter("scale", [width], .ones), Parameter("shift", [width], .zeros),
    ]
  }

  func callAsFunction(_ batch: Tensor, _ parameters: [Tensor]) -> Tensor {
    Normalization.batch(batch, gamma: parameters[0], beta: parameters[1], epsilon: 1e-5)
  }
}
