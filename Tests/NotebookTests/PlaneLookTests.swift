import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// What a person wants to see of the plane is no part of the run.
@Suite struct PlaneLookTests {
  private let everything = PlaneLook(
    columns: 6, rows: 4, window: Bounds(x: -1...1, y: 0...2),
    extras: [.manifold, .pulls, .optimum], probe: SIMD2(0.5, 1))

  private func plane(_ moment: Moment) -> Plane {
    guard case .plane(let plane) = moment.columns[0].picture else { preconditionFailure("none") }
    return plane
  }

  @Test func `all layers, live and in the past, leave every fingerprint as it was`() throws {
    let runs = try (0..<2).map { _ in
      try Run(experiment: Fixture.page, preset: Fixture.preset, threads: 1)
    }
    for step in 0..<12 {
      let live = runs[0].moment(everything)
      #expect(plane(live).manifold != nil && plane(live).reading != nil)
      if step > 6 { _ = runs[0].moment(at: 3, everything) }
      for run in runs { run.advance() }
    }
    #expect(runs[0].fingerprints == runs[1].fingerprints)
    let curves = runs.map { $0.moment(fieldColumns: 1, fieldRows: 1).columns[0].history.series }
    #expect(curves[0] == curves[1])
  }

  @Test func `the past looks as the present did`() throws {
    let run = try Run(experiment: Fixture.page, preset: Fixture.preset, threads: 1)
    for _ in 0..<4 { run.advance() }
    let then = plane(run.moment(everything))
    for _ in 0..<5 { run.advance() }
    let again = plane(run.moment(at: 4, everything))
    #expect(again.window == then.window && again.field == then.field)
    #expect(again.manifold == then.manifold && again.pulls == then.pulls)
    #expect(again.generated == then.generated)
  }

  @Test func `a paused trainer answers for the window that is asked for`() throws {
    let trainer = Trainer(experiment: Fixture.page, preset: Fixture.preset, threads: 1)
    trainer.send(.pause)
    var windows: [Bounds] = []
    for zoom in [Float(1), 0.5, 0.25] {
      let window = Bounds(x: -zoom...zoom, y: -zoom...zoom)
      trainer.look(PlaneLook(columns: 3, rows: 3, window: window))
      answers: for _ in 0..<20_000 {
        for case .moment(let moment) in trainer.reports() where plane(moment).window == window {
          windows.append(plane(moment).window)
          break answers
        }
        Thread.sleep(forTimeInterval: 0.001)
      }
    }
    #expect(windows.map(\.x.upperBound) == [1, 0.5, 0.25])
    trainer.stop()
  }
}
