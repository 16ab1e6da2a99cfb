private import Foundation
internal import Engine

/// How three costs of §3.2 would pull at the same samples, against D as it stands, without touching
/// the game: for each, the sizes of the pulls ‖∂J_G/∂x_i‖·n at 2,500 samples x_i = G(z_i).
///
/// A cost is a mean over samples, so that its gradient is a mean of pulls: their variance is that
/// of a minibatch's gradient, and their effective number, (Σs)²/Σs², says how many samples it is
/// really made of.
final class GradientProbe {
  private let judge: [Tensor]
  private let maker: [Tensor]
  private let target: Tensor
  private let fake: Tensor
  private let beliefs: Tensor
  private let pulls: [(cost: GeneratorCost, sizes: Tensor)]
  private let logits: Tensor
  /// Where the generator's density is known: the costs' slopes, and those with D*.
  private let slopes: SlopeComparison?
  private let program: Program

  static let costs: [GeneratorCost] = [.minimax, .nonSaturating, .maximumLikelihood]

  init(_ design: Design, threads: Int) {
    let graph = Graph()
    judge = design.discriminator.parameters.map { graph.input("d\($0.name)", $0.shape) }
    maker = design.generator.parameters.map { graph.input("g\($0.name)", $0.shape) }
    (target, fake) = (graph.input("realTarget", .scalar), graph.input("fakeTarget", .scalar))
    let count = PlaneViewer.measuredCount
    let noise = graph.random(
      .normal, [count, design.noiseDimension], stream: Stream.gradientNoise)
    let points = design.generator(noise, maker)
    let logits = design.discriminator(points, judge)
    let own = design.discriminatorCost.cost(
      .init(real: logits.detached(), generated: logits, realTarget: target, generatedTarget: fake))
    beliefs = logits.sigmoid()
    self.logits = logits
    pulls = Self.costs.map { cost in
      let value = cost.cost(
        .init(real: logits.detached(), generated: logits, discriminatorCost: own))
      let slope = gradient(of: value, for: [points])[0] * Float(count)
      return (cost, slope.squared().sum([1]).squareRoot())
    }
    let known = design.generator.knownMixture
    slopes = known.flatMap { model in
      design.data.modes.map {
        SlopeComparison(Self.costs, data: $0, model: model, over: design.bounds)
      }
    }
    let shown = slopes == nil ? [] : [logits]
    program = Program(graph, outputs: [beliefs] + pulls.map(\.sizes) + shown, threads: threads)
  }

  func measurements(
    _ game: CompiledGame, _ settings: Settings, step: Int, seed: UInt64, on pool: WorkerPool
  ) -> [Measurement] {
    for (player, inputs) in [(Player.discriminator, judge), (.generator, maker)] {
      let values = game.parameters(of: player, count: inputs.count)
      for (tensor, numbers) in zip(inputs, values) { program.write(numbers, to: tensor) }
    }
    program.write([Knob.realTarget.value(in: settings)], to: target)
    program.write([Knob.fakeTarget.value(in: settings)], to: fake)
    program.run(seed: seed, step: UInt32(truncatingIfNeeded: step), on: pool)
    let ordered = program.read(beliefs).map(Double.init).sorted()
    func belief(_ share: Double) -> Double { ordered[Int(share * Double(ordered.count - 1))] }
    let sizes = pulls.map { program.read($0.sizes).map(Double.init) }
    let compared =
      slopes?.measurements(logits: program.read(logits).map(Double.init), pulls: sizes) ?? []
    return zip(pulls, sizes).flatMap { Self.measures(of: $0.cost, $1) }
      + [
        Self.measure("beliefLow", "D(G(z)) 10 %", belief(0.1), .number, .spread),
        Self.measure("beliefMedian", "D(G(z)) 50 %", belief(0.5), .number, .spread),
        Self.measure("beliefHigh", "D(G(z)) 90 %", belief(0.9), .number, .spread),
      ] + compared
  }

  private static func measures(of cost: GeneratorCost, _ sizes: [Double]) -> [Measurement] {
    let (short, spread) = (title(of: cost), Spread(sizes))
    return [
      measure(cost.name + "Pull", "\(short) pull", spread.mean, .number, .pulls),
      measure(cost.name + "TopShare", "\(short) top 1 %", spread.topShare, .percent, .pulls),
      measure(
        cost.name + "Variance", "\(short) variance", spread.relativeVariance, .number, .spread),
      measure(
        cost.name + "Effective", "\(short) effective", spread.effectiveShare, .percent, .spread),
    ]
  }

  static func title(of cost: GeneratorCost) -> String {
    switch cost.name {
    case GeneratorCost.minimax.name: "mm"
    case GeneratorCost.nonSaturating.name: "ns"
    default: "ml"
    }
  }

  private static func measure(
    _ name: String, _ title: String, _ value: Double, _ format: Measurement.Format,
    _ group: Measurement.Group
  ) -> Measurement {
    Measurement(name, title: title, value: value, ofReal: .nan, format: format, group: group)
  }
}

/// How unequal some sizes are, none of them below 0.
struct Spread: Equatable {
  /// Their mean.
  let mean: Double
  /// Their variance over the square of the mean: 0 where all are equal.
  let relativeVariance: Double
  /// What the largest 1 % (one at least) bring to the sum: 0.01 where all are equal.
  let topShare: Double
  /// (Σs)²/Σs² over their count: 1 where all are equal, 1/n where one is everything.
  let effectiveShare: Double

  init(mean: Double, relativeVariance: Double, topShare: Double, effectiveShare: Double) {
    self.mean = mean
    self.relativeVariance = relativeVariance
    self.topShare = topShare
    self.effectiveShare = effectiveShare
  }

  init(_ sizes: [Double]) {
    let count = Double(sizes.count)
    let (sum, squares) = (sizes.reduce(0, +), sizes.reduce(0) { $0 + $1 * $1 })
    let top = sizes.sorted(by: >).prefix(max(1, sizes.count / 100)).reduce(0, +)
    mean = sum / count
    relativeVariance = sum > 0 ? squares * count / (sum * sum) - 1 : .nan
    topShare = sum > 0 ? top / sum : .nan
    effectiveShare = squares > 0 ? sum * sum / squares / count : .nan
  }
}
