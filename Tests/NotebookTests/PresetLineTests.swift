import Adversarial
import Foundation
import Notebook
import Testing

/// A whole configuration in one line of a message.
@Suite struct PresetLineTests {
  private static let twin =
    "page: mode-collapse\nseed: 4\ntwins:\n  - title: as it is\n"
    + "  - title: large\n    knobs: {batch: 64}\n"

  /// A library of a plain preset, the page's own, and of a twin.
  static func withLibrary<Result>(_ body: (PresetLibrary) throws -> Result) throws -> Result {
    try Fixture.withFolder { folder in
      let plain = "page: mode-collapse\ntitle: plain\nsteps: 500\nknobs: {radius: 1.5}\n"
      try Fixture.write(plain, to: folder + "/mode-collapse-paper.yaml")
      try Fixture.write(twin, to: folder + "/mode-collapse-twin.yaml")
      try Fixture.write("page: nowhere\n", to: folder + "/broken.yaml")
      return try body(PresetLibrary(folders: [folder], pages: Fixture.pages))
    }
  }

  @Test func `a line says what differs from a preset`() throws {
    try Self.withLibrary { library in
      let base = try library.preset("mode-collapse-paper")
      let preset = try library.preset("mode-collapse-paper?seed=7&steps=30&batch=64")
      #expect(preset.seed == 7 && preset.steps == 30)
      #expect(preset.settings.integer("batch") == 64)
      #expect(preset.settings.number("radius") == 1.5, "the preset's own knobs stay")
      #expect(preset.name == base.name)
      #expect(preset.title == "batch 64", "the title says what is new")
      #expect(try library.preset("mode-collapse-paper?seed=7").title == "plain")
    }
  }

  @Test func `a page's name means its own defaults, with a line behind it or without`() throws {
    try Self.withLibrary { library in
      let defaults = try Preset(
        yaml: "page: mode-collapse", file: "f", name: "mode-collapse", pages: Fixture.pages)
      for name in ["mode-collapse", "mode-collapse?", "mode-collapse?seed=1"] {
        let preset = try library.preset(name)
        #expect(preset.settings == defaults.settings && preset.twins.isEmpty, "\(name)")
        #expect(preset.seed == defaults.seed && preset.steps == defaults.steps, "\(name)")
        #expect(preset.name == "mode-collapse" && preset.script == nil)
      }
      let changed = try library.preset("mode-collapse?steps=7&batch=8")
      #expect(changed.steps == 7 && changed.settings.integer("batch") == 8)
      #expect(library.line(of: changed) == "mode-collapse?steps=7&batch=8")
      #expect(try library.preset("cost-functions").page == "cost-functions", "without any preset")
      let costs = "cost-functions?seed=9"
      #expect(library.line(of: try library.preset(costs)) == costs)
    }
  }

  @Test func `the preset of a page with no preset of its own is told by the page`() throws {
    try Self.withLibrary { library in
      var own = try library.preset("cost-functions?radius=3")
      own.name = "mine"
      #expect(library.line(of: own) == "cost-functions?radius=3")
    }
  }

  @Test func `a letter speaks of one side, and a knob without one of all`() throws {
    try Self.withLibrary { library in
      let twin = try library.preset("mode-collapse-twin?radius=3&b.batch=8")
      #expect(twin.twins.map { $0.settings.number("radius") } == [3, 3])
      #expect(twin.twins.map { $0.settings.integer("batch") } == [16, 8])
      #expect(twin.twins.map(\.title) == ["as it is", "batch 8"])
      let made = try library.preset("mode-collapse?a.batch=4&c.batch=5&c.title=five%20%26%20more")
      #expect(made.twins.map { $0.settings.integer("batch") } == [4, 16, 5])
      #expect(made.twins.map(\.title) == ["batch 4", "as is", "five & more"])
      #expect(try library.preset("mode-collapse-twin?sides=1").twins.isEmpty)
      #expect(try library.preset("mode-collapse-paper?sides=2").twins.count == 2)
    }
  }

  @Test(arguments: [
    "mode-collapse-paper", "mode-collapse-paper?seed=18446744073709551615",
    "mode-collapse-paper?steps=9&radius=0.30000000000000004&generatorCost=non-saturating",
    "mode-collapse-twin?sides=1&batch=3", "mode-collapse-twin?sides=4&c.batch=3&d.title=%C3%A9%25",
    "mode-collapse-twin?batch=64&b.title=as%20it%20is&b.batch=16",
    "mode-collapse-paper?sides=2&b.discriminatorLearningRate=1e-6",
  ])
  func `what is printed reads back as the same preset`(line: String) throws {
    try Self.withLibrary { library in
      let preset = try library.preset(line)
      let printed = library.line(of: preset)
      #expect(try library.preset(printed) == preset, "\(printed)")
      #expect(library.line(of: try library.preset(printed)) == printed)
    }
  }

  @Test func `a line is as short as it can be`() throws {
    try Self.withLibrary { library in
      func line(_ text: String) throws -> String { library.line(of: try library.preset(text)) }
      #expect(try line("mode-collapse?steps=10000&radius=2&seed=1") == "mode-collapse")
      #expect(try line("mode-collapse-paper?steps=500&seed=1") == "mode-collapse-paper")
      #expect(try line("mode-collapse-twin?batch=64") == "mode-collapse-twin?batch=64")
      #expect(
        try line("mode-collapse-twin?b.batch=2&seed=9&b.title=a/b")
          == "mode-collapse-twin?seed=9&b.title=a%2Fb&b.batch=2")
      var own = try library.preset("mode-collapse-twin")
      own.name = "mine"
      #expect(
        library.line(of: own) == "mode-collapse-paper?seed=4&steps=10000&sides=2&radius=2"
          + "&a.title=as%20it%20is&b.title=large&b.batch=64", "not everybody has 'mine'")
    }
  }

  @Test func `a file can be the base of a line`() throws {
    try Fixture.withFolder { folder in
      try Fixture.write("page: mode-collapse\n", to: folder + "/own.yaml")
      let library = PresetLibrary(folders: [folder + "/none"], pages: Fixture.pages)
      #expect(try library.preset(folder + "/own.yaml?seed=3").seed == 3)
      try Fixture.write("page: mode-collapse\n", to: folder + "/odd?name.yaml")
      #expect(try library.preset(folder + "/odd?name.yaml").name == "odd?name")
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let sentence: String
    init(_ line: String, _ sentence: String) {
      self.line = line
      self.sentence = sentence
    }
    var testDescription: String { sentence }
  }

  static let mistakes = [
    Case("?seed=3", "a line begins with a preset or a page: 'NAME?knob=value'"),
    Case(
      "mode-colapse?seed=3",
      "there is no preset 'mode-colapse'; did you mean 'mode-collapse-paper'?"),
    Case("broken?seed=3", "there is no page 'nowhere'"),
    Case(
      "mode-collapse?seed",
      "a preset's line wants knob=value between its '&', not 'seed'"),
    Case(
      "mode-collapse?seed=1&", "a preset's line wants knob=value between its '&', not ''"),
    Case("mode-collapse?seed=1&seed=1", "'seed' is given twice"),
    Case(
      "mode-collapse?seed=-1",
      "'seed' must be a whole number from 0 to 18446744073709551615, not '-1'"),
    Case("mode-collapse?steps=0", "'steps' must be a whole number from 1 to 1000000000, not '0'"),
    Case("mode-collapse?sides=5", "'sides' must be a whole number from 1 to 4, not '5'"),
    Case(
      "mode-collapse-twin?sides=2&c.batch=3", "the line speaks of side c, but 'sides' is 2"),
    Case("mode-collapse?sides=1&a.batch=3", "the line speaks of side a, but 'sides' is 1"),
    Case("mode-collapse?e.batch=3", "there is no side 'e'; a run's sides are a, b, c and d"),
    Case("mode-collapse?btch=3", "there is no knob 'btch'; did you mean 'batch'?"),
    Case("mode-collapse?b.btch=3", "there is no knob 'btch'; did you mean 'batch'?"),
    Case("mode-collapse?sed=3", "there is no knob 'sed'; did you mean 'seed'?"),
    Case("mode-collapse?batch=", "'batch' must be a whole number, not ''"),
    Case("mode-collapse?batch=9999", "'batch' is 9999; it must lie between 1 and 4096"),
    Case("mode-collapse?radius=0", "'radius' is 0, which puts all centres into one place"),
    Case("mode-collapse?b.radius=0", "'radius' is 0, which puts all centres into one place"),
    Case(
      "mode-collapse?batch=%zz",
      "'batch=%zz' has a broken percent code; '%25' stands for a percent sign"),
    Case(
      "mode-collapse?batch=%FF",
      "'batch=%FF' has a broken percent code; '%25' stands for a percent sign"),
    Case("mode-collapse?b.title=%1B", "a side's title is one line of at most 30 characters"),
    Case("mode-collapse?%1B=2", "there is no knob '\u{FFFD}'"),
    Case(
      "mode-collapse?batch=" + String(repeating: "1", count: 140_000),
      "a preset's line has at most 131 072 characters"),
  ]

  @Test(arguments: mistakes)
  func `a mistake gets one sentence`(mistake: Case) throws {
    try Self.withLibrary { library in
      let error = #expect(throws: PresetError.self) { try library.preset(mistake.line) }
      let sentence = try #require(error?.description)
      #expect(sentence.contains(mistake.sentence), "\(sentence)")
      #expect(!sentence.contains("\n") && sentence.count < 400)
    }
  }
}
