import Experiments
import Testing

@testable import Adversarial

@Suite struct OptimumProbeTests {
  private func session(_ changes: [(String, Setting)] = []) throws -> PlaneSession {
    var settings = Settings(Experiment.labelSmoothing.hyperparameters)
    let small: [(String, Setting)] = [
      ("generatorWidth", .number(32)), ("discriminatorWidth", .number(32)),
      ("batch", .number(128)),
    ]
    for (name, setting) in small + changes { try settings.set(name, to: setting) }
    return PlaneSession(
      design: try #require(try Experiment.labelSmoothing.design(settings) as? Design),
      settings: settings, seed: 1,
      threads: 1)
  }

  private func measure(_ session: PlaneSession, _ name: String) -> Measurement? {
    session.measurements().first { $0.name == name }
  }

  @Test func `the optimal discriminator by hand`() {
    let optimal = OptimalDiscriminator(realTarget: 0.9, fakeTarget: 0.1)
    #expect(abs(optimal(data: 3, model: 1) - (0.9 * 3 + 0.1) / 4) < 1e-12)
    #expect(optimal(data: 0, model: 2) == 0.1)
    #expect(optimal(data: 0, model: 0).isNaN)
    #expect(optimal.atEquilibrium == 0.5)
  }

  @Test func `the estimate's own error is small, and stands beside`() throws {
    let session = try session()
    let gap = try #require(measure(session, "optimumGap"))
    #expect(gap.ofReal > 0.005 && gap.ofReal < 0.05, "\(gap)")
    // A generator that has learned nothing: D* tells the two apart, D does not yet.
    #expect(gap.value > 0.3, "\(gap)")
    let real = try #require(measure(session, "optimalRealProbability"))
    #expect(real.value > 0.95 && real.ofReal == 0.5, "\(real)")
  }

  /// D learns with G standing still: the gap to the optimum closes.
  @Test func `a discriminator that is trained to the end comes near the optimum`() throws {
    let session = try session([
      ("modes", .number(1)), ("deviation", .number(0.5)), ("realTarget", .number(0.9)),
      ("discriminatorLearningRate", .number(2e-3)),
    ])
    let before = try #require(measure(session, "optimumGap")).value
    for _ in 0..<600 { session.advance(.discriminator) }
    let after = try #require(measure(session, "optimumGap")).value
    #expect(after < 0.08 && after < before / 3, "\(before) to \(after)")
  }

  @Test func `comparing moves no bit of the training`() throws {
    let (watched, alone) = (try session(), try session())
    for _ in 0..<5 {
      watched.advance()
      _ = watched.measurements()
      _ = watched.picture(fieldColumns: 9, fieldRows: 5)
      alone.advance()
    }
    #expect(watched.fingerprint == alone.fingerprint)
  }

  @Test func `the field of the optimum is a and b where one kind is alone`() throws {
    let session = try session([("realTarget", .number(0.9)), ("fakeTarget", .number(0.1))])
    guard case .plane(let plane) = session.picture(fieldColumns: 60, fieldRows: 60) else { return }
    let field = try #require(plane.optimum)
    #expect(field.values.count == 3_600)
    // The mode at (2, 0) lies in the column two thirds of the way from the middle to the edge.
    #expect(abs(field.values[30 * 60 + 50] - 0.9) < 0.05, "\(field.values[30 * 60 + 50])")
    #expect(field.values.contains { $0.isNaN })
    #expect(field.values.contains { abs($0 - 0.1) < 0.02 })
    #expect(field.values.allSatisfy { $0.isNaN || (0.0999...0.9001).contains($0) })
  }
}
