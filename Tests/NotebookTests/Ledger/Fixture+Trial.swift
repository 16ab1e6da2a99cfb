import Adversarial
import Experiments
import Foundation
import Notebook

extension Fixture {
  /// A page whose trial trains two small games and looks at how many measurements there were.
  static func trialPage(rule: String = "count", steps: Int = 300, rate: Double = 1e-6) -> Experiment
  {
    let trial = Trial(
      rule: rule, quantity: "steps seen", steps: steps, quick: (200, "everything"),
      arms: [
        .init("as it is"), .init("slow", [.init("discriminatorLearningRate", .number(rate))]),
      ], published: [.init("a table", "2")]
    ) { evidence in
      let isApart =
        evidence.value("discriminatorCost", arm: 0) != evidence.value("discriminatorCost", arm: 1)
      return Finding(
        holds: isApart && evidence.arms[0].map(\.step) == evidence.arms[1].map(\.step),
        number: evidence.arms.joined().reduce(0) { $0 + $1["generatorCost"] },
        words: "\(evidence.arms[0].count) measurements")
    }
    return Experiment(
      page.name, title: page.title, chapter: page.chapter, section: page.section,
      figure: page.figure, claim: page.claim, watch: page.watch, text: [], equations: [],
      hyperparameters: page.hyperparameters, trial: trial, design: page.design)
  }

  static func found(
    _ page: Experiment, seed: UInt64, isQuick: Bool = false, _ finding: Finding
  ) -> LedgerFinding {
    let key = page.trial?.key(on: page) ?? ""
    return LedgerFinding(
      .init(page: page.name, trial: key, seed: seed, isQuick: isQuick), finding, date: "now")
  }

  static func entry(_ findings: [(UInt64, Finding)]) throws -> LedgerEntry {
    let page = trialPage()
    let ledger = Ledger(findings.map { found(page, seed: $0.0, $0.1) })
    guard let entry = ledger.entry(page) else { throw SeedError("no entry") }
    return entry
  }

  static func court(_ notebook: String?, jobs: Int = 2, date: String = "now") -> TrialCourt {
    let store = notebook.map { LedgerStore(notebook: $0, product: "test") }
    return TrialCourt(jobs: jobs, store: store, date: { date })
  }

  /// Waits until the court's threads have gone home.
  static func reports(_ court: TrialCourt) -> [TrialCourt.Report] {
    while !court.isIdle { Thread.sleep(forTimeInterval: 0.005) }
    return court.reports()
  }

  /// The findings among reports, by seed.
  static func findings(_ reports: [TrialCourt.Report]) -> [LedgerFinding] {
    reports.compactMap { if case .found(let found) = $0 { found } else { nil } }
      .sorted { $0.place.seed < $1.place.seed }
  }
}
