import Experiments
import Foundation
import Notebook
import Testing

@Suite struct TrialCourtTests {
  private func lines(_ name: String, in notebook: String) throws -> [String] {
    String(decoding: try Fixture.read("\(notebook)/ledger/\(name)"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func `findings are the same for any number of threads`() throws {
    let page = Fixture.trialPage()
    let all = try [1, 3].map { jobs in
      let court = Fixture.court(nil, jobs: jobs)
      try court.add([page], seeds: [4, 5], isQuick: false)
      return Fixture.findings(Fixture.reports(court))
    }
    #expect(all[0] == all[1])
    #expect(all[0].map(\.place.seed) == [4, 5])
    #expect(all[0].allSatisfy { $0.finding.holds == true })
    #expect(all[0][0].finding.words == "3 measurements")
    #expect(all[0][0].finding.number != all[0][1].finding.number, "seeds differ")
  }

  @Test func `a game that diverges cannot tell`() throws {
    let court = Fixture.court(nil)
    let page = Fixture.trialPage(rate: 1)
    var divergent = Fixture.divergent
    divergent = Experiment(
      divergent.name, title: "", chapter: page.chapter, section: "", figure: "", claim: "",
      watch: "", text: [], equations: [], hyperparameters: page.hyperparameters,
      trial: page.trial, design: divergent.design)
    try court.add([divergent], seeds: [1], isQuick: false)
    let finding = try #require(Fixture.findings(Fixture.reports(court)).first?.finding)
    #expect(finding.holds == nil)
    #expect(finding.words.hasPrefix("'as it is' diverged at step "))
  }

  @Test func `what is kept is not trained again, and says the same`() throws {
    try Fixture.withFolder { notebook in
      let page = Fixture.trialPage()
      let first = Fixture.court(notebook)
      try first.add([page], seeds: [1, 2], isQuick: false)
      let found = Fixture.findings(Fixture.reports(first))
      #expect(try lines("findings.jsonl", in: notebook).count == 2)
      #expect(try lines("evidence.jsonl", in: notebook).count == 4)

      let second = Fixture.court(notebook, date: "later")
      try second.add([page], seeds: [1, 2, 3], isQuick: false)
      #expect(second.progress.games.filter(\.isKept).count == 4)
      let again = Fixture.findings(Fixture.reports(second))
      #expect(Array(again.prefix(2)) == found, "with their old dates")
      #expect(again.count == 3 && again[2].date == "later")
      #expect(try lines("findings.jsonl", in: notebook).count == 3)
    }
  }

  @Test func `a quick trial is the beginning of a whole one`() throws {
    try Fixture.withFolder { notebook in
      let page = Fixture.trialPage()
      let whole = Fixture.court(notebook)
      try whole.add([page], seeds: [1], isQuick: false)
      _ = Fixture.reports(whole)
      let quick = Fixture.court(notebook)
      try quick.add([page], seeds: [1], isQuick: true)
      #expect(quick.progress.games.allSatisfy { $0.isKept })
      let kept = Fixture.findings(Fixture.reports(quick))
      let fresh = Fixture.court(nil)
      try fresh.add([page], seeds: [1], isQuick: true)
      #expect(Fixture.findings(Fixture.reports(fresh)) == kept)
    }
  }

  @Test func `another rule judges the kept games anew, another game is trained`() throws {
    try Fixture.withFolder { notebook in
      let first = Fixture.court(notebook)
      try first.add([Fixture.trialPage()], seeds: [1], isQuick: false)
      _ = Fixture.reports(first)
      let second = Fixture.court(notebook)
      try second.add([Fixture.trialPage(rule: "another")], seeds: [1], isQuick: false)
      #expect(second.progress.games.map(\.isKept) == [true, true])
      let third = Fixture.court(notebook)
      try third.add([Fixture.trialPage(rate: 1e-5)], seeds: [1], isQuick: false)
      #expect(third.progress.games.map(\.isKept) == [true, false])
      _ = (Fixture.reports(second), Fixture.reports(third))
      #expect(try lines("findings.jsonl", in: notebook).count == 3)
      let fresh = Fixture.court(notebook)
      try fresh.add([Fixture.trialPage()], seeds: [1], isQuick: false, isFresh: true)
      #expect(fresh.progress.games.allSatisfy { !$0.isKept })
      _ = Fixture.reports(fresh)
    }
  }

  @Test func `what is given up comes to no finding, and others do`() throws {
    let long = Fixture.trialPage(steps: 1_000_000)
    let court = Fixture.court(nil, jobs: 1)
    try court.add([long], seeds: [1, 2], isQuick: false)
    court.stop(page: long.name)
    #expect(court.progress.games.isEmpty)
    #expect(Fixture.reports(court).isEmpty)
    try court.add([long], seeds: [1], isQuick: true)
    #expect(Fixture.findings(Fixture.reports(court)).count == 1)
    #expect(court.progress.isOver && court.progress.share() == 1)
  }

  @Test func `a folder that can't be written is told of once`() throws {
    let court = Fixture.court("/dev/null")
    try court.add([Fixture.trialPage()], seeds: [1, 2], isQuick: true)
    let reports = Fixture.reports(court)
    let problems = reports.filter { if case .problem = $0 { true } else { false } }
    #expect(problems.count == 1)
    #expect(Fixture.findings(reports).count == 2)
  }
}
