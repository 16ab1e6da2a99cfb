import Adversarial
import Notebook
import Testing

/// A preset's script, read, written and refused.
@Suite struct ScriptTests {
  static let text = """
    page: mode-collapse
    steps: 5000
    twins:
      - {}
      - knobs: {batch: 64}
    script:
      - say: First words.
        wait: true
      - at: 1000
        say: |
          Two
          lines.
        view: generated
        set: {discriminatorLearningRate: 2e-4, generatorCost: non-saturating}
      - set: {batch: 32}
        side: b
        mark: true
        note: turned
      - at: 2000
        ask: How many modes?
        answer: {one or two: 1 to 2, "all: 8": 8}
        measure: modesReached
        until: 5000
        side: b
      - ask: And how good?
        answer: number
        within: 0.1
        measure: highQuality
        until: 2100

    """

  private func read(_ text: String) throws -> Preset {
    try Preset(yaml: text, file: "p.yaml", name: "p", pages: Fixture.pages)
  }

  @Test func `a script is cues in order`() throws {
    let script = try #require(try read(Self.text).script)
    #expect(script.cues.map(\.at) == [0, 1_000, 1_000, 2_000, 2_000])
    #expect(script.cues[0].caption == "First words." && script.cues[0].waits)
    #expect(script.cues[1].caption == "Two\nlines.\n" && script.cues[1].view == .generated)
    #expect(
      script.cues[1].tweaks == [
        .init("discriminatorLearningRate", .number(2e-4)),
        .init("generatorCost", .choice("non-saturating")),
      ])
    #expect(script.cues[2].side == 1 && script.cues[2].marks && script.cues[2].note == "turned")
    #expect(
      script.cues[3].prediction
        == Prediction(
          "How many modes?", .choice([.init("one or two", 1...2), .init("all: 8", 8...8)]),
          measure: "modesReached", until: 5_000, side: 1))
    #expect(script.cues[4].prediction?.kind == .number(within: 0.1))
  }

  @Test func `a script that is written reads back`() throws {
    let preset = try read(Self.text)
    #expect(try read(preset.yaml) == preset)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let cues: String
    let sentence: String
    init(_ cues: String, _ sentence: String) {
      self.cues = cues
      self.sentence = sentence
    }
    var testDescription: String { sentence }
  }

  private static let ask = "  - ask: How many?\n    answer: number\n    measure: modesReached\n"

  static let mistakes = [
    Case("  words\n", "p.yaml:4:3: 'script' must be a list of 1 to 200 cues"),
    Case("  []\n", "p.yaml:4:3: 'script' must be a list of 1 to 200 cues"),
    Case("  - words\n", "p.yaml:4:5: a cue of 'script' is lines of 'key: value', such as 'say: …'"),
    Case("  - {}\n", "p.yaml:4:5: this cue says and does nothing"),
    Case("  - at: 3\n    wait: false\n", "p.yaml:4:5: this cue says and does nothing"),
    Case("  - sya: hello\n", "p.yaml:4:5: unknown key 'sya'; did you mean 'say'?"),
    Case(
      "  - set: {unrolSteps: 3}\n",
      "p.yaml:4:11: there is no knob 'unrolSteps'; the knobs are: discriminatorLearningRate, "
        + "radius, batch, generatorCost"),
    Case(
      "  - set: {batch: 0}\n", "p.yaml:4:18: 'batch' is 0; it must lie between 1 and 4096"),
    Case(
      "  - say: a\n  - at: 9\n    set:\n      radius: 0\n",
      "p.yaml:7:15: 'radius' is 0, which puts all centres into one place"),
    Case("  - set: fast\n", "p.yaml:4:10: 'set' must be lines of 'knob: value', not 'fast'"),
    Case(
      "  - at: 9\n    say: a\n  - at: 3\n    say: b\n",
      "p.yaml:6:9: 'at' is 3, before the cue above it, at 9"),
    Case("  - at: 1001\n    say: a\n", "p.yaml:4:9: 'at' is 1001, and the run ends at step 1000"),
    Case("  - at: soon\n", "p.yaml:4:9: 'at' must be a step, a whole number, not 'soon'"),
    Case("  - at: -1\n", "p.yaml:4:9: 'at' must be a step, a whole number, not '-1'"),
    Case(
      "  - view: upside\n",
      "p.yaml:4:11: there is no view 'upside'; the views are: overlay, costs, split, generated, "
        + "density, field, optimum, difference"),
    Case("  - say: a\n    side: b\n", "p.yaml:5:11: 'side' is for twins; this preset has one side"),
    Case("  - wait: yes\n", "p.yaml:4:11: 'wait' must be true or false, not 'yes'"),
    Case(
      ask + "    until: 0\n",
      "p.yaml:7:12: 'until' is 0; it must lie after step 0 and not after 1000"),
    Case(ask + "    until: 50\n", "p.yaml:7:12: 'until' is 50; measures are taken every 100 steps"),
    Case(ask, "p.yaml:4:10: 'ask' needs 'until' as well"),
    Case("  - answer: number\n", "p.yaml:4:13: 'answer' goes with 'ask'"),
    Case(
      "  - ask: a\n    answer: number\n    measure: modes\n    until: 100\n",
      "p.yaml:6:14: there is no measure 'modes'; did you mean 'modeTV'?"),
    Case(
      "  - ask: a\n    answer: {a: 1}\n    measure: modeTV\n    until: 100\n",
      "p.yaml:5:13: 'answer' has 2 to 9 choices, not 1"),
    Case(
      "  - ask: a\n    answer: {a: 2 to 1, b: 3}\n    measure: modeTV\n    until: 100\n",
      "p.yaml:5:17: a choice stands for a number or 'low to high', not '2 to 1'"),
    Case(
      "  - ask: a\n    answer: yes\n    measure: modeTV\n    until: 100\n",
      "p.yaml:5:13: 'answer' must be 'number' or lines of 'words: low to high', not 'yes'"),
    Case("  - say: \"a\\eb\"\n", "p.yaml:4:10: 'say' must be free of control characters"),
  ]

  @Test(arguments: mistakes)
  func `a mistake gets one sentence with its place`(mistake: Case) {
    let text = "page: mode-collapse\nsteps: 1000\nscript:\n" + mistake.cues
    let error = #expect(throws: PresetError.self) { try read(text) }
    #expect(error?.description == mistake.sentence)
  }

  @Test func `a side of no twin, and a side that has nothing to do`() {
    let text = "page: mode-collapse\ntwins:\n  - {}\n  - {}\nscript:\n  - say: a\n    side: "
    for (side, sentence) in [
      ("c\n", "p.yaml:7:11: 'side' must be a letter from a to b, not 'c'"),
      ("b\n", "p.yaml:7:11: 'side' goes with 'set' or 'ask'"),
    ] {
      let error = #expect(throws: PresetError.self) { try read(text + side) }
      #expect(error?.description == sentence)
    }
  }
}
