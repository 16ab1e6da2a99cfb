import Adversarial
import Notebook
import Testing

@testable import Workbench

@Suite struct ReportCommandTests {
  @Test func `a preset as it is needs its name alone`() throws {
    let report = try Fixture.report(
      Fixture.smallPreset(steps: 5), [],
      origin: .some(
        Fixture.smallPreset(steps: 5)))
    #expect(report.runCommand == "ganbook run ring-small")
    #expect(report.replayCommand == nil && report.remark == nil)
  }

  @Test func `seed, steps and knobs that differ are said`() throws {
    var preset = Fixture.smallPreset(steps: 5, seed: 11)
    try preset.settings.set("batch", to: .number(32))
    let report = try Fixture.report(preset, [], id: "ring-small-3")
    #expect(
      report.runCommand == "ganbook run ring-small --seed 11 --steps 5 --set batch=32")
    #expect(report.replayCommand == "ganbook replay ring-small-3")
  }

  @Test func `changes on the way need the recording`() throws {
    let report = try Fixture.report(id: "ring-small-3")
    #expect(
      report.remark == "`run` makes the run without the 3 changes below, `replay` with them.")
  }

  @Test func `what no line can say is said by the preset`() throws {
    let report = try Fixture.report(Fixture.smallPreset(steps: 5), [], origin: nil)
    #expect(report.runCommand == nil)
    #expect(report.remark == "Save the preset below as ring-small.yaml and run it by its path.")
    let twin = try Fixture.report(
      Fixture.smallPreset(steps: 5, twins: [16, 32]), [],
      origin: Fixture.smallPreset(steps: 5, twins: [16, 64]))
    #expect(twin.runCommand == nil, "--set holds for both sides")
  }

  @Test func `a word that a shell would take apart is quoted`() {
    #expect(Report.quoted("presets/a-b.yaml") == "presets/a-b.yaml")
    #expect(Report.quoted("my preset.yaml") == "'my preset.yaml'")
    #expect(Report.quoted("it's; rm") == "'it'\\''s; rm'")
    #expect(Report.quoted("") == "''")
  }
}
