import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// A run that is opened again shows what it showed: the measures of the step it stands at.
@Suite struct ReopenedMeasuresTests {
  private func expectSame(_ run: Run, _ control: Run, _ place: String) {
    control.measure()
    #expect(run.measures == control.measures, "\(place)")
    let (one, two) = (
      run.moment(fieldColumns: 1, fieldRows: 1), control.moment(fieldColumns: 1, fieldRows: 1)
    )
    for (column, wanted) in zip(one.columns, two.columns) {
      #expect(column.measures == wanted.measures, "\(place)")
      #expect(column.history.steps == wanted.history.steps, "\(place)")
      #expect("\(column.history.series)" == "\(wanted.history.series)", "\(place)")
    }
  }

  private func control(_ steps: Int) throws -> Run {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset(steps: 400), threads: 1)
    while run.step < steps, run.advance() {}
    return run
  }

  /// 100 and 400 have measures of their own; 260 is between two.
  @Test(arguments: [100, 260, 400])
  func `opened to go on, to be read and with no checkpoint at all`(steps: Int) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 400)
      while run.step < steps, run.advance() {}
      let id = try #require(run.id)
      run.end()
      let control = try control(steps)
      expectSame(try store.open(id).restored(threads: 1).run, control, "read only")
      let again = try store.resume(id, threads: 1).run
      expectSame(again, control, "resumed")
      again.end()
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)/checkpoints")
      expectSame(try store.open(id).restored(threads: 1).run, control, "executed again")
    }
  }

  @Test func `a fork, a twin and a look back from a reopened run`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 400)
      while run.step < 360, run.advance() {}
      let id = try #require(run.id)
      run.end()
      let again = try store.open(id).restored(threads: 1).run
      for step in [0, 130, 300, 359] {
        let control = try control(step)
        control.measure()
        #expect(
          again.moment(at: step, fieldColumns: 1, fieldRows: 1).columns[0].measures
            == control.measures[0], "looked back at \(step)")
        #expect(try again.fork(at: step).measures == control.measures, "forked at \(step)")
      }
      try again.apply(.twin(of: 0))
      #expect(again.measures[1] == again.measures[0])
    }
  }

  @Test func `the records after a reopened run's checkpoint hold measures of the run`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 400)
      while run.step < 300, run.advance() {}
      let id = try #require(run.id)
      run.end()
      let again = try store.open(id).restored(threads: 1).run
      try again.apply(.resume)
      while again.step < 399, again.advance() {}
      let control = try control(399)
      let histories = [again, control].map {
        "\($0.moment(fieldColumns: 1, fieldRows: 1).columns[0].history.series)"
      }
      #expect(histories[0] == histories[1])
    }
  }
}
