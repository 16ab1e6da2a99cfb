import Adversarial
import Foundation
import Notebook
import Testing

@Suite struct RunSummaryTests {
  private func summary(steps: Int) throws -> RunSummary {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset, threads: 1)
    while run.step < steps, run.advance() {}
    return RunSummary(run, seconds: 2)
  }

  @Test func `the object has the keys that programs look for, in their order`() throws {
    let summary = try summary(steps: 300)
    guard case .object(let entries) = summary.json else { return }
    #expect(
      entries.map(\.key) == [
        "preset", "page", "seed", "seedText", "steps", "stepsPerSecond", "kernel", "fingerprint",
        "metrics", "realMetrics", "status",
      ])
    let line = Data(summary.json.line.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    let metrics = try #require(object["metrics"] as? [String: Any])
    let wanted = [
      "modesCaptured", "modesStrict", "modesReached", "highQuality", "modeTV", "reverseKL",
    ]
    for name in wanted { #expect(metrics.keys.contains(name)) }
    #expect(object["status"] as? String == "finished")
    #expect(object["stepsPerSecond"] as? Double == 150)
    #expect((object["fingerprint"] as? String)?.count == 16)
  }

  @Test func `a run that was stopped says where`() throws {
    #expect(try summary(steps: 12).statusWords == "stopped at step 12")
  }

  @Test func `a person reads the measures beside those of real samples`() throws {
    let text = try summary(steps: 300).text
    #expect(text.hasPrefix("small, seed 7: finished, 300 steps, 150 steps/s\n"))
    #expect(text.contains("  captured"))
    #expect(text.contains("fingerprint "))
  }
}

@Suite struct JSONTests {
  @Test func `texts are escaped`() {
    #expect(JSON.text("a\"b\\c\n\u{1B}é⣿").line == #""a\"b\\c\n\u001bé⣿""#)
  }

  @Test func `what is not finite is null`() {
    let value: JSON = [
      "a": .number(.nan), "b": .list([.number(-.infinity), .number(0.5), .number(3)]),
      "c": .unsigned(.max), "d": .boolean(true),
    ]
    #expect(value.line == #"{"a":null,"b":[null,0.5,3],"c":18446744073709551615,"d":true}"#)
  }
}
