import Experiments
import Foundation
import Testing

@testable import Adversarial

/// The rules of trials with many arms, on given values: each can hold, fail and leave it open.
@Suite struct TrialRuleTests {
  /// What a page's rule makes of given values: for each arm one number for each name, at every
  /// hundredth step up to the arm's last.
  private func finding(
    _ page: Experiment, _ arms: [(Int) -> [String: Double]]
  ) throws -> Finding {
    let trial = try #require(page.trial)
    #expect(arms.count == trial.arms.count)
    let rows = zip(trial.arms, arms).map { arm, values in
      stride(from: 100, through: arm.steps ?? trial.steps, by: 100).map { step in
        let pairs = values(step).sorted { $0.key < $1.key }
        return Evidence.Row(step: step, names: pairs.map(\.key), values: pairs.map(\.value))
      }
    }
    return trial.judge(Evidence(arms: rows, diverged: arms.map { _ in nil }))
  }

  private func finding(_ page: Experiment, _ arms: [[String: Double]]) throws -> Finding {
    try finding(page, arms.map { values in { _ in values } })
  }

  // MARK: stabilisers

  /// Games of which the first two hold all modes from these steps on, and of which R1's and the
  /// one without it end with so many modes and so much quality.
  private func friction(
    plain: Int?, own: Int?, kept: (Double, Double) = (8, 0.9), off: (Double, Double) = (8, 0.9)
  ) throws -> Finding {
    func game(_ found: Int?, _ end: (modes: Double, quality: Double)) -> (Int) -> [String: Double] {
      { step in
        let modes = step > 6_000 ? end.modes : found.map { step >= $0 ? 8 : 1 } ?? 1
        return ["modesStrict": modes, "highQuality": step > 6_000 ? end.quality : 0.5]
      }
    }
    let others = Array(repeating: game(nil, (1, 0)), count: 19)
    return try finding(
      .stabilisers, [game(plain, (1, 0)), game(own, kept)] + others + [game(own, off)])
  }

  @Test(
    arguments: [
      (nil, 2_500, true), (nil, 4_100, nil), (5_000, 2_500, nil), (2_500, 2_500, false),
      (2_000, 3_000, false), (nil, nil, false),
    ] as [(Int?, Int?, Bool?)])
  func `R1 finds the ring first, or it does not`(plain: Int?, own: Int?, holds: Bool?) throws {
    let found = try friction(plain: plain, own: own)
    #expect(found.holds == holds && found.rows.count == 22, "\(found)")
    #expect(own.map { found.number == Double($0) } ?? found.number.isNaN)
  }

  @Test(
    arguments: [
      (8, 0.9, false), (7.6, 0.62, false), (7, 0.9, true), (8, 0.6, true), (7.4, 0.7, nil),
    ] as [(Double, Double, Bool?)])
  func `what R1 has found is kept without it, or lost`(
    modes: Double, quality: Double, holds: Bool?
  ) throws {
    let found = try friction(plain: nil, own: 3_000, off: (modes, quality))
    #expect(found.asides == [.init("R1 keeps what plain loses", holds: holds)])
    #expect(found.holds == true, "what is kept does not touch what is found")
    let uncovered = try friction(plain: nil, own: 6_100, off: (modes, quality))
    #expect(uncovered.asides.map(\.holds) == [nil])
  }

  @Test func `a game that diverged is a row of the table`() throws {
    let trial = try #require(Experiment.stabilisers.trial)
    let row = Evidence.Row(step: 100, names: ["modesStrict"], values: [8])
    let found = trial.judge(
      Evidence(
        arms: trial.arms.map { _ in [row] },
        diverged: trial.arms.indices.map { $0 == 5 ? 300 : nil }))
    #expect(trial.judgesDivergence && found.rows[5].words.hasPrefix("diverged at 300"))
    #expect(found.holds == false, "the plain game is no later")
  }

  // MARK: balance

  /// Mode TV of k = 1 at D's three rates, and of k = 2 and 5 at the first and k = 2 at the third.
  private func balance(_ minimax: [Double], _ other: [Double]) throws -> Finding {
    try finding(
      .balance, (minimax + other + [0.9, 0.9, 0.9]).map { ["modeTV": $0, "generatorCost": 0] })
  }

  @Test func `k > 1 beside a D of the right rate may gain nothing, or be ahead`() throws {
    // As an independent implementation found it.
    let (minimax, other) = (
      [0.90, 0.57, 0.16, 0.35, 0.34, 0.18], [0.91, 0.5, 0.15, 0.42, 0.45, 0.16]
    )
    let none = try balance(minimax, other)
    #expect(none.holds == true && none.cases == .init(held: 2, failed: 0, of: 2), "\(none)")
    #expect(abs(none.number + 0.01) < 1e-9 && none.rows.count == 15)
    // The same games where D's rate is frozen: it is k's gain alone.
    func frozen(_ values: [Double]) -> [Double] {
      [values[0], values[0], values[0], values[3], values[4], values[3]]
    }
    let ahead = try balance(frozen(minimax), frozen(other))
    #expect(ahead.holds == false && abs(ahead.number - 0.56) < 1e-9, "\(ahead)")
    let one = try balance(minimax, frozen(other))
    #expect(one.holds == nil && one.cases == .init(held: 1, failed: 1, of: 2))
  }

  @Test func `games are compared at equal work`() throws {
    let trial = try #require(Experiment.balance.trial)
    #expect(
      trial.arms.prefix(6).map { $0.steps ?? 0 } == [4_000, 4_000, 4_000, 3_000, 1_714, 3_000])
    // k = 5 is at 0.1 in the second half of its own steps, k = 1 at 0.9 until step 2 000.
    let early = ["modeTV": 0.9]
    func game(_ arm: Int) -> (Int) -> [String: Double] {
      { step in step >= (arm % 6 == 4 ? 857 : 2_000) && arm < 12 ? ["modeTV": 0.1] : early }
    }
    let found = try finding(.balance, (0..<15).map(game))
    #expect(abs(found.rows[4].number - 0.1) < 1e-9 && abs(found.rows[0].number - 0.1) < 1e-9)
  }

  // MARK: Other pages

  @Test func `minibatch features that hold no modes are refuted`() throws {
    let none = try finding(
      .minibatchFeatures, Array(repeating: ["modesStrict": 2], count: 5))
    #expect(none.holds == false && none.number == 2)
    let all = try finding(
      .minibatchFeatures, [["modesStrict": 1]] + Array(repeating: ["modesStrict": 8], count: 4))
    #expect(all.holds == true)
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

  @Test func `costs that take alike of every sample are refuted`() throws {
    func slopes(
      rejected: Double, top: Double, effective: Double, other: Double = 0.95
    ) throws -> Bool? {
      let values = [
        "rejectedPull": rejected, "maximumLikelihoodSlopeTopShare": top,
        "maximumLikelihoodSlopeEffective": effective, "nonSaturatingSlopeEffective": other,
      ]
      return try finding(.costFunctions, Array(repeating: values, count: 5)).holds
    }
    // With D* and N(0, 1.5²).
    #expect(try slopes(rejected: 0.01, top: 0.497, effective: 0.029) == true)
    // With G = data.
    #expect(try slopes(rejected: 1, top: 0.01, effective: 1, other: 1) == false)
    #expect(try slopes(rejected: 0.01, top: 0.04, effective: 0.05) == false)
    #expect(try slopes(rejected: 0.01, top: 0.15, effective: 0.08) == nil)
    #expect(try slopes(rejected: 0.5, top: 0.497, effective: 0.029) == nil)
    #expect(try slopes(rejected: 0.01, top: 0.497, effective: 0.029, other: 0.3) == nil)
    #expect(try slopes(rejected: .nan, top: 0.01, effective: 1) == nil)
  }

  @Test func `neighbours whose share does not fall as 1/n refute the closed form`() throws {
    func shares(_ own: [Double], _ other: Double) throws -> Bool? {
      let free = Array(repeating: other, count: 3)
      return try finding(
        .batchNormalization, (free + own + free + free).map { ["neighbourEffect": $0] }
      ).holds
    }
    #expect(try shares([0.342, 0.089, 0.023], 0) == true, "one layer of Gaussian units")
    #expect(try shares([0.3, 0.3, 0.3], 0) == false, "a share that does not fall")
    #expect(try shares([0.3, 0.02, 0.001], 0) == false, "one that falls as 1/n²")
    #expect(try shares([0.08, 0.02, 0.005], 0) == false, "too little at 4")
    #expect(try shares([0.342, 0.089, 0.023], 0.2) == false, "neighbours without batch norm")
    #expect(try shares([0.342, 0.089, 0.023], 1e-5) == nil, "not exactly none")
    #expect(try shares([0.342, 0.15, 0.06], 0) == nil)
  }

  @Test func `D(x) that falls by a alone does not hold that D is tamed`() throws {
    func games(_ logits: [Double]) throws -> Finding {
      try finding(
        .labelSmoothing,
        zip(logits, [0.8, 0.72, 0.75]).map { ["largestLogit": $0, "realProbability": $1] })
    }
    #expect(try games([4, 3, 2]).holds == true)
    #expect(try games([4, 4, 2]).holds == false)
    #expect(try games([4, 3.9, 2]).holds == nil)
    #expect(try games([4, 3, 2]).words.contains("D(x)/a 0.8 → 0.8"))
  }

  @Test func `labels gain almost always, in half of the ways, or between`() throws {
    func games(_ labelled: [Double]) throws -> Finding {
      try finding(
        .labels, ([0.1] + labelled + [1, 1]).map { ["highQuality": $0, "modesStrict": 1] })
    }
    let all = try games([0.9, 0.8, 0.3, 0.25])
    #expect(all.holds == true && all.cases == .init(held: 4, failed: 0, of: 4))
    #expect(try games([0.9, 0.8, 0.05, 0.15]).holds == false)
    let three = try games([0.9, 0.8, 0.15, 0.3])
    #expect(three.holds == nil && abs(three.number - 0.05) < 1e-9 && three.rows.count == 7)
  }

  /// Five seeds of three or four ways that gain are 17 of 20 cases.
  @Test func `almost always counts cases, not seeds`() throws {
    let trial = try #require(Experiment.labels.trial)
    func verdict(_ held: [Int]) -> Verdict {
      Verdict(
        held.map { count in
          Finding(
            (0..<4).map { $0 < count }, by: trial.quorum, number: 0, words: "")
        }, by: trial.quorum)
    }
    #expect(verdict([4, 3, 4, 3, 3]) == .reproduced)
    #expect(verdict([3, 3, 3, 3, 3]) == .undecided)
    #expect(verdict([2, 2, 2, 2, 2]) == .refuted)
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
}
