import Experiments
import Testing

@testable import Adversarial

@Suite struct LookAheadProbeTests {
  private func session(_ changes: [(String, Setting)]) throws -> PlaneSession {
    var settings = Settings(Experiment.unrolledGAN.hyperparameters)
    let small: [(String, Setting)] = [
      ("noiseDimension", .number(8)), ("generatorWidth", .number(16)),
      ("discriminatorWidth", .number(16)), ("batch", .number(64)),
      ("discriminatorLearningRate", .number(1e-2)),
    ]
    for (name, setting) in small + changes { try settings.set(name, to: setting) }
    return PlaneSession(
      design: try #require(try Experiment.unrolledGAN.design(settings) as? Design),
      settings: settings, seed: 1,
      threads: 1)
  }

  private func values(_ session: PlaneSession, _ group: Adversarial.Measurement.Group) -> [Double] {
    session.measurements().filter { $0.group == group }.map(\.value)
  }

  @Test func `a game that looks ahead yields D's cost at every inner step, falling`() throws {
    let session = try session([("unrollSteps", .number(4))])
    for _ in 0..<20 { session.advance() }
    let costs = values(session, .lookAhead)
    #expect(costs.count == 5)
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 }, "\(costs)")
    #expect(
      session.measurements().filter { $0.group == .lookAhead }.map(\.name)
        == (0...4).map { "innerCost\($0)" })
    #expect(try values(self.session([]), .lookAhead).isEmpty)
  }

  @Test func `the second-order term grows with the steps looked ahead`() throws {
    let shares = try [1, 4].map { steps in
      let session = try session([("unrollSteps", .number(Double(steps)))])
      for _ in 0..<20 { session.advance() }
      return values(session, .secondOrder)
    }
    #expect(shares[0][0] > 0 && shares[0][0] < shares[1][0], "\(shares)")
    #expect(shares.allSatisfy { (0...180).contains($0[1]) }, "\(shares)")
  }

  /// With inner updates of (almost) no length there is nothing to differentiate through.
  @Test func `without inner motion the true gradient is the detached one`() throws {
    let session = try session([
      ("unrollSteps", .number(3)), ("unrollOptimizer", .choice("sgd")),
      ("unrollLearningRate", .number(1e-7)),
    ])
    for _ in 0..<5 { session.advance() }
    let found = values(session, .secondOrder)
    #expect(found[0] < 1e-4 && found[1] < 0.05, "\(found)")
  }

  @Test func `measuring the look ahead moves no bit of the training`() throws {
    let (watched, alone) = try (
      session([("unrollSteps", .number(3))]), session([("unrollSteps", .number(3))])
    )
    for _ in 0..<8 {
      watched.advance()
      _ = watched.measurements()
      alone.advance()
    }
    #expect(watched.fingerprint == alone.fingerprint)
    #expect(watched.curves == alone.curves)
    #expect(values(watched, .secondOrder) == values(watched, .secondOrder))
  }
}
