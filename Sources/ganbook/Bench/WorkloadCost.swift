/// Counts the operations of a step.
struct WorkloadCost {
  /// A forward pass, and the way back to the input without the first layer.
  private let forward: (generator: Double, discriminator: Double)
  private let back: (generator: Double, discriminator: Double)
  /// The way back through D's first layer, into the generated points.
  private let first: Double

  init(_ layers: (generator: [Int], discriminator: [Int]), _ batch: Int) {
    self.init(
      products: (Self.products(layers.generator), Self.products(layers.discriminator)), batch)
  }

  /// - Parameter products: multiply–adds of each layer for one row.
  init(products: (generator: [Int], discriminator: [Int]), _ batch: Int) {
    func operations(_ counts: some Sequence<Int>) -> Double {
      2 * Double(batch) * Double(counts.reduce(0, +))
    }
    forward = (operations(products.generator), operations(products.discriminator))
    back = (
      operations(products.generator.dropFirst()), operations(products.discriminator.dropFirst())
    )
    first = operations(products.discriminator.prefix(1))
  }

  static func products(_ layers: [Int]) -> [Int] {
    zip(layers, layers.dropFirst()).map { $0 * $1 }
  }

  /// D's step on real and generated points, then G's on fresh ones.
  var alternating: Double {
    let (g, d) = forward
    return g + 2 * (d + d + back.discriminator) + g + d + d + g + back.generator
  }

  /// K gradient steps of D and the way back through them; with K = 0 one backward pass serves both
  /// players.
  func unrolled(_ steps: Int) -> Double {
    let (g, d) = forward
    let step = 2 * (d + d + back.discriminator)
    guard steps > 0 else { return g + step + first + g + back.generator }
    let through = 2 * step + 2 * first
    // The first step starts from D itself, which is no function of G.
    return g + Double(steps) * (step + through) - 4 * d + step + first + g + back.generator
  }
}
