import Adversarial
import Experiments
import Notebook
import Testing

@Suite struct TimeTests {
  /// 260 steps with tweaks, a pause, and one player's own move.
  private func lived() throws -> Run {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 400), threads: 1)
    let applied = run.replay(
      [
        StampedCommand(
          step: 40, command: .set(name: "discriminatorLearningRate", setting: .number(3e-4))),
        StampedCommand(step: 90, command: .pause),
        StampedCommand(step: 90, command: .stepPlayer(.generator)),
        StampedCommand(step: 91, command: .resume),
        StampedCommand(step: 150, command: .set(name: "batch", setting: .number(24))),
        StampedCommand(step: 200, command: .mark()),
      ], to: 260)
    try #require(applied == 6 && run.step == 260)
    return run
  }

  @Test(arguments: [0, 1, 40, 41, 90, 91, 99, 100, 150, 151, 259])
  func `any earlier step is what it was`(step: Int) throws {
    let run = try lived()
    let alone = try Run(experiment: Fixture.page, preset: run.preset, threads: 1)
    alone.replay(run.commands.filter { $0.step < step }, to: step)
    let shown = run.moment(at: step, fieldColumns: 3, fieldRows: 2)
    let expected = alone.moment(fieldColumns: 3, fieldRows: 2)
    #expect(shown.step == step && shown.time.live == 260 && shown.isPast)
    #expect(shown.columns[0].curves == expected.columns[0].curves)
    #expect(shown.columns[0].settings == expected.columns[0].settings)
    #expect(run.step == 260, "looking back moves nothing")
  }

  @Test func `steps can be visited in any order`() throws {
    let run = try lived()
    var seen: [Int: [Float]] = [:]
    for step in [10, 200, 120, 10, 259, 200, 120] {
      let curves = run.moment(at: step, fieldColumns: 1, fieldRows: 1).columns[0].curves
      if let before = seen[step] { #expect(before == curves) }
      seen[step] = curves
    }
  }

  @Test(arguments: [0, 90, 137, 260])
  func `a fork that nobody touches goes on as its parent did`(step: Int) throws {
    let run = try lived()
    let fork = try run.fork(at: step)
    #expect(fork.step == step && (fork.status == .paused))
    let rest = run.commands.dropFirst(fork.commands.count)
    try fork.apply(.resume)
    for command in rest {
      while fork.step < command.step, fork.advance() {}
      try fork.apply(command.command)
    }
    while fork.step < run.step, fork.advance() {}
    #expect(fork.fingerprints == run.fingerprints)
  }

  @Test func `a fork whose knob is turned parts from its parent`() throws {
    let run = try lived()
    let fork = try run.fork(at: 210)
    try fork.apply(.set(name: "discriminatorLearningRate", setting: .number(1e-2)))
    try fork.apply(.resume)
    while fork.step < run.step, fork.advance() {}
    #expect(fork.fingerprints != run.fingerprints)
  }

  /// The step is an input of this program, which a keyframe does not hold.
  @Test func `noise annealed by the step is at any earlier step what it was`() throws {
    var settings = Settings(Experiment.stabilisers.hyperparameters)
    let changes = [
      ("noiseDimension", 4.0), ("generatorWidth", 8), ("discriminatorWidth", 8), ("batch", 16),
      ("instanceNoise", 0.5), ("instanceNoiseSteps", 300),
    ]
    for (name, value) in changes { try settings.set(name, to: .number(value)) }
    let preset = Preset(
      name: "annealed", page: Experiment.stabilisers.name, title: "", note: "", seed: 1,
      steps: 250, settings: settings)
    let run = try Run(experiment: .stabilisers, preset: preset, threads: 1)
    let alone = try Run(experiment: .stabilisers, preset: preset, threads: 2)
    while run.advance() {}
    while alone.step < 137, alone.advance() {}
    let shown = run.moment(at: 137, fieldColumns: 3, fieldRows: 2)
    let expected = alone.moment(fieldColumns: 3, fieldRows: 2)
    #expect(shown.step == 137 && shown.columns[0].curves == expected.columns[0].curves)
    let fork = try run.fork(at: 137)
    try fork.apply(.resume)
    while fork.step < run.step, fork.advance() {}
    #expect(fork.fingerprints == run.fingerprints)
  }
}
