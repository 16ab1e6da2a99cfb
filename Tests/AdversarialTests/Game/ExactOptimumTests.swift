import Experiments
import Testing

@testable import Adversarial

@Suite struct ExactOptimumTests {
  private static let collapsed: [(String, Setting)] = [
    ("dimension", .number(2)), ("modes", .number(8)), ("deviation", .number(0.3)),
    ("modelModes", .number(4)), ("modelDeviation", .number(0.3)),
  ]

  private func session(_ changes: [(String, Setting)]) throws -> PlaneSession {
    let page = Experiment.optimalDiscriminator
    var settings = Settings(page.hyperparameters)
    for (name, setting) in changes { try settings.set(name, to: setting) }
    let design = try #require(try page.design(settings) as? Design)
    return PlaneSession(design: design, settings: settings, seed: 1, threads: 1)
  }

  private func measure(_ session: PlaneSession, _ name: String) throws -> Measurement {
    try #require(session.measurements().first { $0.name == name })
  }

  @Test func `D* is a third where G makes twice too much, and one where it makes nothing`() throws {
    let session = try session(Self.collapsed)
    for (place, expected) in [(SIMD2<Float>(2, 0), 1.0 / 3), (SIMD2(1.414, 1.414), 1)] {
      let plane = session.plane(PlaneLook(columns: 41, rows: 41, extras: .optimum, probe: place))
      let reading = try #require(plane.reading)
      #expect(abs(Double(reading.optimum) - expected) < 0.01, "\(reading)")
    }
    // In the mean: a third under the model, and the mean of a third and one under the data.
    #expect(abs(try measure(session, "answerToModel").ofReal - 1.0 / 3) < 0.01)
    #expect(abs(try measure(session, "answerToData").ofReal - 2.0 / 3) < 0.01)
  }

  @Test func `it is known everywhere, also where both densities are lost to rounding`() throws {
    let session = try session(
      Self.collapsed + [("deviation", .number(0.05)), ("modelDeviation", .number(0.05))])
    let window = Bounds(x: -9...9, y: -9...9)
    let plane = session.plane(
      PlaneLook(columns: 30, rows: 30, window: window, extras: .optimum))
    let values = try #require(plane.optimum).values
    #expect(values.allSatisfy { (0...1).contains($0) })
  }

  @Test func `what samples estimate is what the closed form says`() throws {
    let session = try session(Self.collapsed)
    for _ in 0..<50 { session.advance() }
    let exact = try measure(session, "optimumGap").value
    let look = PlaneLook(columns: 60, rows: 60, extras: .densities)
    let densities = try #require(session.plane(look).densities)
    let plane = session.plane(PlaneLook(columns: 60, rows: 60, extras: .optimum))
    let best = try #require(plane.optimum).values
    // The same mean by the pictures' own numbers, on a coarser grid.
    var (sum, mass) = (0.0, 0.0)
    for index in best.indices {
      let own = Double(densities.data.values[index] + densities.model.values[index])
      sum += own * Double(abs(plane.field.values[index] - best[index]))
      mass += own
    }
    #expect(exact > 0.05 && abs(exact - sum / mass) < 0.01, "\(exact), \(sum / mass)")
    let sampled = session.plane(look).generated.count { $0.x > 1 }
    #expect(abs(Double(sampled) / 512 - 0.25) < 0.1)
  }

  @Test func `D that is trained to the end comes near it where there is mass`() throws {
    let session = try session(Self.collapsed + [("batch", .number(256))])
    let before = try measure(session, "optimumGap").value
    for _ in 0..<600 { session.advance() }
    let after = try measure(session, "optimumGap").value
    #expect(before > 0.2 && after < 0.06, "\(before) to \(after)")
    #expect(try measure(session, "optimumGapEmpty").value > 0.2)
    let model = try measure(session, "answerToModel")
    #expect(abs(model.value - model.ofReal) < 0.05, "\(model)")
  }

  @Test func `with two densities that are one, D* is a half`() throws {
    let session = try session(Self.collapsed + [("modelModes", .number(8))])
    let values = try #require(
      session.plane(PlaneLook(columns: 9, rows: 9, extras: .optimum)).optimum
    ).values
    #expect(values.allSatisfy { abs($0 - 0.5) < 1e-4 })
  }

  @Test func `D unlearns a ratio when the two densities become one`() throws {
    let session = try session(Self.collapsed + [("batch", .number(256))])
    for _ in 0..<500 { session.advance() }
    #expect(try measure(session, "answerToModel").value < 0.42)
    let page = Experiment.optimalDiscriminator
    var settings = Settings(page.hyperparameters)
    for (name, setting) in Self.collapsed { try settings.set(name, to: setting) }
    try settings.set("modelModes", to: .number(8))
    session.adopt(try page.design(settings), settings: settings)
    for _ in 0..<400 { session.advance() }
    #expect(try measure(session, "optimumGap").value < 0.05)
    #expect(abs(try measure(session, "answerToModel").value - 0.5) < 0.05)
  }

  @Test func `a G that is fixed stays where it is, and D waits while it moves`() throws {
    let session = try session(Self.collapsed)
    let before = session.fingerprint
    let points = session.plane(PlaneLook(columns: 1, rows: 1)).generated
    let weights = session.checkpoint.values[0]
    session.advance(.generator)
    #expect(session.checkpoint.values[0] == weights)
    session.advance(.discriminator)
    #expect(session.fingerprint != before && session.checkpoint.values[0] != weights)
    #expect(session.plane(PlaneLook(columns: 1, rows: 1)).generated == points)
  }

  @Test func `two modes on a ring of the plane are the line's`() throws {
    let plane = try session([("dimension", .number(2)), ("leftWeight", .number(0.3))])
    let look = PlaneLook(
      columns: 1, rows: 1, window: Bounds(x: -2.1 ... -1.9, y: -0.1...0.1), extras: .densities)
    let left = try #require(plane.plane(look).densities).data.values[0]
    // 0.3 of the bell of deviation 0.6, flattened over the cell.
    #expect(abs(Double(left) / (0.3 / (2 * Double.pi * 0.36)) - 1) < 0.02)
  }
}
