import Experiments
import Testing

@testable import Adversarial

/// The claims of the pages, a few hundred steps and a fixed seed each.
@Suite struct LessonTests {
  private func measures(
    _ changes: [(String, Setting)], of page: Experiment = .modeCollapse, steps: Int
  ) throws -> [String: Double] {
    var settings = Settings(page.hyperparameters)
    for (name, setting) in changes { try settings.set(name, to: setting) }
    let session = try page.design(settings).begin(
      settings: settings, seed: 1, threads: 2)
    for _ in 0..<steps { session.advance() }
    return Dictionary(
      uniqueKeysWithValues: session.measurements().map { ($0.name, $0.value) })
  }

  /// Small networks and wide modes, so that the lesson fits a test.
  private let quick: [(String, Setting)] = [
    ("noiseDimension", .number(16)), ("generatorWidth", .number(64)),
    ("discriminatorWidth", .number(64)), ("batch", .number(128)), ("deviation", .number(0.1)),
    ("generatorLearningRate", .number(1e-3)), ("discriminatorLearningRate", .number(1e-3)),
  ]

  @Test func `rectified networks on the ring keep at most two modes at a time`() throws {
    let found = try measures(quick, steps: 1_500)
    #expect((found["modesReached"] ?? 9) <= 2, "\(found)")
  }

  @Test func `looking ahead reaches more modes than not looking`() throws {
    let unrolled = try measures(quick + [("unrollSteps", .number(8))], steps: 1_500)
    #expect((unrolled["modesReached"] ?? 0) >= 4, "\(unrolled)")
  }

  @Test func `consensus reaches the ring where the plain game hops`() throws {
    let plain = try measures([], of: .stabilisers, steps: 1_500)
    let agreed = try measures([("consensus", .number(1))], of: .stabilisers, steps: 1_500)
    #expect((plain["modesReached"] ?? 9) <= 2, "\(plain)")
    #expect((agreed["modesReached"] ?? 0) >= 6, "\(agreed)")
  }

  @Test func `D that judges two points at once reaches the ring`() throws {
    let found = try measures([("packing", .number(2))], of: .minibatchFeatures, steps: 2_000)
    #expect((found["modesReached"] ?? 0) >= 6, "\(found)")
  }

  @Test func `ten updates of D for one of G are ahead at equal work`() throws {
    let once = try measures([], of: .balance, steps: 2_000)
    let often = try measures([("discriminatorSteps", .number(10))], of: .balance, steps: 500)
    #expect((often["modeTV"] ?? 1) < (once["modeTV"] ?? 0), "\(once) \(often)")
  }

  @Test func `a label a mode holds the ring, and one that nobody reads does not`() throws {
    let told = try measures([("labels", .choice("conditional"))], of: .labels, steps: 1_000)
    #expect(told["modesReached"] == 8 && (told["highQuality"] ?? 0) > 0.8, "\(told)")
    let unread = try measures(
      [("labels", .choice("auxiliary")), ("labelWeight", .number(0))], of: .labels, steps: 1_000)
    #expect((unread["modesReached"] ?? 8) <= 3, "\(unread)")
    #expect((unread["classKept"] ?? 1) < 0.4, "\(unread)")
  }
}
