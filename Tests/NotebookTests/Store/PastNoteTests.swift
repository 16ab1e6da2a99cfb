import Foundation
import Notebook
import Testing

/// Marks and notes about an earlier step than the one at which they are made.
@Suite struct PastNoteTests {
  private let written: [Command] = [.mark(at: 10), .note("it hopped here", at: 20), .mark()]

  @Test func `they keep both steps through the disk, and the run verifies`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      let id = try #require(run.id)
      for _ in 0..<50 { run.advance() }
      for command in written { try run.apply(command) }
      run.end()
      let recorded = try store.open(id)
      #expect(recorded.commands.map(\.command) == written)
      #expect(recorded.commands.map(\.step) == [50, 50, 50])
      #expect(recorded.commands.map(\.subject) == [10, 20, 50])
      #expect(recorded.notes.entries.map(\.step) == [10, 20, 50])
      #expect(recorded.notes.entries.map(\.text) == ["", "it hopped here", ""])
      #expect(try recorded.verify(threads: 1).isSame)
      let again = try recorded.restored(threads: 1).run
      #expect(again.commands == run.commands && again.fingerprints == run.fingerprints)
    }
  }

  @Test func `a step that has not come is refused, in the run and in its file`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      let id = try #require(run.id)
      #expect(throws: CommandError.self) { try run.apply(.mark(at: 1)) }
      #expect(throws: CommandError.self) { try run.apply(.note("before", at: -1)) }
      #expect(run.commands.isEmpty)
      run.end()
      let line = "{\"step\":3,\"note\":\"x\",\"at\":4,\"check\":\"00\"}\n"
      try Fixture.write(line, to: "\(folder)/\(id)/commands.jsonl")
      let refusal = Fixture.refusal { _ = try store.open(id) }
      #expect(refusal?.contains("'at' must be a whole number from 0 to 3") == true)
    }
  }
}
