import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

@Suite struct SeedResultsTests {
  private func line(
    _ seed: UInt64, configuration: String = "p?steps=9", kernel: String = "avx2",
    status: String = "finished", fingerprint: String = "ab", modes: String = "3"
  ) -> String {
    #"{"preset":"p","configuration":"\#(configuration)","page":"m","seed":\#(seed),"steps":9,"#
      + #""stepsPerSecond":1,"kernel":"\#(kernel)","fingerprint":"\#(fingerprint)","#
      + #""metrics":{"modesReached":\#(modes),"other":0.5,"reverseKL":null},"realMetrics":{},"#
      + #""status":"\#(status)"}"#
  }

  @Test func `a run's own line reads back`() throws {
    var preset = Fixture.preset(steps: 20, seed: .max)
    let column = Preset.Column(title: "one \"side\"", settings: preset.settings)
    preset.twins = [column, column]
    let run = try Run(experiment: Fixture.page, preset: preset, threads: 1)
    while run.advance() {}
    let summary = RunSummary(run, seconds: 1, configuration: "fixture?steps=20")
    let result = try SeedResult(line: summary.json.line)
    #expect(result.seed == .max && result.steps == 20 && result.isFinished)
    #expect(result.configuration == "fixture?steps=20")
    #expect(result.columns.map(\.title) == ["one \"side\"", "one \"side\""])
    for measure in summary.columns[1].measures where measure.value.isFinite {
      #expect(result.columns[1].measures[measure.name] == measure.value)
    }
  }

  @Test func `pieces come together in the order of the seeds, doubles counted once`() throws {
    var results = SeedResults()
    try results.add(text: [line(3), line(1)].joined(separator: "\n") + "\n", name: "a")
    try results.add(text: "\n" + line(2) + "\n" + line(3), name: "b")
    #expect(results.results.map(\.seed) == [1, 2, 3])
    #expect(results.repeated == [3])
    #expect(results.has(2) && !results.has(4))
  }

  @Test func `a torn last line is left out, and a broken line elsewhere is not`() throws {
    var results = SeedResults()
    let torn = String(line(2).prefix(60))
    #expect(try results.add(text: line(1) + "\n" + torn, name: "a"))
    #expect(results.results.map(\.seed) == [1])
    let error = #expect(throws: SeedError.self) {
      try results.add(text: torn + "\n" + line(2) + "\n", name: "b")
    }
    #expect(error?.description == "b:1: not a result of 'ganbook run --json'")
  }

  @Test func `what does not belong together is refused in one sentence`() throws {
    let cases = [
      (
        line(2, configuration: "q"),
        "f:1: 'q' and 'p?steps=9' are different presets, whose results have no common mean"
      ),
      (
        line(2, kernel: "neon"),
        "f:1: results of the kernels 'neon' and 'avx2' differ in their bits; "
          + "merge each kind by itself"
      ),
      (line(1, fingerprint: "cd"), "f:1: seed 1 has two different results"),
      (
        line(2).replacingOccurrences(of: #""configuration":"p?steps=9","#, with: ""),
        "f:1: the result names no configuration; it can't be put together with others"
      ),
      ("[1]", "f:1: not a result of 'ganbook run --json'"),
      (String(repeating: "x", count: 300_000), "f:1: longer than any result is"),
    ]
    for (text, sentence) in cases {
      var results = SeedResults()
      try results.add(text: line(1) + "\n", name: "a")
      let error = #expect(throws: SeedError.self) {
        try results.add(text: text + "\n", name: "f")
      }
      #expect(error?.description == sentence)
      #expect(results.results.map(\.seed) == [1], "nothing half taken")
    }
  }

  @Test func `the table has every seed, the mean of the finished ones and every failure`() throws {
    var results = SeedResults()
    try results.add(SeedResult(line: line(1, modes: "2")))
    try results.add(SeedResult(line: line(2, modes: "4")))
    try results.add(SeedResult(line: line(3, status: "diverged at step 5", modes: "null")))
    let table = SeedTable(results, failures: [.init(seed: 4, reason: "no memory")])
    let lines = table.text.split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "p?steps=9, 4 seeds: 2 finished, 1 diverged, 1 without a result")
    func cells(_ name: String) -> [Substring]? {
      lines.map { $0.split(separator: " ") }.first { $0.first.map(String.init) == name }
    }
    #expect(cells("seed") == ["seed", "reached", "other"])
    #expect(cells("3")?.joined(separator: " ") == "3 - 0.500 diverged at step 5")
    #expect(cells("mean") == ["mean", "3", "0.500"])
    #expect(cells("±") == ["±", "error", "1", "0"])
    #expect(lines.contains("  seed 4: no memory"))
    #expect(table.json.line.contains(#""modesReached":{"count":2,"mean":3,"standardError":1}"#))
  }

  @Test func `the sides of a twin are compared seed by seed`() throws {
    var results = SeedResults()
    for (seed, modes) in [(1, (1, 8)), (2, (1, 7)), (3, (2, 2)), (4, (3, 1))] {
      let sides = [modes.0, modes.1].map {
        #"{"title":"s","fingerprint":"f","metrics":{"modesReached":\#($0)}}"#
      }
      let text = line(UInt64(seed)).dropLast() + #","columns":[\#(sides.joined(separator: ","))]}"#
      try results.add(SeedResult(line: String(text)))
    }
    let table = SeedTable(results)
    let test = #""higher":2,"lower":1,"equal":1,"p":1"#
    #expect(table.json.line.contains(test))
    #expect(table.text.contains("paired sign test: 's' against 's'"))
    #expect(table.text.contains("1.0000"))
  }
}
