import Adversarial
import Notebook
import Plotting
import Testing

@testable import Workbench

@Suite struct ReportLifeTests {
  /// A report whose samples moved on twice.
  private func report() throws -> Report {
    var report = try Fixture.report()
    var life = ModeLife()
    for step in [0, 100, 200] {
      let home = step == 0 ? 2 : step == 100 ? 0 : 7
      let shares = (0..<8).map { $0 == home ? Float(0.81) : 0 }
      life.take(ModeSurvey(shares: shares, logits: shares.map { $0 - 1.25 }), at: step)
    }
    report.last.columns[0].life = life
    return report
  }

  @Test func `Markdown has the chart and the log`() throws {
    let text = try report().markdown()
    #expect(text.contains("## Mode life\n\n```text\n  1 "))
    #expect(
      text.contains(
        "| step | from mode | to mode | D's logit on the old mode |\n|---|---:|---:|---:|\n"
          + "| 100 | 3 | 1 | -1.25 |\n| 200 | 1 | 8 | -1.25 |"))
    let bare = try Fixture.report(Fixture.smallPreset(steps: 50), []).markdown()
    #expect(!bare.contains("Mode life"), "nothing was measured yet")
  }

  @Test func `JSON has shares, logits and hops`() throws {
    let line = try report().json.line
    #expect(line.contains("\"life\":{\"step\":[0,100,200],\"shares\":[[0,0.81,0],[0,0,0],"))
    #expect(
      line.contains("\"hops\":[{\"step\":100,\"from\":3,\"to\":1,\"logit\":-1.25},"))
  }

  @Test func `the picture draws the modes and tells the hops`() throws {
    let report = try report()
    let text = PictureReport(report: report).text
    #expect(text.contains("mode life: each mode's share"))
    #expect(text.contains("fill-opacity=\"0.9\""))
    #expect(text.contains("2 hops: 3 → 1 at 100, 1 → 8 at 200"))
    #expect(PictureLife.height(of: ModeLife()) == 0)
  }

  @Test func `plain lines tell the hops, a twin's by column`() throws {
    #expect(try report().plainText.contains("Mode life\n2 hops: 3 → 1 at 100"))
    let twin = try Fixture.twinReport()
    #expect(twin.hopLines.map { $0.prefix(9) } == ["batch 16:", "batch 32:"])
    #expect(twin.hopLines[0].hasSuffix("no hop from mode to mode"))
  }
}
