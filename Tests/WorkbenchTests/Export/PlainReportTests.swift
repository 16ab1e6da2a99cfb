import Plotting
import Testing

@testable import Workbench

@Suite struct PlainReportTests {
  @Test func `lines are short, and nothing is drawn`() throws {
    let text = try Fixture.report(id: "ring-small-3").plainText
    for line in text.split(separator: "\n") where !line.hasPrefix("  ") {
      #expect(Text.width(of: String(line)) <= 76, "\(line)")
    }
    let drawn = text.unicodeScalars.filter { (0x2500..<0x2900).contains($0.value) }
    #expect(drawn.isEmpty, "boxes, blocks and braille are no words")
  }

  @Test func `what there is to see is said`() throws {
    let text = try Fixture.report(id: "ring-small-3").plainText
      .replacing("\n", with: " ")
    for part in [
      "Claim: G keeps few of the modes (§5.1.1, fig. 22).",
      "  ganbook replay ring-small-3", "Step 0: ", "Step 260: ", "of 512 points ",
      "captured: ", "; real data 8 of 8.", "discriminator cost: ", "; ln 2 is 0.6931.",
      "Before step 40: D learning rate 1e-3 → 3e-3.", "Step 120: a mark.",
      "Step 200: two *blobs* | one <b>spot</b>", "page: ring",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func `a twin's columns are named in every sentence`() throws {
    let text = try Fixture.twinReport().plainText
    #expect(text.contains("Step 20, batch 16: ") && text.contains("Step 20, batch 32: "))
    #expect(text.contains("captured: batch 16 "))
  }

  @Test func `what was written can't steer a terminal`() throws {
    let (run, table) = try Fixture.lived(Fixture.smallPreset(steps: 2), [])
    let note = Report.Note(step: 1, text: "red \u{1B}[31m and \u{7}")
    let text = Report(run, table: table, notes: [note]).plainText
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }
}
