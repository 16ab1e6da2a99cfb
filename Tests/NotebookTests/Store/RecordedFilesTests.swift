import Adversarial
import Foundation
import Notebook
import Testing

/// The other files of a run's folder: what is wrong in them is one sentence.
@Suite struct RecordedFilesTests {
  /// A recorded run whose file has been changed, and what opening it says.
  private func opened(
    _ name: String, _ change: (String) -> String
  ) throws -> (recorded: RecordedRun?, sentence: String) {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      let path = "\(folder)/\(id)/\(name)"
      try Fixture.write(change(try Fixture.text(path)), to: path)
      do {
        return (try store.open(id), "")
      } catch {
        return (nil, "\(error)".replacing(id + "/", with: ""))
      }
    }
  }

  @Test(
    arguments: [
      (
        "\"format\":1", "\"format\":2",
        "written in format 2 by a newer ganbook; this one reads up to 1"
      ),
      ("\"format\":1,", "", "'format' must be a whole number from 1 to \(Int.max)"),
      ("\"seed\":1", "\"seed\":-1", "'seed' must be a whole number"),
      ("\"seed\":1", "\"seed\":1,\"seed\":1", "no JSON: the key 'seed' is given twice"),
      ("\"steps\":400", "\"steps\":0", "'steps' must be a whole number from 1 to 1000000000"),
      (
        "\"parent\":null", "\"parent\":{\"run\":\"../x\",\"step\":1}",
        "'../x' can't be a run's name; `ganbook runs` lists those there are"
      ),
      ("\"began\"", "\"begun\"", "'began' must be a text"),
      ("\"radius\":2", "\"radius\":99", "'radius' is 99; it must lie between 0 and 10"),
      ("\"radius\":2", "\"radius\":0", "'radius' is 0, which puts all centres into one place"),
      ("\"radius\":2", "\"radiuss\":2", "there is no knob 'radiuss'; did you mean 'radius'?"),
    ])
  func `a header that is wrong is refused`(old: String, new: String, sentence: String) throws {
    let said = try opened("run.json") { $0.replacing(old, with: new) }.sentence
    #expect(said.hasPrefix("run.json: " + sentence), "\(said)")
  }

  @Test func `a page that is gone is named`() throws {
    let sentence = try opened("run.json") { $0.replacing("\"page\":\"mode", with: "\"page\":\"x") }
      .sentence
    #expect(sentence.hasSuffix("its page 'x-collapse' is not in this ganbook"))
  }

  @Test func `a preset that was edited is told of, and the run plays as it was played`() throws {
    let (recorded, _) = try opened("preset.yaml") { _ in "page: 3\nknobs: [" }
    #expect(recorded?.remarks.count == 1 && recorded?.preset.steps == 400)
    #expect(recorded?.remarks[0].hasSuffix("; the run is played as run.json tells it") == true)
  }

  @Test(
    arguments: [
      ("metrics.csv", "step,", "stop,", "metrics.csv:1: the first name must be 'step'"),
      ("metrics.csv", "\n100,", "\n101,x,", "metrics.csv:3: not a row that was written here"),
      ("metrics.csv", "\n200,", "\n99,", "metrics.csv:4: not a row that was written here"),
      ("fingerprints.csv", "step,", "x,", "fingerprints.csv:1: the first line must be"),
      ("fingerprints.csv", "training", "resting", "fingerprints.csv:2: not a line that was"),
    ])
  func `a table that is wrong is refused with its line`(
    file: String, old: String, new: String, sentence: String
  ) throws {
    let said = try opened(file) { $0.replacing(old, with: new) }.sentence
    #expect(said.hasPrefix(sentence), "\(said)")
  }

  @Test func `a fingerprint that was edited parts at its step`() throws {
    let (recorded, _) = try opened("fingerprints.csv") { text in
      var lines = text.split(separator: "\n").map(String.init)
      lines[3] = String(lines[3].dropLast(4)) + "abcd"
      return lines.joined(separator: "\n") + "\n"
    }
    #expect(try recorded?.verify(threads: 1) == .parted(step: 100, after: 91))
  }

  @Test func `another kind of kernels is said, not called corruption`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let id = try #require(run.id)
      run.end()
      let own = "\(folder)/\(id)"
      try Fixture.write(
        Fixture.text(own + "/run.json").replacing(Run.kernel, with: "portable"),
        to: own + "/run.json")
      #expect(try store.open(id).verify(threads: 1).isSame, "the bits are these all the same")
      let marks = try Fixture.text(own + "/fingerprints.csv").replacing(
        ",0,training,", with: ",0,training,f")
      try Fixture.write(
        marks.split(separator: "\n").map {
          $0.replacing(/training,f(.{15})./) { "training,f\($0.1)" }
        }
        .joined(separator: "\n") + "\n", to: own + "/fingerprints.csv")
      #expect(try store.open(id).verify(threads: 1) == .otherKernel("portable", step: 0))
      let remarks = try store.resume(id, threads: 1).remarks
      #expect(remarks.contains { $0.contains("portable kernels") }, "\(remarks)")
    }
  }

  @Test func `notes may be edited outside, and go on at their end`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.lived(store)
      let path = "\(folder)/\(try #require(run.id))/notes.md"
      try Fixture.write("# My title\r\n\nwords\n## step 1 200\nlater", to: path)
      try run.apply(.note("und so weiter"))
      try run.apply(.mark())
      run.end()
      let text =
        "# My title\r\n\nwords\n## step 1 200\nlater\n\n"
        + "## step 260\n\nund so weiter\n\n## step 260\n"
      #expect(try Fixture.text(path) == text)
      let notes = try store.open(try #require(run.id)).notes
      #expect(notes.entries.map(\.step) == [nil, 1_200, 260, 260])
      #expect(notes.entries.map(\.text) == ["# My title\n\nwords", "later", "und so weiter", ""])
    }
  }
}
