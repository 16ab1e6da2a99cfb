import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// A run goes on while any side of it trains, whichever side diverged, and ends at its target.
@Suite struct DivergedSideTests {
  private static let steps = 900

  /// V = xy with a large step: simultaneous steps leave the range of numbers, extragradient stays.
  private func preset(_ methods: [String]) throws -> Preset {
    let page = Experiment.nonConvergence
    var sides: [Preset.Column] = []
    for method in methods {
      var settings = Settings(page.hyperparameters)
      try settings.set("learningRate", to: .number(1))
      try settings.set("method", to: .choice(method))
      sides.append(.init(title: method, settings: settings))
    }
    return Preset(
      name: "sides", page: page.name, title: "", note: "", seed: 1, steps: Self.steps,
      settings: sides[0].settings, twins: sides)
  }

  private func run(_ methods: [String]) throws -> Run {
    try Run(experiment: .nonConvergence, preset: try preset(methods), threads: 1)
  }

  private static let orders = [
    ["simultaneous", "extragradient"], ["extragradient", "simultaneous"],
    ["simultaneous", "simultaneous", "extragradient"],
  ]

  /// The step that simultaneous steps diverge at, alone.
  private func divergence() throws -> Int {
    let alone = try run(["simultaneous", "simultaneous"])
    while alone.advance() {}
    guard case .diverged(let step) = alone.status else { return -1 }
    #expect(alone.step == step)
    return step
  }

  @Test(arguments: orders)
  func `it ends at its target, and every side is the game that it is alone`(order: [String]) throws
  {
    let run = try run(order)
    while run.advance() {}
    #expect(run.step == Self.steps && run.status == .finished)
    let (first, second) = (try self.run(order.reversed()), try divergence())
    while first.advance() {}
    #expect(run.fingerprints == first.fingerprints.reversed())
    let summary = RunSummary(run, seconds: 1)
    #expect(
      summary.columns.map(\.divergence) == order.map { $0 == "simultaneous" ? second : nil })
    #expect(summary.text.contains("simultaneous diverged at step \(second)"))
  }

  @Test(arguments: orders)
  func `looking back and forks reach behind the step where a side diverged`(order: [String])
    throws
  {
    let (run, control) = (try run(order), try run(order))
    while run.advance() {}
    let past = try divergence() + 130
    for _ in 0..<past { control.advance() }
    let moment = run.moment(at: past, fieldColumns: 1, fieldRows: 1)
    #expect(
      moment.step == past
        && moment.columns.map(\.status)
          == control.moment(fieldColumns: 1, fieldRows: 1).columns.map(\.status)
    )
    let fork = try run.fork(at: past)
    #expect(fork.step == past && fork.fingerprints == control.fingerprints)
    try fork.apply(.advance(steps: 50))
    while fork.advance() {}
    #expect(fork.step == past + 50)
  }

  @Test(arguments: orders)
  func `it is recorded, resumed from a checkpoint behind that step, and verified`(order: [String])
    throws
  {
    try Fixture.withFolder { folder in
      let store = RunStore(
        folder: URL(fileURLWithPath: folder), productVersion: "test", pages: Contents.pages)
      let (run, control) = (try run(order), try run(order))
      run.attach(try store.create(run, began: "today", parent: nil))
      let id = try #require(run.id)
      while run.step < 650, run.advance() {}
      run.end()
      let (again, remarks) = try store.resume(id, threads: 1)
      #expect(again.step == 650 && again.status == .paused && remarks == [])
      try again.apply(.resume)
      while again.advance() {}
      again.end()
      while control.advance() {}
      #expect(again.step == Self.steps && again.fingerprints == control.fingerprints)
      #expect(try store.open(id).verify(threads: 1).isSame)
      #expect(try store.open(id).status == "finished")
      let curve = order[0] == "simultaneous" ? "" : "column2."
      let name = try #require(store.open(id).seriesNames.first { $0.hasPrefix(curve) })
      let values = try #require(try store.open(id).series(name))
      #expect(values.last?.isNaN == true, "a side that has stopped has no curve any more")
    }
  }

  @Test func `where every side has diverged so has the run, at the last one's step`() throws {
    var preset = try preset(["simultaneous", "simultaneous"])
    try preset.twins[1].settings.set("learningRate", to: .number(0.9))
    let run = try Run(experiment: .nonConvergence, preset: preset, threads: 1)
    while run.advance() {}
    let steps = RunSummary(run, seconds: 1).columns.compactMap(\.divergence)
    #expect(steps.count == 2 && steps[0] < steps[1])
    #expect(run.status == .diverged(step: steps[1]) && run.step == steps[1])
  }

  @Test func `a lesson goes on to its end`() throws {
    let run = try run(Self.orders[0])
    var cue = Script.Cue(at: 700)
    cue.caption = "behind it"
    var player = ScriptPlayer(Script([cue]), steps: Self.steps)
    var said: [Int] = []
    for _ in 0..<3 * Self.steps {
      for action in player.update(step: run.step, status: run.status) {
        if case .send(let command) = action { try run.apply(command) }
        if case .say = action { said.append(run.step) }
      }
      run.advance()
    }
    #expect(said == [700] && player.phase == .ended)
  }
}
