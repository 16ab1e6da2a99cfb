import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

/// The training thread and the notebook's folder.
@Suite struct TrainerRecordingTests {
  private struct NoMoment: Error {}

  /// Asks for moments until one is as wanted.
  private func moment(of trainer: Trainer, where isWanted: (Moment) -> Bool) throws -> Moment {
    for _ in 0..<20_000 {
      trainer.look(fieldColumns: 1, fieldRows: 1)
      for case .moment(let moment) in trainer.reports() where isWanted(moment) { return moment }
      Thread.sleep(forTimeInterval: 0.001)
    }
    throw NoMoment()
  }

  private func trainer(_ store: RunStore) -> Trainer {
    Trainer(
      experiment: Fixture.page, preset: Fixture.preset(steps: 1_000_000), threads: 1,
      in: .init(keeper: RunKeeper(store) { "now" }))
  }

  @Test func `what a person does is in the folder, and a fork has one of its own`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let trainer = trainer(store)
      let first = try moment(of: trainer) { $0.step > 20 }
      #expect(first.id == "mode-collapse-fixture-1")
      trainer.send(.note("here"))
      trainer.pulse()
      trainer.view(10)
      _ = try moment(of: trainer) { $0.step == 10 && $0.isPast }
      trainer.fork()
      let forked = try moment(of: trainer) { $0.id == "mode-collapse-fixture-2" }
      #expect(forked.step == 10 && forked.status == .paused)
      trainer.send(.advance(steps: 5))
      _ = try moment(of: trainer) { $0.step == 15 && $0.status == .paused }
      trainer.stop()
      let (parent, fork) = (try store.open(store.ids[0]), try store.open(store.ids[1]))
      #expect(parent.commands.map(\.command) == [.note("here")] && parent.lastStep > 20)
      #expect(fork.header.parent == .init(id: parent.id, step: 10) && fork.lastStep == 15)
      for run in [parent, fork] { #expect(try run.verify(threads: 1).isSame) }
    }
  }

  @Test func `a recorded run goes on in a trainer`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      let trainer = Trainer(resuming: id, of: store, threads: 1)
      let opened = try moment(of: trainer) { _ in true }
      #expect(opened.id == id && opened.step == 260 && opened.status == .paused)
      trainer.send(.advance(steps: 4))
      _ = try moment(of: trainer) { $0.step == 264 }
      trainer.stop()
      #expect(try store.open(id).lastStep == 264 && store.open(id).verify(threads: 1).isSame)
      let missing = Trainer(resuming: "none", of: store, threads: 1)
      missing.stop()
      guard case .failed(let sentence)? = missing.reports().first else { throw NoMoment() }
      #expect(sentence.hasPrefix("there is no run 'none'"))
    }
  }

  @Test func `a notebook that can't be written is told of, and the run trains`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write("", to: folder + "/file")
      let trainer = trainer(Fixture.store(folder + "/file"))
      var told: [String] = []
      for _ in 0..<20_000 where told.isEmpty {
        for case .unrecorded(let sentence) in trainer.reports() { told.append(sentence) }
        Thread.sleep(forTimeInterval: 0.001)
      }
      #expect(told.first?.hasPrefix("not recorded: the notebook's folder") == true)
      #expect(try moment(of: trainer) { $0.step > 5 }.id == nil)
      trainer.stop()
      #expect(trainer.losses.map(\.id) == [nil] && trainer.losses[0].description == told.first)
    }
  }

  @Test func `what is lost at the very end is told, also of a run that a fork leaves`() throws {
    try Fixture.withFolder { folder in
      let trainer = trainer(Fixture.store(folder))
      _ = try moment(of: trainer) { $0.step > 5 && $0.id != nil }
      trainer.send(.pause)
      let id = try #require(try moment(of: trainer) { $0.status != .training }.id)
      try FileManager.default.removeItem(atPath: "\(folder)/\(id)")
      trainer.fork()
      for _ in 0..<20_000 where trainer.losses.isEmpty { Thread.sleep(forTimeInterval: 0.001) }
      trainer.stop()
      #expect(trainer.losses.map(\.id) == [id])
      let told = trainer.reports().contains {
        if case .unrecorded(let sentence) = $0 {
          sentence.contains("no longer recorded")
        } else {
          false
        }
      }
      #expect(told || trainer.losses[0].description.contains("is recorded up to step"))
    }
  }

  @Test func `the notebook's folder is the named one, then the environment's, then XDG's`() {
    let home = ["HOME": "/h", "GANBOOK_HOME": "/g", "XDG_DATA_HOME": "/x"]
    #expect(NotebookFolder.named("/a", environment: home) == "/a")
    #expect(NotebookFolder.named(nil, environment: home) == "/g")
    #expect(NotebookFolder.named(nil, environment: ["GANBOOK_HOME": ""]) == nil)
    #expect(NotebookFolder.usual(environment: home) == "/x/ganbook")
    #expect(
      NotebookFolder.usual(environment: ["HOME": "/h", "XDG_DATA_HOME": "x"])
        == "/h/.local/share/ganbook")
    #expect(NotebookFolder.usual(environment: [:]) == nil)
  }
}
