import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

@Suite struct TrainerTests {
  private func trainer(steps: Int = 1_000_000) -> Trainer {
    var preset = Fixture.preset
    preset.steps = steps
    return Trainer(experiment: Fixture.page, preset: preset, threads: 1)
  }

  /// Asks for moments until a report is as wanted.
  private func report<Wanted>(
    of trainer: Trainer, _ wanted: (Trainer.Report) -> Wanted?
  ) throws -> Wanted {
    for _ in 0..<20_000 {
      trainer.look(fieldColumns: 4, fieldRows: 2)
      for report in trainer.reports() {
        if let found = wanted(report) { return found }
      }
      Thread.sleep(forTimeInterval: 0.001)
    }
    throw NoMoment()
  }

  private func moment(
    of trainer: Trainer, where isWanted: (Moment) -> Bool
  ) throws -> Moment {
    try report(of: trainer) { report in
      if case .moment(let moment) = report, isWanted(moment) { moment } else { nil }
    }
  }

  private struct NoMoment: Error {}

  @Test func `it trains to the end and is still there to be looked at`() throws {
    let trainer = trainer(steps: 30)
    let moment = try moment(of: trainer) { $0.status == .finished }
    #expect(moment.step == 30)
    #expect(try self.moment(of: trainer) { _ in true }.step == 30)
    trainer.stop()
  }

  @Test func `a paused run answers a look and stands still`() throws {
    let trainer = trainer()
    trainer.send(.pause)
    let first = try moment(of: trainer) { $0.status == .paused }
    let second = try moment(of: trainer) { $0.status == .paused }
    #expect(first.step == second.step)
    trainer.send(.advance(steps: 3))
    let third = try moment(of: trainer) { $0.step > first.step + 2 }
    #expect(third.step == first.step + 3)
    trainer.stop()
  }

  @Test func `a refusal comes out as a sentence`() throws {
    let trainer = trainer()
    trainer.send(.set(name: "batch", setting: .number(0)))
    let sentence = try report(of: trainer) { report in
      if case .refused(let error) = report { error.description } else { nil }
    }
    #expect(sentence == "'batch' is 0; it must lie between 1 and 4096")
    trainer.stop()
  }

  @Test func `settings that describe no game are a failure, not a crash`() throws {
    var preset = Fixture.preset
    try preset.settings.set("radius", to: .number(0))
    let trainer = Trainer(experiment: Fixture.page, preset: preset, threads: 1)
    trainer.stop()
    let failures = trainer.reports().compactMap { report -> String? in
      if case .failed(let sentence) = report { sentence } else { nil }
    }
    #expect(failures == ["'radius' is 0, which puts all centres into one place"])
  }

  @Test func `it can be stopped twice, and its thread is prepared first`() throws {
    let prepared = Latest<Bool>()
    var surroundings = Trainer.Surroundings()
    surroundings.prepareThread = { prepared.put(true) }
    let trainer = Trainer(
      experiment: Fixture.page, preset: Fixture.preset, threads: 2, in: surroundings)
    trainer.stop()
    trainer.stop()
    #expect(prepared.take() == true)
    trainer.send(.pause)
  }
}
