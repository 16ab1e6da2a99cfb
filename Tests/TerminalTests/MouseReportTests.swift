import Testing
import Workbench
import ganbook

@Suite struct MouseReportTests {
  private func read(_ text: String) -> [MouseReport.Outcome] {
    var report = MouseReport()
    return text.unicodeScalars.map { report.take(character: $0.value) }
  }

  @Test(arguments: [
    ("0;1;1M", Mouse(.press, column: 0, row: 0)),
    ("0;12;40m", Mouse(.release, column: 11, row: 39)),
    ("32;300;2M", Mouse(.drag, column: 299, row: 1)),
    ("64;3;4M", Mouse(.wheelUp, column: 2, row: 3)),
    ("65;3;4M", Mouse(.wheelDown, column: 2, row: 3)),
    ("16;3;4M", Mouse(.press, column: 2, row: 3)),
  ])
  func `reports are what they say`(text: String, mouse: Mouse) {
    let outcomes = read(text)
    #expect(outcomes.dropLast().allSatisfy { $0 == .goesOn })
    #expect(outcomes.last == .ended(mouse))
  }

  @Test(arguments: ["1;1;1M", "2;5;5M", "35;5;5M", "66;1;1M", "0;0;1M", "0;1M", ";;M", "0;1;1;1M"])
  func `other buttons and nonsense mean nothing`(text: String) {
    #expect(read(text).last == .ended(nil))
  }

  @Test func `what can't be in a report ends it, and so does length`() {
    #expect(read("0;1q").last == .ended(nil))
    #expect(read(String(repeating: "1", count: 21)).last == .ended(nil))
  }
}
