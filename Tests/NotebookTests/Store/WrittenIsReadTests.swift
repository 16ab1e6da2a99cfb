import Adversarial
import Experiments
import Foundation
@testable import Notebook
import Testing

/// Whatever was taken is written so that the own reader takes it, and finds the same in it.
@Suite struct WrittenIsReadTests {
  /// Texts that a file's form has to carry.
  static let texts = [
    "plain", "", " ", "\u{0}\u{1}\u{7F}", "\u{1B}[2J\u{9B}31m", "a\nb\r\nc\rd", "\u{85}\u{2028}x",
    "\u{202E}abc\u{2066}", "\u{FEFF}mark", "\"quotes\" \\ 'single' `tick`", "👩‍👩‍👧 e\u{301} ﷽",
    "## step 9\n## step 10", "{\"check\":\"0\"}", "=1+1", "- a: b # c", "null", "~", "1e5",
    "%41&a=b",
    String(repeating: "long ", count: 2_000), "\u{FFFF}\u{10FFFF}",
  ]

  /// Numbers that a file's form has to carry.
  static let numbers: [Double] = [
    0, -0.0, .nan, -.nan, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNormalMagnitude,
    .greatestFiniteMagnitude, 0.1 + 0.2, 1e15, 9_007_199_254_740_994, -1e-7, Double(Float(0.1)),
  ]

  private func isSame(_ one: Double, _ other: Double) -> Bool {
    one.isNaN ? other.isNaN : one.bitPattern == other.bitPattern
  }

  @Test func `commands with any text and number come back as they were given`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      for (index, text) in Self.texts.enumerated() {
        try run.apply(.note(text))
        try run.apply(.answer(text, to: text, isRight: index.isMultiple(of: 2) ? nil : true))
        try run.apply(.mark(at: 0))
      }
      for value in [0.1 + 0.2, 10, 0.5, 1.0.nextUp] {
        try run.apply(.set(name: "radius", setting: .number(value), column: 0))
      }
      try run.apply(.set(name: "discriminatorLearningRate", setting: .number(1e-6.nextUp)))
      try run.apply(.advance(steps: Preset.mostSteps))
      while run.step < 100 { run.advance() }
      run.end()
      let recorded = try store.open(try #require(run.id))
      #expect(recorded.commands == run.commands && recorded.remarks == [])
      #expect(try recorded.verify(threads: 1).isSame)
      let kept = recorded.notes.entries.filter { $0.step == 0 }.map(\.text)
      for text in ["plain", "👩‍👩‍👧 e\u{301} ﷽", "{\"check\":\"0\"}", "=1+1", "\u{202E}abc\u{2066}"] {
        #expect(kept.contains(text), "\(text)")
      }
    }
  }

  @Test func `a command longer than its log's lines is refused before it is written`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      let long = String(repeating: "e\u{301}", count: 100_000)
      for command in [Command.note(long), .answer("a", to: long, isRight: nil)] {
        #expect(throws: CommandError.self) { try run.apply(command) }
      }
      #expect(run.commands.isEmpty)
      try run.apply(.note(String(repeating: "x", count: 100_000)))
      run.end()
      #expect(try store.open(try #require(run.id)).commands == run.commands)
    }
  }

  @Test(arguments: WrittenIsReadTests.texts)
  func `a preset's title, note, sides and name come back`(text: String) throws {
    // What is on one line, and short, can be a title; libyaml takes a mark in front for its own.
    let title = String(
      text.filter { $0 != "\u{FEFF}" && !$0.unicodeScalars.contains(where: Wording.isControl) }
        .prefix(30))
    try Fixture.withFolder { folder in
      var preset = Fixture.preset(steps: Preset.mostSteps, seed: .max)
      preset.name = title + "/..\u{1B}"
      preset.title = title
      preset.note = title + "\n\n  indented\n" + title
      try preset.settings.set("radius", to: .number(0.1 + 0.2))
      preset.twins = ["", title].map { Preset.Column(title: $0, settings: preset.settings) }
      let store = Fixture.store(folder)
      let run = try Run(experiment: Fixture.page, preset: preset, threads: 1)
      run.attach(try store.create(run, began: text, parent: nil))
      run.end()
      let recorded = try store.open(try #require(run.id))
      #expect(recorded.remarks == [], "\(recorded.remarks)")
      #expect(recorded.header.began == Wording.line(text) && recorded.header.seed == .max)
      #expect(recorded.preset.columns == preset.columns && recorded.preset.title == title)
      #expect(recorded.preset.note == preset.note && recorded.preset.steps == preset.steps)
      let own = PresetFolder(path: folder + "/own")
      let file = try own.save(preset, as: "kept", among: PresetLibrary(presets: []))
      let saved = try Preset(path: file, pages: Fixture.pages)
      preset.name = "kept"
      #expect(saved == preset)
    }
  }

  @Test func `curves of any value come back, and what is no number stays none`() throws {
    try Fixture.withFolder { folder in
      let store = Fixture.store(folder)
      let run = try Fixture.recording(store)
      let id = try #require(run.id)
      run.end()
      let recorder = try store.recorder(for: store.open(id))
      let curves = (0..<Self.numbers.count).map { Curve("curve\($0)", title: "") }
      let measures = Self.numbers.enumerated().map { index, value in
        Measurement("measure\(index)", title: "", value: value, ofReal: value, format: .number)
      }
      recorder.record(
        step: 100,
        [
          RecordedColumn(
            curveList: curves, curves: Self.numbers.map { Float($0) }, measures: measures,
            survey: nil)
        ])
      recorder.close()
      let recorded = try store.open(id)
      for (index, value) in Self.numbers.enumerated() {
        let curve = try #require(recorded.series("curve\(index)")?.last)
        // An empty cell stands for what is not finite.
        let wanted = Float(value).isFinite ? value : .nan
        #expect(isSame(Double(Float(curve)), Double(Float(wanted))), "\(value)")
        let measure = try #require(recorded.series("measure\(index)")?.last)
        #expect(isSame(measure, value.isFinite ? value : .nan), "\(value)")
      }
    }
  }

  @Test func `625 modes have a column each, and the run opens`() throws {
    try Fixture.withFolder { folder in
      let page = Experiment.modeCollapse
      let store = RunStore(
        folder: URL(fileURLWithPath: folder), productVersion: "test", pages: [page])
      var preset = try OwnDataTests.preset()
      try preset.settings.set("dataset", to: .choice("grid"))
      try preset.settings.set("modes", to: .number(25))
      preset.twins = ["a", "b", "c", "d"].map {
        Preset.Column(title: $0, settings: preset.settings)
      }
      let run = try Run(experiment: page, preset: preset, threads: 1)
      run.attach(try store.create(run, began: "", parent: nil))
      while run.step < 100 { run.advance() }
      run.end()
      let recorded = try store.open(try #require(run.id))
      #expect(recorded.seriesNames.count > 5_000 && recorded.life(column: 3).count == 625)
    }
  }
}
