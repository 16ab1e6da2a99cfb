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

/// The fingerprint of a run with several columns.
@Suite struct ColumnsFingerprintTests {
  private func fingerprint(_ rates: [Double]) throws -> UInt64 {
    var preset = Fixture.preset(steps: 5)
    preset.twins = try rates.map {
      var settings = preset.settings
      try settings.set("discriminatorLearningRate", to: .number($0))
      return .init(title: "\($0)", settings: settings)
    }
    let run = try Run(experiment: Fixture.page, preset: preset, threads: 1)
    while run.advance() {}
    return RunSummary(run, seconds: 1).fingerprint
  }

  @Test func `one column's is its own`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 5), threads: 1)
    while run.advance() {}
    #expect(RunSummary(run, seconds: 1).fingerprint == run.fingerprints[0])
  }

  @Test func `equal columns do not cancel, and their order counts`() throws {
    let (a, b) = (1e-3, 1e-1)
    let all = try [
      [a, a], [b, b], [a, b], [b, a], [a, a, a], [a, a, b], [a, b, a], [b, b, b, b],
    ]
    .map(fingerprint)
    #expect(!all.contains(0))
    #expect(Set(all).count == all.count, "\(all)")
  }
}
