import Experiments
import Foundation
import Testing

@testable import Adversarial

/// Each page's rule can come out either way: runs that must be refuted are, and by the rule alone.
@Suite struct TrialTests {
  private typealias Changes = [(String, Setting)]

  /// Small networks and wide modes, so that a trial fits a test.
  private static let quick: Changes = [
    ("noiseDimension", .number(16)), ("generatorWidth", .number(64)),
    ("discriminatorWidth", .number(64)), ("batch", .number(128)), ("deviation", .number(0.1)),
    ("generatorLearningRate", .number(1e-3)), ("discriminatorLearningRate", .number(1e-3)),
  ]

  /// What the trial of a page says of games with other knobs than its own.
  private func finding(
    _ page: Experiment, _ arms: [Changes], steps: Int
  ) throws -> Finding {
    let trial = try #require(page.trial)
    let rows = try arms.map { try self.rows(page, $0, steps: steps) }
    return trial.judge(Evidence(arms: rows, diverged: arms.map { _ in nil }))
  }

  private func rows(
    _ page: Experiment, _ changes: Changes, steps: Int
  ) throws -> [Evidence.Row] {
    var settings = Settings(page.hyperparameters)
    for (name, setting) in changes { try settings.set(name, to: setting) }
    let session = try page.design(settings).begin(
      settings: settings, seed: 1, threads: 2)
    var rows: [Evidence.Row] = []
    for _ in 0..<steps {
      session.advance()
      guard session.step.isMultiple(of: 100) else { continue }
      let measures = session.measurements()
      rows.append(
        Evidence.Row(
          step: session.step, names: session.curveList.map(\.name) + measures.map(\.name),
          values: session.curves.map(Double.init) + measures.map(\.value)))
    }
    return rows
  }

  @Test func `at most two modes at a time is refuted by the tanh networks`() throws {
    let tanh: Changes = [
      ("activation", .choice("tanh")), ("schedule", .choice("alternating")),
      ("discriminatorLayers", .number(2)), ("inputScale", .number(1)), ("gain", .number(1.4)),
    ]
    let found = try finding(.modeCollapse, [Self.quick + tanh], steps: 2_500)
    #expect(found.holds == false && found.number > 2, "\(found)")
  }

  @Test func `smoothing that smooths nothing is refuted`() throws {
    let small: Changes = [
      ("generatorWidth", .number(32)), ("discriminatorWidth", .number(32)),
      ("batch", .number(64)),
    ]
    let same = try finding(.labelSmoothing, [small, small, small], steps: 400)
    #expect(same.holds == false && same.number == 1, "\(same)")
    let wrongWay = try finding(
      .labelSmoothing, [small + [("realTarget", .number(0.7))], small, small], steps: 400)
    #expect(wrongWay.holds == false && wrongWay.number > 1, "\(wrongWay)")
  }

  /// The rule asks for 20,000 steps before it says no: the quick game's steps are counted tenfold.
  @Test func `looking ahead by no step is refuted`() throws {
    let trial = try #require(Experiment.unrolledGAN.trial)
    let plain = try rows(.unrolledGAN, Self.quick, steps: 2_000).map { row in
      Evidence.Row(
        step: 10 * row.step, names: ["modesStrict"], values: [row["modesStrict"]])
    }
    let found = trial.judge(Evidence(arms: [plain, plain], diverged: [nil, nil]))
    #expect(found.holds == false && found.number <= 4, "\(found)")
  }

  @Test func `D too small for the ratio refutes that it comes to it`() throws {
    let small: Changes = [
      ("discriminatorWidth", .number(2)), ("discriminatorLayers", .number(1)),
      ("batch", .number(64)),
    ]
    let ring: Changes = [("dimension", .number(2)), ("modes", .number(8))]
    let found = try finding(.optimalDiscriminator, [small, small + ring, small], steps: 400)
    #expect(found.holds == false, "\(found)")
  }

  /// A G that is the data leaves nothing for D to win by: all samples weigh alike.
  @Test func `costs that take alike of every sample are refuted by G that is the data`() throws {
    func game(_ generator: String) -> Changes {
      [
        ("generator", .choice(generator)), ("discriminatorLayers", .number(2)),
        ("inputScale", .number(1)), ("batch", .number(256)),
      ]
    }
    // The rule looks at the first alone.
    let others = Array(repeating: [("batch", .number(16))] as Changes, count: 4)
    let same = try finding(.costFunctions, [game("data")] + others, steps: 500)
    #expect(same.holds == false && same.number < 0.05, "\(same)")
    let wide = try finding(.costFunctions, [game("gaussian")] + others, steps: 500)
    #expect(wide.holds != false && wide.number > 3 * same.number, "\(wide)")
  }
}
