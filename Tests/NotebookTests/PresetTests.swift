import Adversarial
import Experiments
import Notebook
import Testing

@Suite struct PresetTests {
  private func read(_ text: String) throws -> Preset {
    try Preset(yaml: text, file: "p.yaml", name: "p", pages: Fixture.pages)
  }

  @Test func `a preset says its differences and nothing else`() throws {
    let preset = try read(
      """
      # the fast one
      page: mode-collapse
      title: fast, small
      note: |
        First line.

        Another.
      seed: 18446744073709551615
      steps: 25000
      knobs:
        discriminatorLearningRate: 2e-4
        batch: 64            # half of it
        generatorCost: non-saturating
      """)
    #expect(preset.name == "p")
    #expect(preset.title == "fast, small")
    #expect(preset.note == "First line.\n\nAnother.\n")
    #expect(preset.seed == .max)
    #expect(preset.steps == 25_000)
    #expect(preset.settings.number("discriminatorLearningRate") == 2e-4)
    #expect(preset.settings.integer("batch") == 64)
    #expect(preset.settings.choice("generatorCost") == "non-saturating")
    #expect(preset.settings.number("radius") == 2)
  }

  @Test func `a page alone is a preset with the page's defaults`() throws {
    let preset = try read("page: mode-collapse")
    #expect(preset.title == "p")
    #expect(preset.note == "")
    #expect(preset.seed == 1)
    #expect(preset.steps == 10_000)
    #expect(preset.settings == Settings(Fixture.hyperparameters))
    #expect(try read("page: mode-collapse\nknobs:\n") == preset)
  }

  @Test func `an alias stands for its value`() throws {
    let preset = try read(
      "page: mode-collapse\nseed: &n 12\nsteps: *n\n")
    #expect(preset.steps == 12)
  }

  @Test(arguments: [
    "plain", "", "two words", "with: colon", "# not a comment", "'quoted'", "\"double\"", "- dash",
    "yes", "~", "1e-4", "*star", "&and", "ünï — ⣿", "  spaces  ", "[list", "%", "a\\b",
  ])
  func `what is written reads back, whatever its words`(words: String) throws {
    var preset = Fixture.preset
    preset.name = "p"
    preset.title = words
    preset.note = words + "\n\n  " + words + "\n" + words
    try preset.settings.set("discriminatorLearningRate", to: .number(0.1 + 0.2))
    try preset.settings.set("radius", to: .number(1.0 / 3))
    try preset.settings.set("batch", to: .number(4_096))
    try preset.settings.set("generatorCost", to: .choice("non-saturating"))
    #expect(try read(preset.yaml) == preset)
  }

  @Test func `the text holds only what differs`() throws {
    var preset = Fixture.preset
    try preset.settings.set("batch", to: .number(8))
    #expect(
      preset.yaml == """
        page: mode-collapse
        title: small
        seed: 7
        steps: 300
        knobs:
          batch: 8

        """)
  }

  @Test func `the sides of a twin differ from the preset, each in its way`() throws {
    let preset = try read(
      """
      page: mode-collapse
      knobs: {batch: 8}
      twins:
        - {}
        - knobs: {radius: 1, batch: 4}
        - knobs: {discriminatorLearningRate: 1e-2, radius: 5}
        - title: far apart
          knobs: {radius: 3}
      """)
    #expect(
      preset.twins.map(\.title) == [
        "as is", "radius 1, batch 4", "discriminatorLearningRate 0.01", "far apart",
      ])
    #expect(preset.twins.map { $0.settings.number("radius") } == [2, 1, 5, 3])
    #expect(preset.twins.map { $0.settings.integer("batch") } == [8, 4, 8, 8])
    #expect(try read(preset.yaml) == preset)
  }

  @Test(arguments: [
    ("{data: +(0,0)}", "+(0,0)"), ("{data: -3+(0, 0)}", "-3+(0,0)"),
    ("{data: modes:(0,0)(1,2,0.1)}", "modes:(0,0)(1,2,0.1)"),
    ("{data: \"+(0,0)\"}", "+(0,0)"), ("{data: +(0,0), deviation: 0.1}", "+(0,0)"),
    ("{data: curve:cos(t),sin(t)}", "curve:cos(t),sin(t)"), ("\n      data: +(0,0)", "+(0,0)"),
  ])
  func `commas of data in braces belong to the data`(set: String, data: String) throws {
    let text = "page: mode-collapse\nsteps: 9\nscript:\n  - at: 5\n    set: \(set)\n"
    let preset = try Preset(yaml: text, file: "f", name: "f", pages: Contents.pages)
    let tweaks = try #require(preset.script?.cues.first?.tweaks)
    #expect(tweaks.first?.setting == .choice(data))
    let again = try Preset(yaml: preset.yaml, file: "f", name: "f", pages: Contents.pages)
    #expect(again == preset, "what is written is read as the same")
    let knobs = "page: mode-collapse\nknobs: \(set.replacing("\n      ", with: "\n  "))\n"
    let own = try Preset(yaml: knobs, file: "f", name: "f", pages: Contents.pages)
    #expect(own.settings["data"] == .choice(data))
  }

  @Test func `a key without a value elsewhere in braces is not taken for text`() {
    for text in ["knobs: {batch: 64, radius}", "knobs: {data: none, batch: 64, radius}"] {
      #expect(throws: PresetError.self) {
        try Preset(
          yaml: "page: mode-collapse\n\(text)\n", file: "f", name: "f", pages: Contents.pages)
      }
    }
  }
}
