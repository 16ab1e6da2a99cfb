import Adversarial
import Notebook
import Testing

@testable import Workbench

@Suite struct ReportTests {
  @Test func `each picture of the filmstrip is the run at that very step`() throws {
    let steps = [0, 40, 41, 91, 150, 151, 260]
    let report = try Fixture.report(steps: steps)
    #expect(report.film.map(\.step) == steps)
    for moment in report.film {
      let alone = try Run(
        experiment: Fixture.smallPage, preset: Fixture.smallPreset(), threads: 1)
      alone.replay(Fixture.deeds.filter { $0.step < moment.step }, to: moment.step)
      let expected = alone.moment(fieldColumns: 32, fieldRows: 32)
      let planes = try [moment, expected].map { moment -> Plane in
        guard case .plane(let plane) = moment.columns[0].picture else {
          throw DesignError("no plane")
        }
        return plane
      }
      #expect(planes[0].generated == planes[1].generated, "step \(moment.step)")
      #expect(planes[0].real == planes[1].real && planes[0].field == planes[1].field)
      #expect(moment.columns[0].settings == expected.columns[0].settings)
    }
  }

  @Test func `by default there are six pictures, from the start to the end`() {
    #expect(Report.defaultSteps(of: 25_000) == [0, 5_000, 10_000, 15_000, 20_000, 25_000])
    #expect(Report.defaultSteps(of: 7) == [0, 1, 3, 4, 6, 7])
  }

  @Test func `a short run has each step once, and steps beyond the end are left out`() throws {
    let preset = Fixture.smallPreset(steps: 2)
    #expect(try Fixture.report(preset, []).film.map(\.step) == [0, 1, 2])
    #expect(try Fixture.report(preset, [], steps: [2, 0, 9, 2]).film.map(\.step) == [0, 2])
  }

  @Test func `writing about a run changes nothing of it`() throws {
    let (run, table) = try Fixture.lived()
    let before = (run.fingerprints, run.step, run.commands)
    let first = Report(run, table: table)
    #expect(run.fingerprints == before.0 && run.step == before.1 && run.commands == before.2)
    let again = Report(run, table: table)
    #expect(first.markdown() == again.markdown() && first.jsonText == again.jsonText)
    #expect(first.picture == again.picture && first.plainText == again.plainText)
  }

  @Test func `changes say what stood there before`() throws {
    #expect(
      try Fixture.report().changes == [
        .init(step: 40, words: "D learning rate 1e-3 → 3e-3"),
        .init(step: 90, words: "one step of G alone"),
        .init(step: 150, words: "batch 16 → 24"),
      ])
  }

  @Test func `changes of a twin name the column`() throws {
    let report = try Fixture.report(
      Fixture.smallPreset(steps: 30),
      [
        StampedCommand(step: 10, command: .twin(of: 0)),
        StampedCommand(step: 12, command: .set(name: "batch", setting: .number(8), column: 1)),
        StampedCommand(step: 14, command: .set(name: "batch", setting: .number(4))),
      ])
    #expect(
      report.changes.map(\.words) == [
        "column 2, a twin of column 1", "batch 16 → 8 in column 2", "batch 16, 8 → 4",
      ])
    #expect(report.film.map(\.columns.count) == [1, 1, 2, 2, 2, 2])
  }

  @Test func `marks and notes come from the commands, or from the file`() throws {
    let (run, table) = try Fixture.lived()
    #expect(Report(run, table: table).notes.map(\.step) == [120, 200])
    let other = [Report.Note(step: nil, text: "edited outside")]
    #expect(Report(run, table: table, notes: other).notes == other)
  }
}
