import Adversarial
import Experiments
import Notebook
import Testing

/// Games of a trial that fork from a common state, or end before the others.
@Suite struct ArmRunTests {
  private func evidence(_ arm: Trial.Arm, steps: Int = 400) throws -> ArmEvidence {
    let run = try ArmRun(arm, of: Experiment.stabilisers, seed: 5, steps: steps, threads: 1)
    while run.advance() {}
    return run.evidence
  }

  private static let small: [Trial.Knob] = [
    .init("generatorWidth", .number(8)), .init("discriminatorWidth", .number(8)),
    .init("batch", .number(16)), .init("r1", .number(1)),
  ]

  private func costs(_ evidence: ArmEvidence) -> [Double] {
    evidence.rows.map { $0["discriminatorCost"] }
  }

  @Test func `two arms that differ in a turn are one game up to it, to the bit`() throws {
    let kept = try evidence(.init("on", Self.small))
    let off = Trial.Turn(at: 200, .init("r1", .number(0)))
    let turned = try evidence(.init("off", Self.small, turns: [off]))
    #expect(kept.rows.map(\.step) == [100, 200, 300, 400] && turned.steps == 400)
    #expect(costs(kept).prefix(2) == costs(turned).prefix(2))
    #expect(costs(kept)[2] != costs(turned)[2])
  }

  @Test func `a turn at the start is a knob, and one that changes nothing is none`() throws {
    let first = Trial.Turn(at: 0, .init("generatorLearningRate", .number(1e-2)))
    let turned = try evidence(.init("turned", Self.small, turns: [first]))
    let set = try evidence(.init("set", Self.small + [first.knob]))
    #expect(costs(turned) == costs(set))
    let same = Trial.Turn(at: 150, .init("r1", .number(1)))
    #expect(
      costs(try evidence(.init("same", Self.small, turns: [same])))
        == costs(try evidence(.init("plain", Self.small))))
  }

  @Test func `a turn that can't be made is refused before anything is trained`() throws {
    let unknown = Trial.Turn(at: 10, .init("r3", .number(1)))
    let error = #expect(throws: DesignError.self) {
      try evidence(.init("unknown", Self.small, turns: [unknown]))
    }
    #expect(error?.description.contains("r3") == true)
    let other = Trial.Turn(at: 10, .init("generator", .choice("gaussian")))
    let kind = #expect(throws: DesignError.self) {
      _ = try ArmRun(
        .init("other", [], turns: [other]), of: Experiment.costFunctions, seed: 1, steps: 20,
        threads: 1)
    }
    #expect(
      kind?.description
        == "the trial of 'cost-functions': 'generator' chooses another kind of game, which "
        + "can't be turned to at step 10")
  }

  @Test func `a game may end before the others, and each seed is judged when all are over`()
    throws
  {
    let page = Fixture.trialPage()
    let trial = try #require(page.trial)
    let short = Trial(
      rule: "another", quantity: trial.quantity, steps: 300, quick: (200, ""),
      arms: [trial.arms[0], .init("short", trial.arms[1].knobs, steps: 100)], published: []
    ) { evidence in
      let steps = evidence.arms.map { $0.last?.step ?? 0 }
      return Finding(holds: steps == [300, 100], number: 0, words: "\(steps)")
    }
    let other = Experiment(
      page.name, title: "", chapter: page.chapter, section: "", figure: "", claim: "", watch: "",
      text: [], equations: [], hyperparameters: page.hyperparameters, trial: short,
      design: page.design)
    let court = Fixture.court(nil)
    try court.add([other], seeds: [1], isQuick: false)
    let found = Fixture.findings(Fixture.reports(court))
    #expect(found.map(\.finding.holds) == [true], "\(found)")
    #expect(court.progress.games.map(\.steps) == [300, 100])
  }

  // MARK: What is kept

  @Test func `turns, last steps and the quorum are part of a trial's key`() {
    let page = Fixture.trialPage()
    func key(_ arm: Trial.Arm, _ quorum: Quorum = .everySeed) -> String {
      Trial(
        rule: "r", quantity: "q", steps: 300, quick: (200, ""), arms: [arm], published: [],
        quorum: quorum
      ) { _ in Finding(holds: nil, number: 0, words: "") }.key(on: page)
    }
    let turn = Trial.Turn(at: 100, .init("discriminatorLearningRate", .number(1e-6)))
    let later = Trial.Turn(at: 200, turn.knob)
    let keys = [
      key(.init("a")), key(.init("a", turns: [turn])), key(.init("a", turns: [later])),
      key(.init("a", steps: 100)), key(.init("a"), .fourOfFive),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(key(.init("a"), Quorum(held: 1, failed: 1)) == keys[0])
  }
}
