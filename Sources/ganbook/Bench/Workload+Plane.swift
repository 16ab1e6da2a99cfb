internal import Adversarial

// The workloads over points of the plane, each a design as a page would have it.

extension Workload {
  /// G 256-128-128-2 and D 2-128-128-1, tanh, on the ring: a step of D, then one of G on fresh z.
  static func ring(_ proportions: Proportions) throws -> Workload {
    var design = try ringDesign(proportions)
    design.schedule = .alternating(discriminatorSteps: 1)
    let cost = WorkloadCost(ringLayers(proportions), design.batch)
    return plane("ring", design, rates: (1e-4, 1e-3), operations: cost.alternating)
  }

  /// The ring's nets; one batch and one z serve the whole step; K updates of D look ahead.
  static func unrolled(_ name: String, _ proportions: Proportions) throws -> Workload {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0] == "unrolled",
      let steps = Int(parts[1]), (0...20).contains(steps),
      let optimizer = ["adam": Optimizer.adam, "sgd": .gradientDescent][
        parts.count == 3 ? String(parts[2]) : "adam"]
    else { throw unknown(name) }
    var design = try ringDesign(proportions)
    design.generatorCost = .minimax
    design.unrolling = Unrolling(steps: steps, optimizer: optimizer)
    let cost = WorkloadCost(ringLayers(proportions), design.batch)
    return plane(name, design, rates: (1e-4, 1e-3), operations: cost.unrolled(steps))
  }

  /// G 2-32-32-2 ReLU, D 2-32-32-1 leaky ReLU, two Gaussians.
  static func small(_ proportions: Proportions) throws -> Workload {
    let width = proportions.width ?? 32
    let (g, d) = ([2, width, width, 2], [2, width, width, 1])
    let modes = [SIMD2<Float>(-1, -0.5), SIMD2(1, 0.5)]
    let data = try Mixture(modes.map { .init(centre: $0, deviation: 0.15, weight: 1) })
    let design = Design(
      data: data, bounds: Bounds(x: -3...3, y: -3...3), batch: proportions.batch ?? 64,
      noiseDimension: 2, generator: network(g, .uniform) { _ in [Activation.relu] },
      discriminator: network(d, .uniform) { _ in [Activation.leakyRelu] },
      schedule: .alternating(discriminatorSteps: 1))
    let cost = WorkloadCost((g, d), design.batch)
    return plane("small", design, rates: (1e-3, 1e-3), operations: cost.alternating)
  }

  /// G 64-400-400-2 with batch normalization and ReLU, D 2-200-200-1 maxout of 5, 5×5 modes.
  static func grid(_ proportions: Proportions) throws -> Workload {
    let width = proportions.width ?? 400
    let (half, pieces) = (max(1, width / 2), 5)
    let g = [64, width, width, 2]
    let d = Network([
      Dense(2, half * pieces, .uniform), Maxout(pieces: pieces),
      Dense(half, half * pieces, .uniform), Maxout(pieces: pieces), Dense(half, 1, .uniform),
    ])
    let design = Design(
      data: try Mixture.grid(side: 5, spacing: 2, deviation: 0.05),
      bounds: Bounds(x: -6...6, y: -6...6), batch: proportions.batch ?? 500, noiseDimension: 64,
      generator: network(g, .uniform) { [Normalized($0), Activation.relu] },
      discriminator: d, schedule: .alternating(discriminatorSteps: 1))
    let products = (
      generator: WorkloadCost.products(g),
      discriminator: [2 * half * pieces, half * half * pieces, half]
    )
    return plane(
      "grid", design, rates: (1e-4, 1e-3),
      operations: WorkloadCost(products: products, design.batch).alternating)
  }

  // MARK: Parts

  private static func plane(
    _ name: String, _ design: Design, rates: (discriminator: Double, generator: Double),
    operations: Double
  ) -> Workload {
    Workload(name, rates: rates, operations: operations) { design.step() }
  }

  private static func ringLayers(
    _ proportions: Proportions
  ) -> (generator: [Int], discriminator: [Int]) {
    let width = proportions.width ?? 128
    return ([256, width, width, 2], [2, width, width, 1])
  }

  private static func ringDesign(_ proportions: Proportions) throws -> Design {
    let layers = ringLayers(proportions)
    return Design(
      data: try Mixture.ring(modes: proportions.modes ?? 8, radius: 2, deviation: 0.02),
      bounds: Bounds(x: -3...3, y: -3...3), batch: proportions.batch ?? 512, noiseDimension: 256,
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
