import Foundation
import Notebook
import Testing

/// A run's folder that somebody else has made: its parts are what they should be, or refused.
@Suite struct FolderTests {
  /// A recorded run, a change of its folder, and what comes of it.
  private func received(
    _ change: (_ own: String, _ outside: String) throws -> Void,
    _ body: (RunStore, String, String) throws -> Void
  ) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder + "/notebook")
      let run = try Fixture.lived(store)
      run.end()
      let id = try #require(run.id)
      let outside = folder + "/outside"
      try Fixture.write("precious", to: outside + "/step-000000001.safetensors")
      try change("\(folder)/notebook/\(id)", outside)
      try body(store, id, outside)
    }
  }

  private static func link(_ path: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test func `a link in the place of checkpoints is refused, and nothing behind it changes`() throws
  {
    try received { own, outside in
      try Self.link(own + "/checkpoints", to: outside)
    } _: { store, id, outside in
      let sentence = "\(id)/checkpoints: not a folder"
      #expect(Fixture.refusal { _ = try store.open(id) } == sentence)
      #expect(Fixture.refusal { _ = try store.resume(id, threads: 1) } == sentence)
      #expect(store.cards().map(\.problem) == [sentence])
      let left = try FileManager.default.contentsOfDirectory(atPath: outside)
      #expect(left == ["step-000000001.safetensors"])
      #expect(try Fixture.text(outside + "/" + left[0]) == "precious")
    }
  }

  @Test func `a link that comes while a run is written is not followed`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder + "/notebook")
      let run = try Fixture.recording(store, steps: 900)
      let own = "\(folder)/notebook/\(try #require(run.id))"
      try Fixture.write("precious", to: folder + "/outside/step-000000400.safetensors")
      for _ in 0..<10 { run.advance() }
      try Self.link(own + "/checkpoints", to: folder + "/outside")
      while run.advance() {}
      run.end()
      let left = try FileManager.default.contentsOfDirectory(atPath: folder + "/outside")
      #expect(left == ["step-000000400.safetensors"])
      #expect(try Fixture.text(folder + "/outside/" + left[0]) == "precious")
    }
  }

  @Test(arguments: ["run.json", "commands.jsonl", "metrics.csv", "fingerprints.csv"])
  func `a link or a pipe in the place of a file is refused in a sentence`(name: String) throws {
    try received { own, outside in
      try FileManager.default.moveItem(atPath: "\(own)/\(name)", toPath: outside + "/file")
      try Self.link("\(own)/\(name)", to: outside + "/file")
    } _: { store, id, _ in
      let sentence = "\(id)/\(name): can't be read: it is a symbolic link"
      #expect(Fixture.refusal { _ = try store.open(id) } == sentence)
    }
    try received { own, _ in
      try FileManager.default.removeItem(atPath: "\(own)/\(name)")
      #expect(mkfifo("\(own)/\(name)", 0o600) == 0)
    } _: { store, id, _ in
      #expect(Fixture.refusal { _ = try store.open(id) } == "\(id)/\(name): not a plain file")
    }
  }

  @Test func `a pipe as lock, notes, preset or checkpoint hangs nothing`() throws {
    try received { own, _ in
      let newest = "checkpoints/step-000000260.safetensors"
      for name in ["lock", "notes.md", "preset.yaml", newest] {
        try FileManager.default.removeItem(atPath: "\(own)/\(name)")
        #expect(mkfifo("\(own)/\(name)", 0o600) == 0)
      }
    } _: { store, id, _ in
      #expect(store.cards().map(\.problem) == [nil])
      let recorded = try store.open(id)
      #expect(recorded.remarks.count == 2, "\(recorded.remarks)")
      #expect(try recorded.restored(threads: 1).run.step == 260)
      let sentence = "\(id)/lock: not a plain file"
      #expect(Fixture.refusal { _ = try store.resume(id, threads: 1) } == sentence)
      #expect(Fixture.refusal { try store.delete(id) } == sentence)
    }
  }

  @Test func `deleting takes links away and leaves what they lead to`() throws {
    try received { own, outside in
      try Self.link(own + "/more", to: outside)
      try Self.link(own + "/checkpoints/more", to: outside)
    } _: { store, id, outside in
      try store.delete(id)
      #expect(store.ids == [])
      #expect(try Fixture.text(outside + "/step-000000001.safetensors") == "precious")
    }
  }

  @Test func `a notebook's folder is made for its owner alone, and an old one is left as it is`()
    throws
  {
    try Fixture.withFolder { folder in
      func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
      }
      try Fixture.recording(Fixture.store(folder + "/a/b"), steps: 3).end()
      #expect(try mode(folder + "/a/b") == 0o700 && mode(folder + "/a") == 0o700)
      try FileManager.default.createDirectory(
        atPath: folder + "/shared", withIntermediateDirectories: true)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder + "/shared")
      try Fixture.recording(Fixture.store(folder + "/shared"), steps: 3).end()
      #expect(try mode(folder + "/shared") == 0o755)
    }
  }
}
