import Foundation
import Testing

@testable import Workbench

@Suite struct MarkdownReportTests {
  @Test func `the report has everything, in order`() throws {
    let text = try Fixture.report(id: "ring-small-3").markdown()
    var rest = text[...]
    for part in [
      "# A ring & \\<more\\>: eight units\n", "> G keeps few of the modes (§5.1.1, fig. 22)\n",
      "So far: ", "run ring-small-3, preset ring-small, seed 7, 260 steps, finished",
      "```sh\nganbook run ring-small\nganbook replay ring-small-3\n```", "## The plane\n",
      "┌ step 0 ", "## Measures\n\n| measure | generated | real data |\n|---|---:|---:|\n",
      "| captured | ", " of 8 | 8 of 8 |", "## Curves\n\n```text\nJ_D",
      "## Changes\n\n| before step | change |", "| 40 | D learning rate 1e-3 → 3e-3 |",
      "| 150 | batch 16 → 24 |", "## Notes\n\n**Step 120** (mark)\n\n**Step 200**\n\n",
      "two *blobs* | one <b>spot</b>\nand a second line\n",
      "## The preset\n\n```yaml\npage: ring\ntitle: eight units\nseed: 7\nsteps: 260\n```\n",
    ] {
      guard let found = rest.range(of: part) else {
        Issue.record("missing or out of order: \(part)")
        continue
      }
      rest = rest[found.upperBound...]
    }
    #expect(rest.isEmpty)
  }

  @Test func `a twin has both columns everywhere`() throws {
    let text = try Fixture.twinReport().markdown()
    #expect(text.contains("| measure | batch 16 | batch 32 | real data |"))
    #expect(text.components("### batch 16\n") == 3 && text.components("### batch 32\n") == 3)
    #expect(text.contains("The columns part at step 1: "))
  }

  @Test func `code blocks are closed, whatever is inside`() throws {
    let title = "a ``` fence"
    let text = try Fixture.report(Fixture.smallPreset(steps: 3, title: title), []).markdown()
    #expect(text.contains("````yaml\n") && text.hasSuffix("\n````\n"))
  }
}

extension String {
  /// How often a part comes.
  fileprivate func components(_ part: String) -> Int { split(separator: part).count - 1 }
}
