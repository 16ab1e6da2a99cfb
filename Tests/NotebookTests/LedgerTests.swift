import Adversarial
import Experiments
import Notebook
import Testing

@Suite struct LedgerTests {
  private func finding(_ holds: Bool?, _ number: Double = 1) -> Finding {
    Finding(holds: holds, number: number, words: "")
  }

  @Test func `a verdict needs every seed`() {
    #expect(Verdict([]) == .undecided)
    #expect(Verdict([finding(true), finding(true)]) == .reproduced)
    #expect(Verdict([finding(false), finding(false)]) == .refuted)
    #expect(Verdict([finding(true), finding(false)]) == .undecided)
    #expect(Verdict([finding(true), finding(nil)]) == .undecided)
  }

  @Test func `numbers are given with median and range, and holes are left out`() throws {
    let page = Experiment.modeCollapse
    let entry = LedgerEntry(
      page, try #require(page.trial),
      findings: [(3, finding(true, 5)), (1, finding(true, 1)), (2, finding(nil, .nan))],
      isQuick: false)
    #expect(entry.numbers?.median == 3)
    #expect(entry.numbers?.least == 1 && entry.numbers?.most == 5)
    #expect(entry.findings.map(\.seed) == [1, 2, 3])
    #expect(entry.verdict == .undecided)
  }

  /// Evidence of one measure at every hundredth step.
  private func evidence(_ name: String, _ arms: [[Double]]) -> Evidence {
    Evidence(
      arms: arms.map { values in
        values.enumerated().map {
          Evidence.Row(step: ($0 + 1) * 100, names: [name], values: [$1])
        }
      }, diverged: arms.map { _ in nil })
  }

  @Test func `few modes at a time can hold and can fail`() throws {
    let trial = try #require(Experiment.modeCollapse.trial)
    let collapsed = Array(repeating: 1.0, count: 95) + Array(repeating: 2.0, count: 5)
    #expect(trial.judge(evidence("modesReached", [collapsed])).holds == true)
    let spread = Array(repeating: 1.0, count: 50) + Array(repeating: 8.0, count: 50)
    let refuted = trial.judge(evidence("modesReached", [spread]))
    #expect(refuted.holds == false && refuted.number == 8)
    #expect(trial.judge(evidence("modesReached", [[1, 1]])).holds == nil, "too short to tell")
  }

  @Test func `looking ahead can cover, fail to, or leave it open`() throws {
    let trial = try #require(Experiment.unrolledGAN.trial)
    func judged(_ plain: Double, _ ahead: Double, rows: Int = 120) -> Bool? {
      trial.judge(
        evidence(
          "modesStrict",
          [Array(repeating: plain, count: rows), Array(repeating: ahead, count: rows)])
      ).holds
    }
    #expect(judged(1, 8) == true)
    #expect(judged(1, 3) == false)
    #expect(judged(1, 6) == nil)
    #expect(judged(8, 8) == nil, "a plain game that covers too says nothing of looking ahead")
    #expect(judged(1, 3, rows: 30) == nil, "a quick trial cannot refute")
  }

  @Test func `a trial trains its arms and judges what they yield`() throws {
    let trial = Trial(
      rule: "", quantity: "", steps: 300, quick: (200, "everything"),
      arms: [
        .init("as it is"), .init("no target", [.init("discriminatorLearningRate", .number(1e-6))]),
      ], published: []
    ) { evidence in
      let counts = evidence.arms.map { Double($0.count) }
      let steps = evidence.arms.map { $0.map(\.step) }
      return Finding(
        holds: steps[0] == [100, 200] && steps[1] == steps[0]
          && evidence.value("discriminatorCost", arm: 0)
            != evidence.value("discriminatorCost", arm: 1),
        number: counts[0], words: "")
    }
    let run = try TrialRun(
      page: Fixture.page, trial: trial, seed: 1, isQuick: true, threads: 1)
    while try run.advance() {}
    #expect(run.progress.done == 400 && run.progress.of == 400)
    #expect(run.finding == Finding(holds: true, number: 2, words: ""))
  }

  @Test func `a game that diverges cannot tell`() throws {
    let trial = Trial(
      rule: "", quantity: "", steps: 200, quick: (200, ""),
      arms: [.init("too fast", [.init("discriminatorLearningRate", .number(1))])], published: []
    ) { _ in Finding(holds: true, number: 0, words: "") }
    let page = Fixture.page
    let run = try TrialRun(page: page, trial: trial, seed: 1, isQuick: false, threads: 1)
    while try run.advance() {}
    // Whether this game diverges is the game's affair; the two answers must not be mixed up.
    #expect((run.finding.holds == nil) == run.finding.words.contains("diverged"))
  }
}
