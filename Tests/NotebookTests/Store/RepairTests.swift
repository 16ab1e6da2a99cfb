import Adversarial
import Foundation
import Notebook
import Testing

/// What is kept of a damaged run.
@Suite struct RepairTests {
  /// A run of 260 steps, damaged, and what repairing it brings.
  private func repaired(
    _ name: String, _ change: ([String]) -> [String],
    _ body: (RunStore, String, Repair) throws -> Void
  ) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      run.end()
      let id = try #require(run.id)
      let path = "\(folder)/\(id)/\(name)"
      let lines = try Fixture.text(path).split(separator: "\n").map(String.init)
      try Fixture.write(change(lines).map { $0 + "\n" }.joined(), to: path)
      let damaged = try Fixture.text(path)
      #expect(Fixture.refusal { _ = try store.open(id) } != nil)
      let repair = try #require(try store.repair(id, threads: 1))
      #expect(try Fixture.text(path) == damaged, "the damaged run stays as it is")
      let kept = try store.open(try #require(repair.id))
      #expect(try kept.verify(threads: 2).isSame && kept.lastStep == repair.step)
      try body(store, id, repair)
    }
  }

  @Test func `a lost line of commands keeps what came before it`() throws {
    try repaired("commands.jsonl") { lines in
      lines.enumerated().filter { $0.offset != 5 }.map(\.element)
    } _: { store, _, repair in
      // The command at step 120 is lost: the last fingerprint before it is that of step 100.
      #expect(repair.step == 100 && repair.lastStep == 260)
      let kept = try store.open(try #require(repair.id))
      #expect(kept.commands.count == 5 && kept.notes.entries.map(\.step) == [91])
      #expect(repair.dropped.count == 3, "\(repair.dropped)")
      #expect(repair.dropped[0].hasPrefix("commands.jsonl:6: not the line"))
      #expect(repair.dropped[1] == "steps 101 to 260 can't be verified")
      #expect(repair.dropped[2] == "1 note at later steps")
    }
  }

  @Test func `lost lines at the end of the commands are told by the fingerprints`() throws {
    try repaired("commands.jsonl") {
      Array($0.prefix(2))
    } _: { _, _, repair in
      #expect(repair.step == 0 || repair.step == 91, "\(repair)")
    }
  }

  @Test func `without run.json the preset says what was trained`() throws {
    try repaired("run.json") { _ in
      []
    } _: { store, id, repair in
      #expect(repair.step == 260 && repair.dropped.count == 1, "\(repair.dropped)")
      let name = try #require(repair.id)
      let (kept, old) = (try store.open(name), store.cards()[0])
      #expect(kept.header.seed == 1 && kept.header.steps == 400 && kept.commands.count == 9)
      #expect(old.id == id && old.problem != nil)
    }
  }

  @Test func `a broken row of fingerprints costs that row alone`() throws {
    try repaired("fingerprints.csv") { lines in
      lines.enumerated().map { $0.offset == 2 ? "torn" : $0.element }
    } _: { _, _, repair in
      #expect(repair.step == 260 && repair.dropped == ["1 line of fingerprints.csv can't be read"])
    }
  }

  @Test func `broken measures are measured anew`() throws {
    try repaired("metrics.csv") {
      Array($0.dropFirst())
    } _: { store, _, repair in
      #expect(repair.step == 260)
      #expect(repair.dropped.count == 1 && repair.dropped[0].hasSuffix("; it is made anew"))
      let kept = try #require(repair.id)
      #expect(try store.open(kept).seriesSteps.contains(200))
    }
  }

  @Test func `a run that is whole is left alone; one of which nothing verifies is refused`() throws
  {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      run.end()
      let id = try #require(run.id)
      let whole = try store.repair(id, threads: 1)
      #expect(whole?.id == nil && whole?.step == 260 && store.ids == [id])
      try Fixture.write("", to: "\(folder)/\(id)/fingerprints.csv")
      #expect(
        Fixture.refusal { _ = try store.repair(id, threads: 1) }
          == "\(id): no fingerprint of it is that of the run, trained again")
      #expect(store.ids == [id])
    }
  }

  @Test func `a repair that is stopped leaves nothing`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      run.end()
      let id = try #require(run.id)
      try Fixture.write("{", to: "\(folder)/\(id)/run.json")
      for limit in [10, 300] {
        var steps = 0
        let repair = try store.repair(id, threads: 1) { _ in
          steps += 1
          return steps < limit
        }
        #expect(repair == nil && store.ids == [id])
      }
    }
  }
}
