import Engine
import Testing

@testable import Adversarial

@Suite struct PullTests {
  /// Every cost of the generator, and one that looks ahead.
  private static let games: [[(String, Setting)]] = [
    [("generatorCost", .choice("minimax"))], [("generatorCost", .choice("nonSaturating"))],
    [("generatorCost", .choice("maximumLikelihood"))],
    [("generatorCost", .choice("minimax")), ("unrollSteps", .number(2))],
    [
      ("generatorCost", .choice("nonSaturating")), ("realTarget", .number(0.9)),
      ("fakeTarget", .number(0.1)),
    ],
  ]

  @Test(arguments: games.indices)
  func `the arrows agree with finite differences`(index: Int) throws {
    // tanh has no kinks to step over.
    let smooth: [(String, Setting)] = [
      ("activation", .choice("tanh")), ("batch", .number(12)),
      ("discriminatorLearningRate", .number(1e-2)),
    ]
    let game = try SmallGame(Self.games[index] + smooth)
    let pool = WorkerPool(threads: 1)
    let compiled = CompiledGame(game.design, movers: [.discriminator], threads: 1)
    compiled.values = State(compiled.trace.variables, seed: 1).values
    compiled.store(game.settings)
    for step in 0..<20 { compiled.run(seed: 1, step: step, on: pool) }
    let program = PullProgram(game.design, shown: 512, threads: 1)
    #expect(program.count == 12)
    let points = (0..<12).map { SIMD2<Float>(Float($0 % 4) * 0.7 - 1, Float($0 / 4) * 0.8 - 1.1) }
    func values(_ points: [SIMD2<Float>]) -> (cost: Float, pulls: [SIMD2<Float>]) {
      program.values(compiled, game.settings, at: points, step: 3, seed: 1, on: pool)
    }
    let pulls = values(points).pulls
    let largest = pulls.map { max(abs($0.x), abs($0.y)) }.max() ?? 0
    #expect(largest > 1e-3)
    let reach: Float = 0.02
    for sample in [0, 5, 11] {
      for axis in 0..<2 {
        var (ahead, behind) = (points, points)
        ahead[sample][axis] += reach
        behind[sample][axis] -= reach
        let slope = 12 * (values(ahead).cost - values(behind).cost) / (2 * reach)
        #expect(
          abs(-slope - pulls[sample][axis]) < 0.03 * largest,
          "sample \(sample), axis \(axis): \(-slope) against \(pulls[sample][axis])")
      }
    }
  }

  @Test func `there are as many as the batch has samples, and no more than are shown`() throws {
    let few = try SmallGame([("batch", .number(8))]).session()
    #expect(few.plane(PlaneLook(columns: 1, rows: 1, extras: .pulls)).pulls?.count == 8)
    let many = try SmallGame([("batch", .number(600))])
    let plane = many.session().plane(PlaneLook(columns: 1, rows: 1, extras: .pulls))
    #expect(plane.pulls?.count == 512)
    // The samples of the larger batch begin with those that are shown.
    let sampler = Sampler(
      many.design, count: 600, data: Stream.shownData, noise: Stream.shownNoise, 1)
    let game = CompiledGame(many.design, movers: [.generator], threads: 1)
    game.values = State(game.trace.variables, seed: 1).values
    let points = sampler.generated(game, seed: 1, step: 0, on: WorkerPool(threads: 1))
    for (a, b) in zip(points, plane.generated) {
      #expect(abs(a.x - b.x) < 1e-5 && abs(a.y - b.y) < 1e-5)
    }
  }
}
