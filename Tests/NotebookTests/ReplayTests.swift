import Adversarial
import Notebook
import Testing

/// A run is its seed, its preset and its commands.
@Suite struct ReplayTests {
  private func run(threads: Int = 1) throws -> Run {
    try Run(experiment: Fixture.page, preset: Fixture.preset, threads: threads)
  }

  /// Everything there is to do, some of it refused.
  private let script: [(step: Int, commands: [Command])] = [
    (0, [.pause, .resume]),
    (4, [.set(name: "discriminatorLearningRate", setting: .number(0.01))]),
    (9, [.set(name: "batch", setting: .number(32)), .set(name: "batch", setting: .number(0))]),
    (12, [.advance(steps: 5)]),
    (17, [.stepPlayer(.discriminator), .stepPlayer(.generator), .resume]),
    (25, [.set(name: "generatorCost", setting: .choice("non-saturating")), .mark()]),
    (27, [.pause, .stepPlayer(.generator), .note("hop"), .advance(steps: 4)]),
    (32, [.twin(of: 0), .resume]),
    (35, [.set(name: "radius", setting: .number(1), column: 0)]),
  ]

  /// Plays the script as a person would: each batch when the run has come to its step.
  private func play(_ run: Run, to lastStep: Int) {
    for (step, commands) in script {
      while run.step != step { #expect(run.advance()) }
      run.advance(commands)
    }
    while run.step < lastStep { #expect(run.advance()) }
  }

  private func histories(_ run: Run) -> [[[Float]]] {
    run.moment(fieldColumns: 1, fieldRows: 1).columns.map(\.history.series)
  }

  @Test func `the same commands at the same steps give the same bits`() throws {
    let (first, second) = (try run(), try run(threads: 2))
    play(first, to: 40)
    play(second, to: 40)
    #expect(first.fingerprints == second.fingerprints)
    #expect(first.commands == second.commands)
  }

  @Test func `a recording plays back to the bit`() throws {
    let live = try run()
    play(live, to: 40)
    let again = try run()
    #expect(again.replay(live.commands, to: 40) == live.commands.count)
    #expect(again.step == live.step)
    #expect(again.fingerprints == live.fingerprints)
    #expect(histories(again) == histories(live))
    #expect(again.settings == live.settings)
    #expect(again.commands == live.commands)
  }

  @Test func `one command at another step makes another run`() throws {
    let live = try run()
    play(live, to: 40)
    var shifted = live.commands
    let index = try #require(shifted.firstIndex { $0.step == 35 })
    shifted[index] = StampedCommand(step: 36, command: shifted[index].command)
    let again = try run()
    again.replay(shifted, to: 40)
    #expect(again.fingerprints != live.fingerprints)
  }

  @Test func `a recording that doesn't fit is left where it parts`() throws {
    let run = try run()
    let recording = [
      StampedCommand(step: 3, command: .pause), StampedCommand(step: 9, command: .resume),
    ]
    #expect(run.replay(recording, to: 20) == 1)
    #expect(run.step == 3)
  }

  @Test func `commands are stamped with the step they apply at`() throws {
    let run = try run()
    while run.step < 3 { run.advance() }
    run.advance([.pause, .set(name: "batch", setting: .number(8))])
    run.advance([.resume])
    run.advance([.pause])
    #expect(run.commands.map(\.step) == [3, 3, 3, 4])
  }
}
