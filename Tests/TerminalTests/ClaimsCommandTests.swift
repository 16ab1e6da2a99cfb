import Foundation
import Testing

@Suite struct ClaimsCommandTests {
  @Test(arguments: [
    (["--pages", "mode-colapse"], "did you mean 'mode-collapse'?"),
    (["--pages", "mode-collapse,,"], "there is no page '' with a claim to test"),
    (["--seeds", "0"], "from 1 to 1000"), (["--seeds", "-3"], "from 1 to 1000"),
    (["--seed", "18446744073709551615"], "it must be a whole number"),
    (["--jobs", "many"], "it must be a whole number from 1 to 256"),
  ])
  func `bad input is one sentence`(arguments: [String], words: String) throws {
    let (code, output) = try Launch.run(Launch.built("ganbook"), ["claims"] + arguments)
    #expect(code == 64)
    #expect(output.contains(words), "\(output)")
    #expect(output.split(separator: "\n").count == 1)
  }

  @Test func `what was not written here is refused, before anything is trained`() throws {
    let desk = try Desk()
    let ledger = desk.notebook.appendingPathComponent("ledger")
    try FileManager.default.createDirectory(at: ledger, withIntermediateDirectories: true)
    try Data("{\"page\":\"mode-collapse\",\"holds\":true}\n".utf8)
      .write(to: ledger.appendingPathComponent("findings.jsonl"))
    let (code, output) = try desk.ganbook("claims", "--quick")
    #expect(code == 65)
    #expect(output.hasPrefix("ganbook: ledger/findings.jsonl:1: not a line that was written here"))
  }
}
