import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// Data of the reader's own in a run: edited, replayed, forked, twinned, looked back at.
@Suite struct OwnDataTests {
  static let page = Experiment.modeCollapse

  /// Small nets on the page's ring, or on other data.
  static func preset(_ data: String = "none", steps: Int = 1_000) throws -> Preset {
    var settings = Settings(page.hyperparameters)
    for (name, value) in [
      ("batch", 16.0), ("noiseDimension", 4), ("generatorWidth", 8), ("discriminatorWidth", 8),
      ("generatorLayers", 1), ("deviation", 0.1),
    ] { try settings.set(name, to: .number(value)) }
    try settings.set(Settings.dataName, to: .choice(data))
    return Preset(
      name: "own", page: page.name, title: "", note: "", seed: 3, steps: steps, settings: settings)
  }

  private func run(_ data: String = "none", threads: Int = 1) throws -> Run {
    try Run(experiment: Self.page, preset: Self.preset(data), threads: threads)
  }

  private func edit(_ edit: ModeEdit, _ run: Run, column: Int? = nil) throws {
    let setting = try edit.setting(of: run.settings[column ?? 0], on: Self.page)
    try run.apply(.set(name: Settings.dataName, setting: setting, column: column))
  }

  private func advance(_ run: Run, to step: Int) { while run.step < step { run.advance() } }

  /// A mode is added, moved, weighed, widened and another one removed while the run trains.
  private func edited(threads: Int = 1) throws -> Run {
    let run = try run(threads: threads)
    advance(run, to: 20)
    try edit(.add(OwnMode(centre: [0, 0])), run)
    advance(run, to: 25)
    try edit(.move(8, to: [0.5, -0.5]), run)
    try edit(.weigh(8, 4), run)
    advance(run, to: 40)
    try edit(.spread(8, 0.3), run)
    try edit(.remove(2), run)
    advance(run, to: 230)
    return run
  }

  @Test func `an edited run gives the same bits on one thread and on two, and plays back`() throws {
    let live = try edited()
    #expect(try edited(threads: 2).fingerprints == live.fingerprints)
    let again = try run()
    #expect(again.replay(live.commands, to: 230) == live.commands.count)
    #expect(again.fingerprints == live.fingerprints)
    #expect(try run().settings[0].data == .none)
    let untouched = try run()
    advance(untouched, to: 230)
    #expect(untouched.fingerprints != live.fingerprints, "the edits reach the numbers")
  }

  @Test func `looking back and forking find the modes of that time`() throws {
    let live = try edited()
    let past = live.moment(at: 30, fieldColumns: 1, fieldRows: 1)
    #expect(past.columns[0].settings.data.title == "9 modes")
    #expect(live.moment(at: 10, fieldColumns: 1, fieldRows: 1).columns[0].settings.data == .none)
    let fork = try live.fork(at: 30)
    #expect(try fork.settings[0].ownModes(on: Self.page).last?.centre == [0.5, -0.5])
    try fork.apply(.resume)
    advance(fork, to: 35)
    let (here, there) = (fork.fingerprints, try live.fork(at: 35).fingerprints)
    #expect(here == there)
  }

  @Test func `the measures follow the list of modes, and so does the floor`() throws {
    let run = try edited()
    run.measure()
    let captured = try #require(run.measures[0].first { $0.name == "modesCaptured" })
    #expect(captured.format == .count(of: 8) && captured.ofReal == 8)
    try edit(.add(OwnMode(centre: [9, 9], weight: 2)), run)
    run.measure()
    let more = try #require(run.measures[0].first { $0.name == "modesCaptured" })
    #expect(more.format == .count(of: 9) && more.ofReal == 9)
  }

  @Test func `a mode that comes lives beside the others, whose lives go on`() throws {
    let run = try run()
    advance(run, to: 200)
    try edit(.add(OwnMode(centre: [0, 0])), run)
    advance(run, to: 300)
    let life = run.moment(fieldColumns: 1, fieldRows: 1).columns[0].life
    #expect(life.count == 9 && life.steps == [100, 200, 300])
    #expect(life.shares[8].map(\.isNaN) == [true, true, false])
    let before = try run.fork(at: 150).moment(fieldColumns: 1, fieldRows: 1).columns[0].life
    #expect(before.count == 8 && before.steps == [100])
    try edit(.move(8, to: [1, 1]), run)
    advance(run, to: 400)
    #expect(run.moment(fieldColumns: 1, fieldRows: 1).columns[0].life.steps.count == 4)
    try edit(.remove(0), run)
    advance(run, to: 500)
    let last = run.moment(fieldColumns: 1, fieldRows: 1).columns[0].life
    #expect(last.count == 8 && last.steps == [500], "which mode is which is told anew")
  }

  @Test func `one side of a twin has data of its own`() throws {
    let run = try run()
    advance(run, to: 10)
    try run.apply(.twin(of: 0))
    try edit(.add(OwnMode(centre: [0, 0])), run, column: 1)
    advance(run, to: 20)
    #expect(run.settings.map(\.data.title) == ["none", "9 modes"])
    #expect(run.fingerprints[0] != run.fingerprints[1] && run.parted == 11)
    let commands = try ModeEdit.add(OwnMode(centre: [1, 1])).commands(
      for: run.settings, on: Self.page)
    #expect(commands.count == 2, "each side has its own list")
  }

  @Test func `a refused edit changes nothing and is not written down`() throws {
    let run = try run("modes:(0,0)(1,1)")
    #expect(throws: CommandError.self) { try edit(.move(0, to: [1, 1]), run) }
    #expect(throws: CommandError.self) {
      try run.apply(
        .set(name: Settings.dataName, setting: .choice("modes:(0,0)(0,0)"), column: nil))
    }
    #expect(run.commands.isEmpty && run.settings[0].data.text == "modes:(0,0)(1,1)")
  }

  @Test(arguments: ["text:GAN", "curve:cos(t),sin(2*t)", "-2+(0,0,0.2)", "modes:(0,0)"])
  func `every form trains, measures and plays back`(data: String) throws {
    let run = try run(data)
    try run.apply(.set(name: Settings.dataName, setting: .choice(data)))
    advance(run, to: 100)
    #expect(run.measures[0].allSatisfy { $0.ofReal.isFinite })
    let names = run.measures[0].map(\.name)
    #expect(names.contains("modesReached") != names.contains("energyDistance"))
    let two = try self.run(data, threads: 2)
    advance(two, to: 100)
    #expect(two.fingerprints == run.fingerprints)
  }

  @Test func `data without modes can be turned to and back, and the chart of lives waits`() throws {
    let run = try run()
    advance(run, to: 100)
    for data in ["text:A", "none"] {
      try run.apply(.set(name: Settings.dataName, setting: .choice(data)))
      advance(run, to: run.step + 100)
    }
    #expect(run.moment(fieldColumns: 1, fieldRows: 1).columns[0].life.steps == [100, 300])
    #expect(throws: CommandError.self) {
      var settings = run.settings[0]
      try settings.set(Settings.dataName, toText: "text:A")
      _ = try settings.ownModes(on: Self.page)
    }
  }
}
