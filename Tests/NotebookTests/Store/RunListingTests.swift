import Foundation
import Notebook
import Testing

/// The list of runs, read anew and by its index.
@Suite struct RunListingTests {
  /// Files as they are long after they were written: only then an index believes in them.
  private static func age(_ folder: String) throws {
    let manager = FileManager.default
    for case let name as String in manager.enumerator(atPath: folder) ?? .init() {
      try manager.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000)],
        ofItemAtPath: folder + "/" + name)
    }
    // The time that nothing but the system sets.
    Thread.sleep(forTimeInterval: 3.3)
  }

  /// The check at the end of a line: FNV-1a.
  private static func check(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func notebook(_ body: (RunStore, String, [String]) throws -> Void) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let first = try Fixture.lived(store)
      let second = try Fixture.recording(store, steps: 30, seed: .max)
      while second.advance() {}
      first.end()
      second.end()
      try Self.age(folder)
      try body(store, folder, [try #require(first.id), try #require(second.id)])
    }
  }

  @Test func `the index tells what the files tell`() throws {
    try notebook { store, folder, _ in
      let read = store.cards()
      #expect(FileManager.default.fileExists(atPath: folder + "/.runs"))
      #expect(store.cards() == read && read[0].columns == 2 && read[1].seed == .max)
      // It is the index that answers: a line that says something else, checked, is believed.
      var lines = try Fixture.text(folder + "/.runs").split(separator: "\n").map(String.init)
      #expect(lines.count == 3)
      let said = String(lines[2].dropLast(16)).replacing("finished", with: "finish")
      lines[2] = said + Self.check(said)
      try Fixture.write(lines.joined(separator: "\n") + "\n", to: folder + "/.runs")
      #expect(store.cards()[1].status == "finish")
      try FileManager.default.removeItem(atPath: folder + "/.runs")
      #expect(store.cards() == read)
    }
  }

  @Test(arguments: ["run.json", "commands.jsonl", "metrics.csv", "fingerprints.csv"])
  func `a file that changes is read anew, also where its size and its time are the same`(
    name: String
  ) throws {
    try notebook { store, folder, ids in
      #expect(store.cards().map(\.problem) == [nil, nil])
      let path = "\(folder)/\(ids[0])/\(name)"
      var bytes = try Fixture.read(path)
      bytes[bytes.startIndex] = 0x78
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.write(contentsOf: bytes)
      try file.close()
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: path)
      #expect(store.cards()[0].problem?.hasPrefix("\(ids[0])/\(name)") == true)
      #expect(store.cards()[1].problem == nil)
    }
  }

  @Test func `points that come, and runs that go, show`() throws {
    try notebook { store, folder, ids in
      _ = store.cards()
      try Fixture.write("1,2\n", to: "\(folder)/\(ids[0])/data-0123456789abcdef-x.csv")
      #expect(store.cards()[0].problem?.contains("hash is another") == true)
      try store.delete(ids[1])
      #expect(store.cards().map(\.id) == [ids[0]])
    }
  }

  @Test func `an index that is torn, edited or of another program does not count`() throws {
    try notebook { store, folder, _ in
      let read = store.cards()
      let whole = try Fixture.read(folder + "/.runs")
      var dice = Dice(state: 3)
      for round in 0..<300 {
        var bytes = [UInt8](whole)
        switch round % 3 {
        case 0: bytes.removeSubrange(dice.below(bytes.count)...)
        case 1: bytes[dice.below(bytes.count)] = UInt8(dice.below(256))
        default: bytes.remove(at: dice.below(bytes.count))
        }
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/.runs"))
        #expect(store.cards() == read, "round \(round)")
      }
      let hidden = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix(".runs.") }
      #expect(hidden == [])
    }
  }

  @Test func `a pipe or a link as index is passed over`() throws {
    try notebook { store, folder, _ in
      let read = store.cards()
      try FileManager.default.removeItem(atPath: folder + "/.runs")
      #expect(mkfifo(folder + "/.runs", 0o600) == 0)
      #expect(store.cards() == read)
    }
  }

  @Test func `what was written just now is not believed the next time`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      try Fixture.recording(store, steps: 3).end()
      _ = store.cards()
      #expect(!FileManager.default.fileExists(atPath: folder + "/.runs"))
    }
  }

  @Test(arguments: [
    ("a-2", "a-10"), ("a-2", "b-1"), ("a", "a-1"), ("a-1", "a-01"), ("a-9-2", "a-10-1"),
  ])
  func `digits in names count as numbers`(first: String, second: String) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      for name in [second, first] { try Fixture.write("{", to: "\(folder)/\(name)/run.json") }
      #expect(store.ids == [first, second])
    }
  }
}
