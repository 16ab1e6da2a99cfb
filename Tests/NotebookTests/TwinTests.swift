import Adversarial
import Experiments
import Notebook
import Testing

@Suite struct TwinTests {
  @Test func `a twin is its original until a knob is turned`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 100), threads: 1)
    for _ in 0..<10 { run.advance() }
    try run.apply(.twin(of: 0))
    for _ in 0..<10 { run.advance() }
    #expect(run.fingerprints[0] == run.fingerprints[1])
    #expect(run.parted == nil)
    try run.apply(
      .set(name: "discriminatorLearningRate", setting: .number(1e-2), column: 1))
    for _ in 0..<3 { run.advance() }
    #expect(run.fingerprints[0] != run.fingerprints[1])
    #expect(run.parted == 22, "the step at 20 moves D otherwise; the next step's curves show it")
    #expect(run.settings[0] != run.settings[1])
  }

  @Test func `a twin changes nothing about the first column`() throws {
    let (alone, twin) = (
      try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 30), threads: 1),
      try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 30), threads: 1)
    )
    try twin.apply(.twin(of: 0))
    try twin.apply(.set(name: "batch", setting: .number(8), column: 1))
    while alone.advance() {}
    while twin.advance() {}
    #expect(alone.fingerprints[0] == twin.fingerprints[0])
  }

  @Test func `a twin made between two measurements shows those of its original`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 300), threads: 1)
    for _ in 0..<130 { run.advance() }
    let before = run.measures[0]
    try run.apply(.twin(of: 0))
    #expect(run.measures == [before, before])
    try run.apply(.set(name: "discriminatorLearningRate", setting: .number(1e-2), column: 1))
    for _ in 0..<70 { run.advance() }
    #expect(run.measures[0] != before && run.measures[0] != run.measures[1])
  }

  @Test func `there are at most four columns, and only those there are`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 30), threads: 1)
    for _ in 1..<Run.mostColumns { try run.apply(.twin(of: 0)) }
    #expect(throws: CommandError("a run has at most 4 columns")) { try run.apply(.twin(of: 0)) }
    #expect(throws: CommandError.self) {
      try run.apply(.set(name: "batch", setting: .number(8), column: 4))
    }
  }
}
