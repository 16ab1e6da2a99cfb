import Experiments
import Testing

@testable import Adversarial

/// Noise on what D sees, as it is and annealed.
@Suite struct InstanceNoiseTests {
  private let page = Experiment.modeCollapse

  private func settings(_ deviation: Double, over steps: Int) throws -> Settings {
    var settings = Settings(page.hyperparameters)
    let changes: [(String, Double)] = [
      ("noiseDimension", 4), ("generatorWidth", 8), ("discriminatorWidth", 8), ("batch", 64),
      ("instanceNoise", deviation), ("instanceNoiseSteps", Double(steps)),
    ]
    for (name, value) in changes { try settings.set(name, to: .number(value)) }
    return settings
  }

  private func session(
    _ deviation: Double, over steps: Int = 0, threads: Int = 1
  ) throws -> PlaneSession {
    let settings = try settings(deviation, over: steps)
    return PlaneSession(
      design: try #require(try page.design(settings) as? Design), settings: settings, seed: 3,
      threads: threads)
  }

  /// Halves, quarters and their products are exact, so that σ·max(0, 1 − t/T) can be told by its
  /// bits: the step is the one of a game whose noise stays at that deviation.
  @Test(arguments: [(0, 0.5), (2, 0.375), (4, 0.25), (6, 0.125), (8, 0), (9, 0)])
  func `noise annealed over eight steps has fallen along a line`(
    step: Int, deviation: Double
  ) throws {
    let annealed = try session(0.5, over: 8)
    for _ in 0..<step { annealed.advance() }
    let constant = try session(deviation)
    try constant.restore(annealed.checkpoint)
    let other = try session(deviation + 0.125)
    try other.restore(annealed.checkpoint)
    for game in [annealed, constant, other] { game.advance() }
    #expect(annealed.fingerprint == constant.fingerprint && annealed.curves == constant.curves)
    #expect(annealed.fingerprint != other.fingerprint)
  }

  @Test func `from a checkpoint it falls on as it did, with one thread or two`() throws {
    let straight = try session(0.5, over: 20)
    for _ in 0..<6 { straight.advance() }
    straight.advance(.discriminator)
    let kept = straight.checkpoint
    for _ in 0..<6 { straight.advance() }
    straight.advance(.generator)
    let (end, curves) = (straight.fingerprint, straight.curves)
    try straight.restore(kept)
    let second = try session(0.5, over: 20, threads: 2)
    try second.restore(kept)
    for game in [straight, second] {
      for _ in 0..<6 { game.advance() }
      game.advance(.generator)
      #expect(game.fingerprint == end && game.curves == curves && game.step == 14)
    }
  }

  @Test(arguments: [(0, nil), (20, "step")] as [(Int, String?)])
  func `an exported step asks for its number where the noise is annealed`(
    steps: Int, clock: String?
  ) throws {
    let settings = try settings(0.5, over: steps)
    let step = try #require(
      try page.design(settings).exportedStep(named: "main", settings: settings))
    #expect(step.clock == clock)
    let lines = step.text.split(separator: "\n")
    let place = (step.state + step.numbers.map(\.name)).count
    #expect(lines[place + 1].hasSuffix("// \(clock ?? step.draws[0])"))
    #expect(step.draws.allSatisfy { $0.hasPrefix("normal.") || $0.hasPrefix("uniform.") })
  }

  @Test func `whatever looks at the game sees the noise of its step`() throws {
    var settings = try settings(0.5, over: 8)
    try settings.set("unrollSteps", to: .number(2))
    let design = try #require(try page.design(settings) as? Design)
    let session = PlaneSession(design: design, settings: settings, seed: 3, threads: 1)
    session.advance()
    #expect(session.measurements().contains { $0.name == "innerCost2" && $0.value.isFinite })
    let look = PlaneLook(columns: 4, rows: 4, extras: .pulls)
    guard case .plane(let plane) = session.picture(look) else {
      Issue.record("no plane")
      return
    }
    #expect(plane.pulls?.isEmpty == false)
  }
}
