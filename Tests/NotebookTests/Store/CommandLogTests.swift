import Adversarial
import Foundation
import Notebook
import Testing

/// The file of commands: torn, edited, reordered.
@Suite struct CommandLogTests {
  private func refusal(_ id: String, _ folder: String, _ lines: [String]) throws -> String? {
    let path = "\(folder)/\(id)/commands.jsonl"
    try Fixture.write(lines.map { $0 + "\n" }.joined(), to: path)
    return Fixture.refusal { _ = try Fixture.store(folder).open(id) }
  }

  @Test func `a log torn at any byte opens with the whole lines before`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      let path = "\(folder)/\(id)/commands.jsonl"
      let whole = try Fixture.read(path)
      // What speaks of later commands was not yet there either.
      for name in ["fingerprints.csv", "metrics.csv"] {
        try FileManager.default.removeItem(atPath: "\(folder)/\(id)/\(name)")
      }
      for length in 0...whole.count {
        let torn = whole.prefix(length)
        try torn.write(to: URL(fileURLWithPath: path))
        let recorded = try store.open(id)
        #expect(recorded.commands == run.commands.prefix(torn.count { $0 == 0x0A }).map { $0 })
        let isTorn = torn.last.map { $0 != 0x0A } ?? false
        #expect(
          recorded.remarks
            == (isTorn ? ["the last line of commands.jsonl was torn, and is left out"] : []))
      }
    }
  }

  @Test func `a recording torn in all three files goes on and verifies`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      for (name, rest) in [
        ("commands.jsonl", "{\"step\":2"), ("fingerprints.csv", "300,9,tr"), ("metrics.csv", "3"),
      ] {
        let handle = try #require(FileHandle(forWritingAtPath: "\(folder)/\(id)/\(name)"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(rest.utf8))
        try handle.close()
      }
      let (again, remarks) = try store.resume(id, threads: 1)
      #expect(remarks.count == 3)
      try again.apply(.resume)
      for _ in 0..<60 { again.advance() }
      again.end()
      #expect(try store.open(id).remarks == [])
      #expect(try store.open(id).verify(threads: 1).isSame)
    }
  }

  @Test func `edited, doubled, moved, missing and unknown lines are refused by number`() throws {
    try Fixture.withFolder { folder in
      let run = try Fixture.lived(Fixture.store(folder))
      let id = try #require(run.id)
      run.end()
      let lines = try Fixture.text("\(folder)/\(id)/commands.jsonl").split(separator: "\n")
        .map(String.init)
      let file = "\(id)/commands.jsonl"
      let foreign = "not the line that was written here: edited, doubled, moved or taken out"
      var edited = lines
      edited[0] = edited[0].replacing("0.0003", with: "0.0004")
      #expect(try refusal(id, folder, edited) == "\(file):1: \(foreign)")
      #expect(try refusal(id, folder, [lines[0]] + lines) == "\(file):2: \(foreign)")
      var moved = lines
      moved.swapAt(3, 4)
      #expect(try refusal(id, folder, moved) == "\(file):4: \(foreign)")
      var missing = lines
      missing.remove(at: 5)
      #expect(try refusal(id, folder, missing) == "\(file):6: \(foreign)")
      var spaced = lines
      spaced[2] += " "
      #expect(try refusal(id, folder, spaced) == "\(file):3: \(foreign)")
      for (line, sentence) in [
        ("{\"step\":300,\"reset\":true,\"check\":\"00\"}", "unknown command 'reset'"),
        ("{\"step\":300,\"pause\":1,\"check\":\"00\"}", "'pause' must be true"),
        ("{\"step\":300,\"pause\":true}", "'check' must be a text"),
        ("{\"step\":-1,\"pause\":true,\"check\":\"\"}", "'step' must be a whole number"),
        ("{\"step\":300,\"set\":\"a\",\"to\":[],\"check\":\"\"}", "the value of 'a' must be"),
        ("{\"step\":300,\"twin\":9,\"check\":\"\"}", "'twin' must be a whole number from 1 to 4"),
        ("pause", "no JSON: no value at byte 1"), ("", "no JSON: no value at byte 1"),
        (String(repeating: "[", count: 99), "no JSON: nested too deeply at byte 17"),
      ] {
        let refused = try refusal(id, folder, lines + [line])
        #expect(
          refused?.hasPrefix("\(file):\(lines.count + 1): \(sentence)") == true, "\(refused ?? "")")
      }
      let short = try refusal(id, folder, Array(lines.dropLast(2)))
      #expect(
        short == "\(file): it ends after 7 commands, and fingerprints.csv speaks of 9")
    }
  }
}
