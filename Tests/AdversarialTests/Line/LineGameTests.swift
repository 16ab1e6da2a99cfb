import Engine
import Experiments
import Foundation
import Testing

@testable import Adversarial

/// Games over a line against what is known in closed form.
@Suite struct LineGameTests {
  private func session(
    _ page: Experiment, _ changes: [(String, Setting)], seed: UInt64 = 1, steps: Int
  ) throws -> any Session {
    var settings = Settings(page.hyperparameters)
    for (name, value) in changes { try settings.set(name, to: value) }
    let session = try page.design(settings).begin(settings: settings, seed: seed, threads: 1)
    for _ in 0..<steps { session.advance() }
    return session
  }

  private func measure(_ session: any Session, _ name: String) throws -> Double {
    try #require(session.measurements().first { $0.name == name }).value
  }

  private func gaussian(_ session: any Session) -> (mean: Double, deviation: Double) {
    let kept = session.checkpoint
    func value(_ name: String) -> Double {
      Double(kept.values[kept.names.firstIndex(of: name) ?? 0][0])
    }
    return (value("generator.0.mean"), exp(value("generator.0.logDeviation")))
  }

  /// Two modes at ±2 of deviation 0.6: variance 4.36.
  @Test func `the best Gaussian by KL(data‖model) has the data's mean and variance`() throws {
    let session = try session(.divergences, [], steps: 1_200)
    let (mean, deviation) = gaussian(session)
    #expect(abs(mean) < 0.01 && abs(deviation - 4.36.squareRoot()) < 0.01)
    #expect(try measure(session, "klExcess") < 1e-4)
    #expect(try measure(session, "modesStrict") == 2)
  }

  @Test func `KL(model‖data) sits on the mode that it began nearer to`() throws {
    let session = try session(.divergences, [("divergence", .choice("reverseKL"))], steps: 1_200)
    let (mean, deviation) = gaussian(session)
    #expect(abs(mean - 2) < 0.05 && abs(deviation - 0.6) < 0.05)
    #expect(try measure(session, "modesStrict") == 1)
    #expect(try measure(session, "klDataModel") > 1)
  }

  @Test(arguments: Divergence.all.map(\.name))
  func `JS is symmetric whatever is minimised, and every divergence falls`(name: String) throws {
    let changes = [("divergence", Setting.choice(name)), ("modelDeviation", .number(2.5))]
    let start = try session(.divergences, changes, steps: 1)
    let end = try session(.divergences, changes, steps: 300)
    #expect(end.curves[1] < start.curves[1])
    #expect(abs(try measure(end, "js") - (try measure(end, "jsReversed"))) < 1e-12)
  }

  @Test(arguments: [(1.0, 1.5), (-2.0, 0.8), (0.0, 3.0)])
  func `with the optimal D the game's gradient is that of maximum likelihood`(
    mean: Double, deviation: Double
  ) throws {
    let session = try session(
      .maximumLikelihoodGame,
      [
        ("discriminator", .choice("optimal")), ("modelMean", .number(mean)),
        ("modelDeviation", .number(deviation)),
      ], steps: 0)
    #expect(try measure(session, "angleOptimal") < 0.1)
    #expect(abs(try measure(session, "ratioOptimal") - 1) < 0.005)
  }

  @Test func `a minibatch's gradient against D* is the exact one but for its noise`() throws {
    // One step of Adam moves along the sign of the gradient; ten thousand samples leave no doubt.
    let session = try session(
      .maximumLikelihoodGame, [("discriminator", .choice("optimal")), ("batch", .number(4_096))],
      steps: 400)
    #expect(try measure(session, "klExcess") < 0.1)
  }

  @Test func `D comes near the ratio of densities where there is mass`() throws {
    let before = try session(.optimalDiscriminator, [], steps: 1)
    let after = try session(.optimalDiscriminator, [], steps: 800)
    #expect(try measure(before, "optimumGap") > 0.15)
    #expect(try measure(after, "optimumGap") < 0.05)
  }

  @Test func `a network's density is not known`() throws {
    var settings = Settings(Experiment.divergences.hyperparameters)
    try settings.set("generator", to: .choice("network"))
    #expect(throws: DesignError.self) { try Experiment.divergences.design(settings) }
  }

  @Test func `a restored game goes on as it did, a retraced one keeps its numbers`() throws {
    let session = try session(.maximumLikelihoodGame, [], steps: 5)
    let kept = session.checkpoint
    for _ in 0..<5 { session.advance() }
    let end = session.fingerprint
    try session.restore(kept)
    for _ in 0..<5 { session.advance() }
    #expect(session.fingerprint == end)
    var settings = Settings(Experiment.maximumLikelihoodGame.hyperparameters)
    try settings.set("batch", to: .number(64))
    session.adopt(try Experiment.maximumLikelihoodGame.design(settings), settings: settings)
    #expect(session.fingerprint == end)
  }
}

/// The variational form at its best against the integral itself.
@Suite struct DivergenceTests {
  /// D's best output for a ratio p_data / p_model.
  private static let best: [String: @Sendable (Double) -> Double] = [
    "kl": { 1 + log($0) }, "reverseKL": { log($0) }, "js": { log($0) },
    "pearson": { 2 * ($0 - 1) }, "hellinger": { log($0) / 2 },
  ]

  @Test(arguments: Divergence.all.map(\.name))
  func `the variational form is tight where D is optimal`(name: String) throws {
    let divergence = try #require(Divergence.all.first { $0.name == name })
    let best = try #require(Self.best[name])
    let (data, model) = (
      LineDensity(mean: 0.3, deviation: 0.8), LineDensity(mean: -0.2, deviation: 1.1)
    )
    let grid = LineGrid(around: -2...2)
    let points = grid.points
    let graph = Graph()
    func tensor(_ value: (Double) -> Double) -> Tensor {
      graph.literal(points.map { Float(value($0)) }, [points.count])
    }
    let logs = (data: tensor(data.log), model: tensor(model.log))
    let output = tensor { best(exp(data.log(at: $0) - model.log(at: $0))) }
    let whole = divergence.integrand(logs.data, logs.model).sum() * Float(grid.spacing)
    let bound =
      (logs.data.exp() * divergence.onData(output) - logs.model.exp() * divergence.onModel(output))
      .sum() * Float(grid.spacing)
    let program = Program(graph, outputs: [whole, bound])
    program.run(seed: 0, step: 0)
    let (exact, variational) = (program.read(whole)[0], program.read(bound)[0])
    // The GAN's own variational form comes to 2 JS.
    let factor: Float = name == "js" ? 2 : 1
    #expect(exact > 0.01 && abs(variational - factor * exact) < 1e-3 * (1 + exact))
    let ratio = data.log(at: 0.5) - model.log(at: 0.5)
    #expect(abs(divergence.logRatio(best(exp(ratio))) - ratio) < 1e-9)
  }

  @Test func `a density's slope is the derivative of its logarithm`() throws {
    let density = LineDensity(
      try Mixture([
        .init(centre: [-1, 0], deviation: 0.5, weight: 0.3),
        .init(centre: [1.5, 0], deviation: 0.9, weight: 0.7),
      ]))
    for x in stride(from: -3.0, through: 3, by: 0.37) {
      let finite = (density.log(at: x + 1e-5) - density.log(at: x - 1e-5)) / 2e-5
      #expect(abs(density.slope(at: x) - finite) < 1e-6 * (1 + abs(finite)))
    }
    #expect(abs(density.mean - 0.75) < 1e-6)
  }
}
