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

  @Test func `a quorum is a share of all cases, of those that cannot tell too`() {
    func verdict(_ answers: [Bool?]) -> Verdict {
      Verdict(answers.map { finding($0) }, by: .fourOfFive)
    }
    #expect(verdict([]) == .undecided)
    #expect(verdict([true, true, true, true, nil]) == .reproduced)
    #expect(verdict([true, true, true, false, nil]) == .undecided)
    #expect(verdict([false, false, true, false, false]) == .refuted)
    func cases(_ answers: [Bool?]) -> Finding {
      Finding(answers, by: .fourOfFive, number: 0, words: "")
    }
    #expect(cases([true, false]).holds == nil && cases([true, true]).holds == true)
    let seeds = [
      cases([true, true]), cases([true, true]), cases([true, true]), cases([true, false]),
    ]
    #expect(Verdict(seeds, by: .fourOfFive) == .reproduced, "7 of 8 cases")
    #expect(Verdict(seeds) == .undecided)
  }

  @Test func `cases and claims beside are told in words`() throws {
    let one = Finding(
      holds: true, cases: .init(held: 2, failed: 0, of: 2), number: 1, words: "", rows: [],
      asides: [.init("it lasts", holds: false)])
    let other = Finding(
      holds: nil, cases: .init(held: 1, failed: 1, of: 2), number: 1, words: "", rows: [],
      asides: [.init("it lasts", holds: nil)])
    let entry = try Fixture.entry([(1, one), (2, other)])
    #expect(
      entry.statistics?.hasPrefix("holds for 1 of 1 seeds (1 could not tell), in 3 of 4") == true)
    #expect(entry.asides == ["it lasts: undecided, holds for 0 and fails for 1 of 2 seeds"])
    #expect(entry.text.contains("beside it, it lasts: undecided"))
    #expect(entry.json.line.contains(#""cases":{"held":2,"failed":0,"all":2}"#))
    #expect(entry.json.line.contains(#""asides":["it lasts: undecided"#))
  }

  @Test func `numbers are given with median and range, and holes are left out`() throws {
    let entry = try Fixture.entry([
      (3, finding(true, 5)), (1, finding(true, 1)), (2, finding(nil, .nan)),
    ])
    #expect(entry.numbers?.median == 3)
    #expect(entry.numbers?.least == 1 && entry.numbers?.most == 5)
    #expect(entry.findings.map(\.place.seed) == [1, 2, 3])
    #expect(entry.verdict == .undecided)
    #expect(entry.range == "steps seen 3 (median; 1 to 5)")
  }

  @Test func `how little a few seeds say is said exactly`() throws {
    let three = try Fixture.entry((1...3).map { (UInt64($0), finding(true)) })
    let words = try #require(three.statistics)
    // 0.025^(1/3) = 0.2924; 2 · (1/2)³ = 0.25
    #expect(words.contains("3 of 3 seeds") && words.contains("29 to 100 %"))
    #expect(words.contains("p is 0.2500"))
    let mixed = try Fixture.entry([
      (1, finding(true)), (2, finding(false)), (3, finding(nil, .nan)),
    ])
    #expect(mixed.statistics?.contains("1 of 2 seeds (1 could not tell)") == true)
    #expect(try Fixture.entry([(1, finding(nil))]).statistics == nil)
  }

  @Test func `JSON has the fields that it is said to have`() throws {
    let entry = try Fixture.entry([(2, finding(nil, .nan)), (1, finding(true, 1.5))])
    guard case .object(let entries) = entry.json else { return #expect(Bool(false)) }
    #expect(
      entries.map(\.key) == ["page", "claim", "section", "rule", "verdict", "seeds", "published"])
    #expect(
      entry.json.line.contains(
        #""seeds":[{"seed":1,"number":1.5,"words":"","holds":true},"#
          + #"{"seed":2,"number":null,"words":"","holds":null}]"#))
  }

  @Test func `a verdict rests on whole trials where there are any`() throws {
    let page = Fixture.trialPage()
    var ledger = Ledger([
      Fixture.found(page, seed: 1, isQuick: true, Finding(holds: false, number: 1, words: ""))
    ])
    #expect(ledger.entry(page)?.isQuick == true)
    #expect(ledger.entry(page)?.limits == "everything")
    ledger.take(Fixture.found(page, seed: 2, Finding(holds: true, number: 1, words: "")))
    #expect(ledger.entry(page)?.isQuick == false)
    #expect(ledger.entry(page)?.verdict == .reproduced)
    #expect(ledger.freshSeeds(3, of: page, isQuick: false) == [1, 3, 4])
    #expect(ledger.entry(Fixture.trialPage(rule: "another")) == nil, "another rule, no finding")
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
    func judged(_ plain: Double, _ ahead: Double, rows: Int = 200) -> Bool? {
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
}
