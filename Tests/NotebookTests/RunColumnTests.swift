import Adversarial
import Experiments
import Notebook
import Testing

/// A game whose measures become more and fewer keeps what it was.
@Suite struct RunColumnTests {
  private func turned() throws -> Run {
    var settings = Settings(Experiment.unrolledGAN.hyperparameters)
    for name in ["batch", "noiseDimension", "generatorWidth", "discriminatorWidth"] {
      try settings.set(name, to: .number(16))
    }
    let preset = Preset(
      name: "small", page: "unrolled-gan", title: "", note: "", seed: 7, steps: 400,
      settings: settings)
    let run = try Run(experiment: .unrolledGAN, preset: preset, threads: 1)
    let turns = [(20, 2.0), (40, 4), (60, 0)]
    run.replay(
      turns.map { step, count in
        StampedCommand(step: step, command: .set(name: "unrollSteps", setting: .number(count)))
      }, to: 80)
    try #require(run.step == 80)
    return run
  }

  @Test func `turning the look ahead loses none of the curves`() throws {
    let column = try turned().moment(fieldColumns: 1, fieldRows: 1).columns[0]
    let history = column.history
    #expect(history.steps == Array(1...80))
    #expect(history.series.allSatisfy { $0.count == 80 })
    #expect(history.series[0].allSatisfy { $0.isFinite })
    #expect(column.curveList.count == 7 && column.measures.count == 6)
    // 7 curves, 6 measures of samples, 2 of the second-order term, 5 costs along the look ahead.
    let share = history.series[column.curveList.count + column.measures.count]
    #expect(share[..<19].allSatisfy { $0.isNaN } && share[60...].allSatisfy { $0.isNaN })
    #expect(share[20..<60].allSatisfy { $0 > 0 })
  }

  @Test(arguments: [10, 30, 50, 70])
  func `a fork from before goes on, and so does one from between`(step: Int) throws {
    let run = try turned()
    let fork = try run.fork(at: step)
    try fork.apply(.resume)
    try fork.apply(.set(name: "unrollSteps", setting: .number(3)))
    for _ in 0..<5 { fork.advance() }
    #expect(fork.step == step + 5)
    let history = fork.moment(fieldColumns: 1, fieldRows: 1).columns[0].history
    #expect(history.steps == Array(1...(step + 5)))
    _ = run.moment(at: step, fieldColumns: 1, fieldRows: 1)
  }
}
