import Adversarial
import Notebook
import Testing

/// One rule for whole numbers, wherever one is wanted.
@Suite struct WholeNumberTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("007", 7), ("+7", 7), ("-0", 0), ("1e4", 10_000), ("1E4", 10_000),
    ("10000.0", 10_000), ("6.4e1", 64), ("64e-0", 64), ("640e-1", 64), (".5e1", 5), ("5.", 5),
    ("0e999999999999999999999", 0), ("18446744073709551615", UInt64.max),
    ("1844674407370955161.5e1", UInt64.max),
  ])
  func `a text that says a whole number is one`(text: String, number: UInt64) {
    #expect(WholeNumber.value(text) == number)
  }

  @Test(arguments: [
    "", " ", "-1", "1.5", "6.45e1", "1e", "e4", "1e-1", ".", "1e+", "1 ", " 1", "0x10", "1_000",
    "1,000", "inf", "nan", "18446744073709551616", "1e20", "1e999999999999999999999", "١",
    "1e99999999999", "64.00000000000000000001",
  ])
  func `every other text is none`(text: String) { #expect(WholeNumber.value(text) == nil) }

  @Test func `marks between digits are named, and nothing else`() {
    #expect(WholeNumber.hint("10_000") == "; write 10000")
    #expect(WholeNumber.hint("10 000") == "; write 10000")
    #expect(WholeNumber.hint("ten_thousand") == "")
    #expect(WholeNumber.hint("10000.5") == "")
  }

  private static let forms = ["64", "64.0", "6.4e1", "640e-1", "+64"]

  @Test(arguments: forms)
  func `a preset, its script and its line have the rule`(form: String) throws {
    let text = """
      page: mode-collapse
      seed: \(form)
      steps: \(form)
      knobs: {batch: \(form)}
      script:
        - at: \(form)
          set: {batch: \(form)}
      """
    let preset = try Preset(yaml: text, file: "f", name: "f", pages: Fixture.pages)
    #expect(preset.seed == 64 && preset.steps == 64 && preset.settings.integer("batch") == 64)
    #expect(preset.script?.cues.first?.at == 64)
    try PresetLineTests.withLibrary { library in
      let line = try library.preset("mode-collapse?seed=\(form)&steps=\(form)&batch=\(form)")
      #expect(line.seed == 64 && line.steps == 64 && line.settings.integer("batch") == 64)
    }
  }

  @Test(arguments: forms)
  func `lines and knobs that are typed have it`(form: String) throws {
    #expect(try PlainLine("step \(form)") == .command(.advance(steps: 64)))
    #expect(try PlainLine("every \(form)") == .every(64))
    #expect(try PlainLine("back \(form)") == .back(64))
    var settings = Settings(Fixture.hyperparameters)
    try settings.set("batch", toText: form)
    #expect(settings.integer("batch") == 64)
  }
}
