import Foundation
import Notebook
import Testing

/// What deleted runs and killed programs leave in a notebook's folder.
@Suite struct DeletingTests {
  private func name(_ store: RunStore) throws -> String {
    let run = try Fixture.recording(store, steps: 3)
    defer { run.end() }
    return try #require(run.id)
  }

  @Test func `a deleted run's number is not used again, whichever is deleted first`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let names = try (1...3).map { _ in try name(store) }
      #expect(names.map { $0.suffix(2) } == ["-1", "-2", "-3"])
      for name in [names[1], names[2], names[0]] { try store.delete(name) }
      #expect(try name(store).hasSuffix("-4"))
      let hidden = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix(".") }
      #expect(hidden == [".gone-\(names[2])"], "one empty file a name")
      #expect(store.ids.count == 1)
    }
  }

  @Test func `leftovers of killed programs go when the next run begins, those in use stay`() throws
  {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      for name in [".new-a-1", ".deleted-a-2", ".new-b-1"] {
        try Fixture.write("", to: "\(folder)/\(name)/lock")
      }
      try Fixture.write("", to: "\(folder)/.new-c-1/run.json")
      let held = try #require(FileHandle(forUpdatingAtPath: folder + "/.new-b-1/lock"))
      #expect(flock(held.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
      _ = try name(store)
      let hidden = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix(".") }
      #expect(hidden.sorted() == [".new-b-1", ".new-c-1"])
      try held.close()
    }
  }

  @Test func `a card says where another program records, and not of this one`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 3)
      #expect(store.cards().map(\.isElsewhere) == [false])
      let id = try #require(run.id)
      // The lock is another program's when its number stands there.
      try Data("1\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(id)/lock"), options: [])
      #expect(store.cards().map(\.isElsewhere) == [true])
      run.end()
      // A program that another test has just started has this one's files for a moment.
      for _ in 0..<200 where store.cards().map(\.isElsewhere) != [false] { usleep(10_000) }
      #expect(store.cards().map(\.isElsewhere) == [false])
    }
  }
}
