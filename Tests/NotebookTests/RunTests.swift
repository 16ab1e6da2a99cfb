import Adversarial
import Notebook
import Testing

/// What a person may do to a run, and what becomes of it.
@Suite struct RunTests {
  private func run(_ change: (inout Preset) throws -> Void = { _ in }) throws -> Run {
    var preset = Fixture.preset
    try change(&preset)
    return try Run(experiment: Fixture.page, preset: preset, threads: 1)
  }

  private func column(_ run: Run) -> Moment.Column {
    run.moment(fieldColumns: 1, fieldRows: 1).columns[0]
  }

  private func train(_ run: Run, steps: Int) {
    for _ in 0..<steps { run.advance() }
  }

  // MARK: Training

  @Test func `a run trains to its last step and has finished`() throws {
    let run = try run { $0.steps = 5 }
    #expect(run.status == .training)
    while run.advance() {}
    #expect(run.step == 5)
    #expect(run.status == .finished)
    let column = column(run)
    #expect(column.history.steps == [1, 2, 3, 4, 5])
    #expect(column.history.series.count == column.curveList.count + column.measures.count)
    #expect(column.history.series.allSatisfy { $0.count == 5 })
  }

  @Test func `the same seed gives the same fingerprint, another seed another`() throws {
    let runs = try [7, 7, 8].map { seed in try run { $0.seed = UInt64(seed) } }
    for run in runs { train(run, steps: 20) }
    #expect(runs[0].fingerprints == runs[1].fingerprints)
    #expect(runs[0].fingerprints != runs[2].fingerprints)
    #expect(column(runs[0]).history.series == column(runs[1]).history.series)
  }

  @Test func `looking and measuring never change a run`() throws {
    let (watched, unwatched) = (try run(), try run())
    for _ in 0..<20 {
      _ = watched.moment(fieldColumns: 12, fieldRows: 6)
      watched.measure()
      watched.advance()
      unwatched.advance()
    }
    #expect(watched.fingerprints == unwatched.fingerprints)
  }

  @Test func `measures come at the start and at every hundredth step`() throws {
    let run = try run()
    let first = run.measures
    #expect(!first[0].isEmpty)
    train(run, steps: 99)
    #expect(run.measures == first)
    train(run, steps: 1)
    let second = run.measures
    #expect(second != first)
    train(run, steps: 1)
    #expect(run.measures == second)
    run.measure()
    #expect(run.measures != second)
  }

  @Test func `a run without finite numbers has diverged, and stops`() throws {
    let run = try Run(experiment: Fixture.divergent, preset: Fixture.preset, threads: 1)
    while run.advance() {}
    #expect(run.status == .diverged(step: 1))
    #expect(run.step == 1)
    let summary = RunSummary(run, seconds: 1)
    #expect(summary.statusWords == "diverged at step 1")
    let reached = summary.columns[0].measures.first { $0.name == "modesReached" }
    #expect(reached?.value == 0, "what is no number is at no mode")
    for command in [Command.resume, .advance(steps: 1), .stepPlayer(.generator)] {
      let error = #expect(throws: CommandError.self) { try run.apply(command) }
      #expect(
        error?.description == "the run diverged at step 1; turn a knob back and start it again")
    }
    #expect(!run.advance())
  }

  // MARK: Commands

  @Test func `a paused run stands still until it goes on`() throws {
    let run = try run()
    train(run, steps: 3)
    #expect(run.advance([.pause]).moved == false)
    #expect(run.status == .paused)
    #expect(!run.advance())
    #expect(run.step == 3)
    #expect(run.advance([.resume]).moved)
    #expect(run.step == 4)
  }

  @Test func `an advance takes its steps and pauses`() throws {
    let run = try run()
    run.advance([.pause])
    try run.apply(.advance(steps: 3))
    while run.advance() {}
    #expect(run.step == 3)
    #expect(run.status == .paused)
  }

  @Test(arguments: [0, -1, Int.min, Int.max])
  func `an advance by no number of steps is refused`(steps: Int) throws {
    let run = try run()
    let error = #expect(throws: CommandError.self) { try run.apply(.advance(steps: steps)) }
    #expect(error?.description == "a run can't advance by \(steps) steps")
    #expect(run.status == .training)
    #expect(run.commands.isEmpty)
  }

  @Test func `one player moves alone, and the other keeps its numbers`() throws {
    let prints = try Player.allCases.map { player in
      let run = try run()
      train(run, steps: 5)
      let before = run.fingerprints
      try run.apply(.stepPlayer(player))
      #expect(run.step == 6)
      #expect(run.status == .paused)
      #expect(run.fingerprints != before)
      return run.fingerprints
    }
    #expect(prints[0] != prints[1])
  }

  @Test func `a knob takes effect at the next step`() throws {
    let (turned, untouched) = (try run(), try run())
    for run in [turned, untouched] { train(run, steps: 5) }
    try turned.apply(.set(name: "discriminatorLearningRate", setting: .number(0.5)))
    #expect(turned.settings[0].number("discriminatorLearningRate") == 0.5)
    #expect(turned.fingerprints == untouched.fingerprints)
    for run in [turned, untouched] { train(run, steps: 1) }
    #expect(turned.fingerprints != untouched.fingerprints)
  }

  @Test func `a structural knob keeps the step and the numbers that fit`() throws {
    let run = try run()
    train(run, steps: 5)
    let before = run.fingerprints
    try run.apply(.set(name: "batch", setting: .number(32)))
    #expect(run.step == 5)
    #expect(run.fingerprints == before)
    #expect(run.advance())
  }

  @Test func `a refused command changes nothing and says why`() throws {
    let run = try run()
    let refusals: [(Command, String)] = [
      (
        .set(name: "batches", setting: .number(3)),
        "there is no knob 'batches'; did you mean 'batch'?"
      ),
      (
        .set(name: "batch", setting: .number(-3)),
        "'batch' is -3; it must lie between 1 and 4096"
      ),
      (
        .set(name: "radius", setting: .number(0)),
        "'radius' is 0, which puts all centres into one place"
      ),
    ]
    for (command, sentence) in refusals {
      #expect(run.advance([command]).refusals == [CommandError(sentence)])
    }
    #expect(run.settings == [Fixture.preset.settings])
    #expect(run.commands.isEmpty)
    #expect(run.step == 3)
  }

  @Test func `a finished run goes on when a person says so`() throws {
    let run = try run { $0.steps = 4 }
    while run.advance() {}
    try run.apply(.resume)
    #expect(run.target == 8)
    while run.advance() {}
    #expect(run.step == 8)
    try run.apply(.advance(steps: 2))
    while run.advance() {}
    #expect(run.step == 10)
    try run.apply(.stepPlayer(.generator))
    #expect(run.step == 11)
  }

  @Test func `a moment is the run as it stands`() throws {
    let run = try run()
    train(run, steps: 3)
    let moment = run.moment(fieldColumns: 10, fieldRows: 4)
    #expect(moment.step == 3)
    #expect(moment.status == .training)
    #expect(moment.steps == 300)
    #expect(moment.seed == 7)
    #expect(moment.kernel == Run.kernel)
    #expect(moment.columns.count == 1)
    #expect(moment.columns[0].curves.count == moment.columns[0].curveList.count)
    guard case .plane(let plane) = moment.columns[0].picture else { return }
    #expect((plane.field.columns, plane.field.rows) == (10, 4))
  }
}
