import Adversarial
import Experiments
import Foundation
import Notebook
import Testing

@Suite struct RunStoreTests {
  @Test func `a recorded run comes back with its past, its curves and its notes`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      let live = run.moment(fieldColumns: 3, fieldRows: 2)
      run.end()
      let again = try store.resume(id, threads: 2).run
      let moment = again.moment(fieldColumns: 3, fieldRows: 2)
      #expect(moment.id == id && live.id == id)
      #expect(moment.status == .paused && moment.step == 260)
      #expect(moment.time.commands == live.time.commands)
      #expect(moment.time.parted == live.time.parted && live.time.parted != nil)
      #expect(moment.columns.map(\.history.steps) == live.columns.map(\.history.steps))
      #expect(moment.columns.map(\.history.series) == live.columns.map(\.history.series))
      #expect(moment.columns.map(\.curves) == live.columns.map(\.curves))
      for step in [0, 41, 90, 91, 150, 151, 259] {
        let (then, now) = (
          run.moment(at: step, fieldColumns: 1, fieldRows: 1),
          again.moment(at: step, fieldColumns: 1, fieldRows: 1)
        )
        #expect(then.columns.map(\.curves) == now.columns.map(\.curves), "step \(step)")
      }
      again.end()
      let notes = try store.open(id).notes.entries
      #expect(notes.map(\.step) == [91, 200])
      #expect(notes[0].text == "it hops\n\n ## step 7\nnot a heading" && notes[1].text == "")
    }
  }

  @Test func `cards tell of every run, and of those that can't be opened why`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      #expect(store.cards() == [])
      let first = try Fixture.lived(store)
      let second = try Fixture.recording(store, steps: 30, seed: .max)
      while second.advance() {}
      first.end()
      second.end()
      try Fixture.write("{", to: folder + "/broken-1/run.json")
      let cards = store.cards()
      #expect(
        cards.map(\.id) == ["broken-1", "mode-collapse-fixture-1", "mode-collapse-fixture-2"])
      #expect(cards[0].problem == "broken-1/run.json: no JSON: a key is missing at byte 2")
      #expect(cards[1].status == "stopped at step 260" && cards[1].columns == 2)
      #expect(cards[2].status == "finished" && cards[2].seed == .max && cards[2].target == 30)
      #expect(cards[1].sparks.count == 2 && cards[1].began == "today")
    }
  }

  @Test func `a fork's folder replays alone, and names its parent`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      let fork = try run.fork(at: 170)
      let keeper = RunKeeper(store) { "later" }
      fork.attach(try keeper.begin(fork, parent: (id, 170)))
      run.end()
      try store.delete(id)
      try fork.apply(.resume)
      while fork.step < 260 { fork.advance() }
      try fork.apply(.set(name: "batch", setting: .number(4)))
      for _ in 0..<20 { fork.advance() }
      fork.end()
      let recorded = try store.open(try #require(fork.id))
      #expect(recorded.header.parent == RunHeader.Parent(id: id, step: 170))
      #expect(recorded.standings.map(\.step).prefix(3) == [0, 91, 100], "the parent's past")
      #expect(recorded.seriesSteps.first == 91 && recorded.notes.entries.map(\.step) == [91])
      let count = recorded.standings.count
      #expect(try recorded.verify(threads: 2) == .same(fingerprints: count, steps: 280))
      #expect(count == 6)
      #expect(try recorded.restored(threads: 1).run.fingerprints == fork.fingerprints)
    }
  }

  @Test func `a run has one writer; others read`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.flush()
      let (reader, remarks) = try store.resume(id, threads: 1)
      #expect(reader.recorder == nil && reader.step == 260)
      #expect(remarks == ["\(id): another ganbook has this run open: here it can only be read"])
      #expect(Fixture.refusal { try store.delete(id) } == remarks[0])
      run.end()
      try store.delete(id)
      #expect(store.ids == [])
    }
  }

  @Test(arguments: ["", ".", "..", "../a", "a/b", "/tmp", "a\u{0}", "-f", ".new-a", "ä", "a b"])
  func `a name that leads out of the folder is refused`(name: String) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder + "/inner")
      try Fixture.write("x", to: folder + "/a/run.json")
      for body in [{ _ = try store.open(name) }, { try store.delete(name) }] as [() throws -> Void]
      {
        #expect(throws: StoreError.self) { try body() }
        #expect(Fixture.refusal(body)?.contains("can't be a run's name") == true)
      }
    }
  }

  @Test func `a link is no run, and no file of one`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder + "/notebook")
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      let manager = FileManager.default
      let own = folder + "/notebook/" + id
      try manager.createSymbolicLink(atPath: folder + "/notebook/other", withDestinationPath: own)
      #expect(store.ids == [id])
      #expect(
        Fixture.refusal { _ = try store.open("other") } == "'other' is no folder of this notebook")
      try manager.moveItem(atPath: own + "/commands.jsonl", toPath: folder + "/outside")
      try manager.createSymbolicLink(
        atPath: own + "/commands.jsonl", withDestinationPath: folder + "/outside")
      let sentence = "\(id)/commands.jsonl: can't be read: it is a symbolic link"
      #expect(Fixture.refusal { _ = try store.open(id) } == sentence)
      try manager.removeItem(atPath: own + "/notes.md")
      try manager.createSymbolicLink(
        atPath: own + "/notes.md", withDestinationPath: folder + "/outside")
    }
  }

  @Test func `an unknown run is refused with the nearest name`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      try Fixture.lived(store).end()
      #expect(
        Fixture.refusal { _ = try store.open("mode-colapse-fixture-1") }
          == "there is no run 'mode-colapse-fixture-1'; did you mean 'mode-collapse-fixture-1'?")
    }
  }
}
