import Engine
import Experiments
import Testing

@testable import Adversarial

/// Figure 16's curves are the costs that are trained, and its minibatch is the one trained on.
@Suite struct SampleCostTests {
  /// A cost of one sample with a logit, and what it grows by with it, as training has them; b is
  /// the fake target.
  private func traced(
    _ cost: GeneratorCost, _ logit: Float, _ fakeTarget: Float
  ) -> (value: Float, slope: Float) {
    let graph = Graph()
    let generated = graph.input("logit", [1, 1])
    let real = graph.literal([0.7], [1, 1])
    let own = DiscriminatorCost.crossEntropy.cost(
      .init(
        real: real, generated: generated, realTarget: graph.constant(1),
        generatedTarget: graph.constant(fakeTarget)))
    let value = cost.cost(.init(real: real, generated: generated, discriminatorCost: own))
    let slope = gradient(of: value, for: [generated])[0]
    let program = Program(graph, outputs: [value, slope])
    program.write([logit], to: generated)
    program.run(seed: 0, step: 0)
    return (program.read(value)[0], program.read(slope)[0])
  }

  @Test(arguments: GeneratorCost.all.filter { $0.ofSample != nil }.map(\.name), [0, 0.1])
  func `a curve grows as the traced cost does`(name: String, fakeTarget: Float) throws {
    let cost = try #require(GeneratorCost.all.first { $0.name == name })
    let sample = try #require(cost.ofSample)
    let target = Double(fakeTarget)
    let start = traced(cost, 0, fakeTarget)
    for logit in stride(from: Float(-6), through: 6, by: 1.5) {
      let found = traced(cost, logit, fakeTarget)
      // What real points bring to the cost is the same at every logit.
      let grown = sample.value(Double(logit), target) - sample.value(0, target)
      #expect(abs(Double(found.value - start.value) - grown) < 1e-4 * (1 + abs(grown)))
      let slope = sample.slope(Double(logit), target)
      #expect(abs(Double(found.slope) - slope) < 1e-5 * (1 + abs(slope)), "\(logit)")
    }
  }

  @Test func `only a cost of pairs has no curve`() {
    #expect(
      GeneratorCost.all.filter { $0.ofSample == nil }.map(\.name)
        == [GeneratorCost.relativistic.name])
    // The tutorial's levels at D = ½.
    for cost in [GeneratorCost.nonSaturating, .maximumLikelihood] {
      #expect(abs((cost.ofSample?.value(0, 0) ?? .nan) - cost.equilibrium) < 1e-12)
    }
  }

  // MARK: The minibatch

  private func session(_ changes: [(String, Setting)]) throws -> PlaneSession {
    let page = Experiment.costFunctions
    var settings = Settings(page.hyperparameters)
    let small: [(String, Setting)] = [
      ("generatorWidth", .number(16)), ("discriminatorWidth", .number(16)), ("batch", .number(32)),
      ("headStart", .number(0)), ("generatorCost", .choice("nonSaturating")),
    ]
    for (name, setting) in small + changes { try settings.set(name, to: setting) }
    let design = try #require(try page.design(settings) as? Design)
    return PlaneSession(design: design, settings: settings, seed: 1, threads: 1)
  }

  private static let games: [[(String, Setting)]] = [
    [], [("instanceNoise", .number(0.5))], [("packing", .number(2))],
    [("minibatchFeatures", .choice("deviation"))], [("labels", .choice("conditional"))],
  ]

  @Test(arguments: games.indices)
  func `it is what the next step trains on`(game: Int) throws {
    let session = try session(Self.games[game])
    for _ in 0..<3 { session.advance() }
    let costs = try #require(session.plane(PlaneLook(columns: 1, rows: 1)).costs)
    let packing = game == 2 ? 2 : 1
    #expect(costs.beliefs.count == 32 / packing)
    let played = try #require(costs.curves.first { $0.isPlayed })
    #expect(played.title == "non-saturating" && costs.curves.count == 3)
    session.advance()
    func curve(_ name: String) throws -> Float {
      session.curves[try #require(session.curveList.firstIndex { $0.name == name })]
    }
    let mean = costs.beliefs.reduce(0, +) / Float(costs.beliefs.count)
    #expect(abs(mean - (try curve("generatedProbability"))) < 1e-5)
    #expect(abs(played.cost - (try curve("generatorCost"))) < 1e-4)
  }

  @Test func `looking at it moves no bit of the training`() throws {
    let (watched, alone) = (try session([]), try session([]))
    for _ in 0..<5 {
      watched.advance()
      _ = watched.picture(fieldColumns: 2, fieldRows: 2)
      alone.advance()
    }
    #expect(watched.fingerprint == alone.fingerprint)
  }

  @Test func `G's turn in an alternating game has its own draw`() {
    #expect(Schedule.simultaneous.generatorUpdate == 0)
    #expect(Schedule.extragradient.generatorUpdate == 0)
    #expect(Schedule.alternating(discriminatorSteps: 3).generatorUpdate == 3)
  }

  @Test func `a cost beside the three has a curve of its own, and hinge's D has none`() throws {
    let look = PlaneLook(columns: 1, rows: 1)
    let fourth = try session([("generatorCost", .choice("leastSquares"))]).plane(look).costs
    #expect(fourth?.curves.map(\.title).last == "least squares")
    #expect(fourth?.curves.map(\.isPlayed) == [false, false, false, true])
    #expect(try session([("discriminatorCost", .choice("hinge"))]).plane(look).costs == nil)
  }
}
