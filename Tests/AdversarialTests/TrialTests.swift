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

  // MARK: Many arms

  /// What a page's rule makes of given values: for each arm one number for each name, at every
  /// hundredth step.
  private func finding(_ page: Experiment, _ arms: [[String: Double]]) throws -> Finding {
    let trial = try #require(page.trial)
    #expect(arms.count == trial.arms.count)
    let rows = arms.map { arm in
      stride(from: 100, through: trial.steps, by: 100).map { step in
        let pairs = arm.sorted { $0.key < $1.key }
        return Evidence.Row(step: step, names: pairs.map(\.key), values: pairs.map(\.value))
      }
    }
    return trial.judge(Evidence(arms: rows, diverged: arms.map { _ in nil }))
  }

  @Test func `friction that holds no modes is refuted, and one that does is not`() throws {
    for (held, expected) in [(7.5, true), (2, false)] as [(Double, Bool)] {
      let arms = (0..<21).map { ["modesStrict": (1...3).contains($0) ? held : 1] }
      let found = try finding(.stabilisers, arms)
      #expect(found.holds == expected && found.number == held && found.rows.count == 21)
    }
    let some = (0..<21).map { ["modesStrict": $0 == 1 ? 8.0 : 1] }
    #expect(try finding(.stabilisers, some).holds == nil)
  }

  @Test func `minibatch features that hold no modes are refuted`() throws {
    let none = try finding(
      .minibatchFeatures, Array(repeating: ["modesStrict": 2], count: 5))
    #expect(none.holds == false && none.number == 2)
    let all = try finding(
      .minibatchFeatures, [["modesStrict": 1]] + Array(repeating: ["modesStrict": 8], count: 4))
    #expect(all.holds == true)
  }

  @Test func `a gain from more D steps refutes that there is none`() throws {
    func games(_ best: Double) -> [[String: Double]] {
      [["modeTV": 0.5], ["modeTV": best]] + Array(repeating: ["modeTV": 0.6], count: 4)
    }
    #expect(try finding(.balance, games(0.2)).holds == false)
    #expect(try finding(.balance, games(0.48)).holds == true)
  }

  @Test func `D that is off the ratio in the plane alone refutes that it comes to it`() throws {
    func games(_ line: Double, _ plane: Double) -> [[String: Double]] {
      [line, plane, 0.01].map { ["optimumGap": $0] }
    }
    #expect(try finding(.optimalDiscriminator, games(0.01, 0.02)).holds == true)
    let off = try finding(.optimalDiscriminator, games(0.01, 0.2))
    #expect(off.holds == false && off.number == 0.2 && off.rows.count == 3)
    #expect(try finding(.optimalDiscriminator, games(0.05, 0.02)).holds == nil)
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

  @Test func `costs that pull alike are refuted`() throws {
    func pulls(_ minimax: Double, _ top: Double) -> [[String: Double]] {
      Array(
        repeating: [
          "minimaxPull": minimax, "nonSaturatingPull": 1, "maximumLikelihoodTopShare": top,
          "nonSaturatingTopShare": 0.01,
        ], count: 3)
    }
    #expect(try finding(.costFunctions, pulls(0.9, 0.011)).holds == false)
    #expect(try finding(.costFunctions, pulls(0.05, 0.03)).holds == true)
    #expect(try finding(.costFunctions, pulls(0.9, 0.03)).holds == nil)
  }

  @Test func `neighbours that matter little under batch norm refute it`() throws {
    func shares(_ own: [Double], _ other: Double) -> [[String: Double]] {
      let free = Array(repeating: other, count: 3)
      return (free + own + free + free).map { ["neighbourEffect": $0] }
    }
    #expect(try finding(.batchNormalization, shares([0.3, 0.1, 0.02], 0)).holds == true)
    #expect(try finding(.batchNormalization, shares([0.03, 0.02, 0.01], 0)).holds == false)
    #expect(try finding(.batchNormalization, shares([0.3, 0.1, 0.02], 0.2)).holds == false)
    #expect(try finding(.batchNormalization, shares([0.1, 0.3, 0.02], 0)).holds == nil)
  }

  @Test func `labels that gain nothing are refuted`() throws {
    func games(_ labelled: [Double]) -> [[String: Double]] {
      ([0.1] + labelled + [1, 1]).map { ["highQuality": $0, "modesStrict": 1] }
    }
    #expect(try finding(.labels, games([0.9, 0.8, 0.3])).holds == true)
    #expect(try finding(.labels, games([0.9, 0.15, 0.05])).holds == false)
    let two = try finding(.labels, games([0.9, 0.8, 0.15]))
    #expect(two.holds == nil && abs(two.number - 0.05) < 1e-9 && two.rows.count == 6)
  }

  @Test func `solutions that do not hold are refuted`() throws {
    func games(_ gap: Double, _ angle: Double) -> [[String: Double]] {
      let end = 2.0
      return [
        ["optimumGap": gap], ["x": cos(end), "y": sin(end), "radius": 1.001],
        ["klExcess": 1, "angleOptimal": angle, "ratioOptimal": 1],
      ]
    }
    #expect(try finding(.exercises, games(0.01, 0)).holds == true)
    #expect(try finding(.exercises, games(0.01, 20)).holds == false)
    #expect(try finding(.exercises, games(0.5, 0)).holds == false)
    let unsure = try finding(.exercises, games(0.06, 0))
    #expect(unsure.holds == nil && abs(unsure.number - 2) < 1e-9)
  }

  @Test func `a game that diverged is a row of the table`() throws {
    let trial = try #require(Experiment.stabilisers.trial)
    let row = Evidence.Row(step: 100, names: ["modesStrict"], values: [8])
    let found = trial.judge(
      Evidence(
        arms: trial.arms.map { _ in [row] },
        diverged: trial.arms.indices.map { $0 == 5 ? 300 : nil }))
    #expect(trial.judgesDivergence && found.rows[5].words == "diverged at 300")
    #expect(found.holds == true)
  }
}
