import Adversarial
import Experiments
import Notebook
import Testing

@testable import Workbench

@Suite struct ReportTrialTests {
  private static let batches: [Double] = [16, 32]

  /// A page that claims how many rows its two arms have, and who has more.
  private static let page: Experiment = {
    let arms = batches.map { Trial.Arm("batch \(Int($0))", [.init("batch", .number($0))]) }
    let small = Fixture.smallPage
    return Experiment(
      small.name, title: small.title, chapter: small.chapter, section: small.section,
      figure: small.figure, claim: small.claim, watch: "", text: [], equations: [],
      hyperparameters: small.hyperparameters,
      trial: Trial(
        rule: "Two rows each.", quantity: "rows", steps: 200, quick: (100, "nothing"), arms: arms,
        published: [.init("A paper", "a row")]
      ) { evidence in
        let rows = evidence.arms.map { $0.map(\.step) }
        let costs = [0, 1].map { evidence.value("generatorCost", arm: $0) }
        return Finding(
          holds: rows == [[100, 200], [100, 200]] && costs[0] != costs[1], number: costs[1],
          words: "rows at \(rows[1])")
      },
      design: small.design)
  }()

  private func report(_ twins: [Double], steps: Int, _ deeds: [StampedCommand] = []) throws
    -> Report
  {
    let run = try Run(
      experiment: Self.page, preset: Fixture.smallPreset(steps: steps, twins: twins), threads: 1)
    var table = RunTable()
    while run.step < steps {
      run.replay(
        Array(deeds.filter { $0.step <= run.step }.dropFirst(run.commands.count)),
        to: run.step + 1)
      if run.step.isMultiple(of: 50) { table.take(run.moment(fieldColumns: 0, fieldRows: 0)) }
    }
    return Report(run, steps: [], table: table)
  }

  @Test func `the run of the trial is judged, each arm by its own column`() throws {
    let report = try report([32, 16], steps: 220)
    let finding = try #require(report.finding)
    #expect(finding.holds == true && finding.words == "rows at [100, 200]")
    let first = try #require(report.table.series("generatorCost")?[3])
    #expect(finding.number == first, "the arm of 32 rows is the first column")
    #expect(
      report.trialSentences == [
        "Rule: Two rows each.", "This run: rows at [100, 200]: the claim holds for seed 7.",
        "Published, A paper: a row.",
      ])
    #expect(report.markdown().contains("- This run: rows at \\[100, 200\\]: the claim holds"))
  }

  @Test func `another run is not judged`() throws {
    #expect(try report([16, 8], steps: 200).finding == nil, "other knobs")
    #expect(try report([16, 32], steps: 150).finding == nil, "too short")
    let turned = StampedCommand(step: 20, command: .set(name: "batch", setting: .number(4)))
    #expect(try report([16, 32], steps: 200, [turned]).finding == nil, "a knob was turned")
  }
}
