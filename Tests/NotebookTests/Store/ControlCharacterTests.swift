import Foundation
import Notebook
import Testing

/// What a received run could say to a terminal.
@Suite struct ControlCharacterTests {
  private static let hostile = ["\\u001b]0;x\\u0007", "\\u009b31m", "\\u202e", "a\\nb", "\\u2066"]

  @Test(arguments: ["product", "kernel", "page", "preset", "title", "began"], hostile)
  func `control characters in run.json are refused, and the sentence has none`(
    key: String, text: String
  ) throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 3)
      run.end()
      let id = try #require(run.id)
      let path = "\(folder)/\(id)/run.json"
      let changed = try Fixture.text(path).replacing(
        try Regex("\"\(key)\":\"[^\"]*\""), with: "\"\(key)\":\"\(text)\"")
      try Fixture.write(changed, to: path)
      let said = try #require(Fixture.refusal { _ = try store.open(id) })
      #expect(said.contains("'\(key)' must be"), "\(said)")
      #expect(Wording.shown(said) == said)
    }
  }

  @Test func `the name of a series with control characters is refused`() throws {
    let text = try CSVText(Array("step,a\u{1B}]0;x\u{7}\n1,2\n".utf8), file: MetricsFile.name)
    #expect(
      Fixture.refusal { _ = try MetricsFile(text) }
        == "metrics.csv:1: a name holds control characters")
  }

  @Test func `a note with them is written without, and can be read again`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store, steps: 3)
      try run.apply(.note("bell \u{7} and\tmore\nlines \u{9B}"))
      run.end()
      let commands = try store.open(try #require(run.id)).commands
      #expect(commands.map(\.command) == [.note("bell \u{FFFD} and\tmore\nlines \u{FFFD}")])
    }
  }

  @Test func `a preset whose name or title has them is recorded without`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      var preset = Fixture.preset
      preset.name = "a\u{1B}[2J\nb"
      preset.title = "\u{202E}x"
      let run = try Run(experiment: Fixture.page, preset: preset, threads: 1)
      run.attach(try store.create(run, began: "today", parent: nil))
      run.end()
      let header = try store.open(try #require(run.id)).header
      #expect(header.preset == "a\u{FFFD}[2J\u{FFFD}b" && header.title == "\u{FFFD}x")
    }
  }

  @Test func `the door lets lines through and nothing else`() {
    #expect(Wording.shown("a\n\tb – é 字") == "a\n\tb – é 字")
    #expect(
      Wording.shown("\u{1B}[2J\r\u{7F}\u{85}\u{9B}\u{202E}\u{2067}\u{2028}")
        == "\u{FFFD}[2J" + String(repeating: "\u{FFFD}", count: 7))
    let line = JSON.text("a\u{9B}b\u{202E}\n").line
    #expect(JSON.shown(line) == "\"a\\u009bb\\u202e\\n\"")
  }
}
