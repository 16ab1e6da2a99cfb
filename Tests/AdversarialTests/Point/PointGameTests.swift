import Experiments
import Foundation
import Testing

@testable import Adversarial

/// The closed forms of two-number games, and the ones derived here.
@Suite struct PointGameTests {
  private func settings(_ changes: [(String, Setting)]) throws -> Settings {
    var settings = Settings(Experiment.nonConvergence.hyperparameters)
    for (name, value) in changes { try settings.set(name, to: value) }
    return settings
  }

  private func session(_ changes: [(String, Setting)], seed: UInt64 = 1) throws -> any Session {
    let settings = try settings(changes)
    return try Experiment.nonConvergence.design(settings)
      .begin(settings: settings, seed: seed, threads: 1)
  }

  private func measure(_ session: any Session, _ name: String) throws -> Adversarial.Measurement {
    try #require(session.measurements().first { $0.name == name })
  }

  private func radius(_ changes: [(String, Setting)], steps: Int) throws -> Double {
    let session = try session(changes)
    for _ in 0..<steps { session.advance() }
    return try measure(session, "radius").value
  }

  /// V = xy from (1, 0): radius after n steps of size e.
  @Test(arguments: [
    ("simultaneous", 0.1, 100, 1.6446), ("alternating", 0.1, 100, 1.0234),
    ("extragradient", 0.1, 100, 0.60807), ("optimistic", 0.1, 100, 0.60810),
    ("consensus", 0.1, 100, 4.906e-5), ("simultaneous", 0.01, 1_000, 1.0513),
    ("alternating", 0.01, 1_000, 1.0023), ("extragradient", 0.01, 1_000, 0.95123),
    ("optimistic", 0.01, 1_000, 0.95132), ("consensus", 0.01, 1_000, 4.543e-5),
  ])
  func `the bilinear game keeps to its closed forms`(
    method: String, rate: Double, steps: Int, expected: Double
  ) throws {
    let radius = try radius(
      [("method", .choice(method)), ("learningRate", .number(rate))], steps: steps)
    #expect(abs(radius / expected - 1) < 0.002)
  }

  /// The Dirac-GAN with h = 0.2 from (1, 1), 500 steps.
  @Test(arguments: [
    ("dirac", "simultaneous", 0.3, 3.097), ("dirac", "alternating", 0.3, 1.421),
    ("diracNonSaturating", "simultaneous", 0.3, 0.6402),
    ("diracNonSaturating", "alternating", 0.3, 0.2839), ("dirac", "r1", 0.3, 2.64e-6),
    ("dirac", "alternatingR1", 0.3, 2.30e-7),
  ])
  func `the Dirac-GAN ends where it should`(
    game: String, method: String, gamma: Double, expected: Double
  ) throws {
    let radius = try radius(
      [
        ("game", .choice(game)), ("method", .choice(method)), ("learningRate", .number(0.2)),
        ("gamma", .number(gamma)), ("startX", .number(1)), ("startY", .number(1)),
      ], steps: 500)
    #expect(abs(radius / expected - 1) < 0.01)
  }

  /// From outside and from inside: the circle of radius √(2h), which the panel shows as theory.
  @Test(arguments: [0.1, 0.2], [(1.0, 1.0), (0.01, 0.0)])
  func `the non-saturating Dirac-GAN stops on a circle`(
    rate: Double, start: (Double, Double)
  ) throws {
    let session = try session([
      ("game", .choice("diracNonSaturating")), ("learningRate", .number(rate)),
      ("startX", .number(start.0)), ("startY", .number(start.1)),
    ])
    for _ in 0..<8_000 { session.advance() }
    var radii: [Double] = []
    for _ in 0..<200 {
      session.advance()
      radii.append(try measure(session, "radius").value)
    }
    let radius = radii.reduce(0, +) / 200
    let theory = try measure(session, "radius").ofReal
    #expect(abs(theory - (2 * rate).squareRoot()) < 1e-6)
    #expect(abs(radius / theory - 1) < 0.01, "\(radius)")
    // Not quite a circle: it is left by two hundredths at most.
    #expect(radii.allSatisfy { abs($0 / theory - 1) < 0.02 }, "\(radii.min() ?? 0)")
    #expect((try measure(session, "growth").ofReal) > 1, "the equilibrium itself pushes outwards")
  }

  /// In turn there is no circle: r² falls as 8/t, ever more slowly.
  @Test func `the non-saturating Dirac-GAN in turn comes ever nearer`() throws {
    let radii = try [500, 5_000].map { steps in
      try radius(
        [
          ("game", .choice("diracNonSaturating")), ("method", .choice("alternating")),
          ("learningRate", .number(0.2)), ("startX", .number(1)), ("startY", .number(1)),
        ], steps: steps)
    }
    #expect(abs(radii[0] - 0.284) < 0.003)
    #expect(abs(radii[1] / (8.0 / 1_000).squareRoot() - 1) < 0.05, "\(radii)")
  }

  /// √((1 − hγ)² + h²) < 1 between (1 ∓ √(1 − h²))/h, which are 0.05013 and 19.950 at h = 0.1.
  @Test(arguments: [
    (0.0501, false), (0.0502, true), (1, true), (19.94, true), (19.96, false), (20, false),
  ])
  func `consensus contracts between two weights`(gamma: Double, contracts: Bool) throws {
    let session = try session([("method", .choice("consensus")), ("gamma", .number(gamma))])
    let growth = try measure(session, "growth").ofReal
    let closed = ((1 - 0.1 * gamma) * (1 - 0.1 * gamma) + 0.01).squareRoot()
    #expect(abs(growth - closed) < 1e-5 && (growth < 1) == contracts, "\(growth)")
  }

  @Test func `consensus is fastest at γ = 1/h, where a step multiplies by h`() throws {
    func growth(_ gamma: Double, _ rate: Double) throws -> Double {
      let session = try session([
        ("method", .choice("consensus")), ("gamma", .number(gamma)),
        ("learningRate", .number(rate)),
      ])
      return try measure(session, "growth").ofReal
    }
    for rate in [0.1, 0.2] {
      let best = try growth(1 / rate, rate)
      #expect(abs(best - rate) < 1e-4)
      #expect(try growth(0.9 / rate, rate) > best && growth(1.1 / rate, rate) > best)
    }
    #expect(
      try radius([("method", .choice("consensus")), ("gamma", .number(10))], steps: 3) < 0.0011)
  }

  @Test(arguments: PointGame.Method.allCases)
  func `the bilinear game does what its linearisation predicts`(method: PointGame.Method) throws {
    let session = try session([("method", .choice(method.rawValue)), ("gamma", .number(0.5))])
    for _ in 0..<60 { session.advance() }
    let radius = try measure(session, "radius")
    #expect(abs(radius.value - radius.ofReal) < 1e-5 * (1 + radius.ofReal))
  }

  /// The spectral radius of one step, by hand.
  @Test(arguments: [
    ("simultaneous", 1.004_987_6), ("alternating", 1.0),
    ("extragradient", 0.9950377),
    ("consensus", 0.9055385),
  ])
  func `a step multiplies the distance by its spectral radius`(method: String, radius: Double)
    throws
  {
    let session = try session([("method", .choice(method))])
    #expect(abs(try measure(session, "growth").ofReal - radius) < 1e-5)
  }

  /// Re and Im of the upper eigenvalue: ½ = f′(0), critical γ = 1.
  @Test(arguments: [
    ("simultaneous", 0.3, 0.0, 0.5), ("r1", 0.6, -0.3, 0.4), ("r1", 1.0, -0.5, 0.0),
    ("r1", 1.25, -0.25, 0.0),
  ])
  func `second derivatives find the eigenvalues of the Dirac-GAN`(
    method: String, gamma: Double, real: Double, imaginary: Double
  ) throws {
    let session = try session([
      ("game", .choice("dirac")), ("method", .choice(method)), ("gamma", .number(gamma)),
    ])
    let found = (
      try measure(session, "eigenvalueReal"), try measure(session, "eigenvalueImaginary")
    )
    #expect(abs(found.0.value - real) < 1e-3 && abs(found.0.ofReal - real) < 1e-12)
    #expect(abs(found.1.value - imaginary) < 1e-3 && abs(found.1.ofReal - imaginary) < 1e-12)
  }

  @Test func `one player alone moves its own number only`() throws {
    let session = try session([("startY", .number(0.5))])
    let before = session.checkpoint
    session.advance(.generator)
    #expect(session.checkpoint.values[0] != before.values[0])
    #expect(session.checkpoint.values[1] == before.values[1])
    session.advance(.discriminator)
    #expect(session.checkpoint.values[1] != before.values[1])
  }

  @Test func `a restored game goes on as it did`() throws {
    let session = try session([("method", .choice("optimistic"))])
    for _ in 0..<7 { session.advance() }
    let kept = session.checkpoint
    for _ in 0..<9 { session.advance() }
    let end = session.fingerprint
    try session.restore(kept)
    for _ in 0..<9 { session.advance() }
    #expect(session.fingerprint == end)
  }

  @Test func `the equilibrium is no start`() throws {
    let settings = try settings([("startX", .number(0))])
    #expect(throws: DesignError.self) { try Experiment.nonConvergence.design(settings) }
  }

  @Test func `the spectral radius of a rotation is its scale, of a nilpotent matrix 0`() {
    #expect(abs(SpectralRadius.of([0, -0.5, 0.5, 0], size: 2) - 0.5) < 1e-9)
    #expect(SpectralRadius.of([0, 1, 0, 0], size: 2) < 1e-9)
    #expect(abs(SpectralRadius.of([2, 1, 0, 2], size: 2) - 2) < 1e-9)
  }
}
