import Foundation
import Notebook
import Testing

/// Every way a preset can be wrong, and the exact sentence for it.
@Suite struct PresetErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let sentence: String
    init(_ text: String, _ sentence: String) {
      self.text = text
      self.sentence = sentence
    }
    var testDescription: String { sentence }
  }

  private static let page = "page: mode-collapse\n"

  static let keys = [
    Case("", "p.yaml: empty; a preset begins with 'page: NAME'"),
    Case("# only a comment\n", "p.yaml: empty; a preset begins with 'page: NAME'"),
    Case(
      "title: no page\n",
      "p.yaml: the key 'page' is missing; a preset begins with 'page: NAME'"),
    Case(page + "stepps: 3\n", "p.yaml:2:1: unknown key 'stepps'; did you mean 'steps'?"),
    Case(
      page + "colour: red\n",
      "p.yaml:2:1: unknown key 'colour'; "
        + "the keys are: page, title, note, seed, steps, knobs, twins, script, refused"
    ),
    Case(
      "page: mode-colapse\n",
      "p.yaml:1:7: there is no page 'mode-colapse'; did you mean 'mode-collapse'?"),
    Case(
      "page: vae\n",
      "p.yaml:1:7: there is no page 'vae'; the pages are: cost-functions, mode-collapse"),
    Case("page: [a, b]\n", "p.yaml:1:7: 'page' must be the name of a page, not a list"),
    Case(page + "seed: 1\nseed: 2\n", "p.yaml:2:1: the key 'seed' is given twice"),
    Case(page + "1: x\n\"1\": y\n", "p.yaml:2:1: the key '1' is given twice"),
    Case(page + "[a]: b\n", "p.yaml:2:1: a key must be a word, not a list"),
    Case(
      page + "title: \"a\\e[31m\"\n",
      "p.yaml:2:8: 'title' must be one line without control characters"),
    Case(page + "note: \"a\\ab\"\n", "p.yaml:2:7: 'note' must be free of control characters"),
    Case(page + "title: {}\n", "p.yaml:2:8: 'title' must be a text, not a table of keys"),
  ]

  static let numbers = [
    Case(
      page + "seed: -1\n",
      "p.yaml:2:7: 'seed' must be a whole number from 0 to 18446744073709551615, not '-1'"),
    Case(
      page + "seed: 18446744073709551616\n",
      "p.yaml:2:7: 'seed' must be a whole number from 0 to 18446744073709551615, "
        + "not '18446744073709551616'"),
    Case(
      page + "seed: 1.5\n",
      "p.yaml:2:7: 'seed' must be a whole number from 0 to 18446744073709551615, not '1.5'"),
    Case(
      page + "seed:\n",
      "p.yaml:2:6: 'seed' must be a whole number from 0 to 18446744073709551615, not ''"),
    Case(
      page + "steps: 0\n",
      "p.yaml:2:8: 'steps' must be a whole number from 1 to 1000000000, not '0'"),
    Case(
      page + "steps: -5\n",
      "p.yaml:2:8: 'steps' must be a whole number from 1 to 1000000000, not '-5'"),
    Case(
      page + "steps: many\n",
      "p.yaml:2:8: 'steps' must be a whole number from 1 to 1000000000, not 'many'"),
    Case(
      page + "steps: \"5\"\n",
      "p.yaml:2:8: 'steps' must be a whole number from 1 to 1000000000, not '5'"),
    Case(
      page + "steps: [1]\n",
      "p.yaml:2:8: 'steps' must be a whole number from 1 to 1000000000, not a list"),
  ]

  static let refusals = [
    Case(
      page + "refused: maybe\n", "p.yaml:2:10: 'refused' must be true or false, not 'maybe'"),
    Case(
      page + "refused: true\n",
      "p.yaml:2:10: 'refused' is true, but these knobs describe a game"),
    Case(
      page + "refused: true\nknobs:\n  radius: 0\ntwins: []\n",
      "p.yaml:5:8: a preset that is refused has no 'twins'"),
    Case(
      page + "refused: false\nknobs:\n  radius: 0\n",
      "p.yaml:4:3: 'radius' is 0, which puts all centres into one place"),
  ]

  private static let knobs = page + "knobs:\n  "

  static let settings = [
    Case(
      knobs + "batches: 3\n",
      "p.yaml:3:3: there is no knob 'batches'; did you mean 'batch'?"),
    Case(
      knobs + "momentum: 3\n",
      "p.yaml:3:3: there is no knob 'momentum'; the knobs are: discriminatorLearningRate, radius, "
        + "batch, generatorCost"),
    Case(knobs + "batch: many\n", "p.yaml:3:10: 'batch' must be a whole number, not 'many'"),
    Case(
      knobs + "batch: 1_000\n",
      "p.yaml:3:10: 'batch' must be a whole number, not '1_000'; write 1000"),
    Case(
      page + "steps: 10_000\n",
      "p.yaml:2:8: 'steps' must be a whole number from 1 to 1000000000, not '10_000'; write 10000"),
    Case(
      knobs + "<<: {batch: 64}\n",
      "p.yaml:3:3: a preset has no merge key '<<'; write its lines out"),
    Case(
      page + "<<: {steps: 64}\n",
      "p.yaml:2:1: a preset has no merge key '<<'; write its lines out"),
    Case(
      page + "knobs: {data: modes:(1,1,1)(1,1,1)}\n",
      "p.yaml:2:24: the key '1' is given twice; in braces a value with commas stands in quotes"),
    Case(knobs + "batch: 1.5\n", "p.yaml:3:10: 'batch' must be a whole number, not '1.5'"),
    Case(knobs + "batch: \"8\"\n", "p.yaml:3:10: 'batch' must be a whole number, not '8'"),
    Case(knobs + "batch:\n", "p.yaml:3:9: 'batch' must be a whole number, not ''"),
    Case(knobs + "batch: -3\n", "p.yaml:3:10: 'batch' is -3; it must lie between 1 and 4096"),
    Case(knobs + "batch: .nan\n", "p.yaml:3:10: 'batch' must be a whole number, not '.nan'"),
    Case(knobs + "batch: 1e30\n", "p.yaml:3:10: 'batch' must be a whole number, not '1e30'"),
    Case(knobs + "batch: {}\n", "p.yaml:3:10: 'batch' must be one value, not a table of keys"),
    Case(knobs + "radius: .nan\n", "p.yaml:3:11: 'radius' must be a finite number, not '.nan'"),
    Case(knobs + "radius: nan\n", "p.yaml:3:11: 'radius' must be a finite number, not 'nan'"),
    Case(knobs + "radius: -.inf\n", "p.yaml:3:11: 'radius' must be a finite number, not '-.inf'"),
    Case(knobs + "radius: 1e999\n", "p.yaml:3:11: 'radius' must be a finite number, not '1e999'"),
    Case(knobs + "radius: 0x10\n", "p.yaml:3:11: 'radius' must be a number, not '0x10'"),
    Case(knobs + "radius: wide\n", "p.yaml:3:11: 'radius' must be a number, not 'wide'"),
    Case(
      knobs + "discriminatorLearningRate: 2\n",
      "p.yaml:3:30: 'discriminatorLearningRate' is 2; it must lie between 1e-6 and 1"),
    Case(
      knobs + "generatorCost: minmax\n",
      "p.yaml:3:18: 'generatorCost' can't be 'minmax'; did you mean 'minimax'?"),
    Case(
      knobs + "generatorCost: 7\n",
      "p.yaml:3:18: 'generatorCost' can't be '7'; it is one of: minimax, non-saturating"),
    Case(
      knobs + "batch: 3\n  batch: 4\n", "p.yaml:3:3: the key 'batch' is given twice"),
    Case(
      page + "knobs: fast\n",
      "p.yaml:2:8: 'knobs' must be lines of 'knob: value', not 'fast'"),
    Case(
      knobs + "radius: 0\n",
      "p.yaml:3:3: 'radius' is 0, which puts all centres into one place"),
  ]

  private static let twins = page + "twins:\n"

  static let sides = [
    Case(page + "twins: 3\n", "p.yaml:2:8: 'twins' must be a list of 2 to 4 sides"),
    Case(twins + "  - knobs:\n", "p.yaml:3:3: 'twins' must be a list of 2 to 4 sides"),
    Case(
      twins + String(repeating: "  - {}\n", count: 5),
      "p.yaml:3:3: 'twins' must be a list of 2 to 4 sides"),
    Case(
      twins + "  - knobs:\n  - fast\n",
      "p.yaml:4:5: a side of 'twins' has 'knobs' and perhaps a 'title'"),
    Case(
      twins + "  - knobs:\n  - knob: {}\n",
      "p.yaml:4:5: unknown key 'knob'; did you mean 'knobs'?"),
    Case(
      twins + "  - knobs:\n  - knobs: {batch: 0}\n",
      "p.yaml:4:20: 'batch' is 0; it must lie between 1 and 4096"),
    Case(
      twins + "  - knobs:\n  - knobs: {radius: 0}\n",
      "p.yaml:4:12: 'radius' is 0, which puts all centres into one place"),
  ]

  static let broken = [
    Case(
      "just words\n",
      "p.yaml:1:1: a preset is lines of 'key: value', beginning with 'page: NAME'"),
    Case("- a\n", "p.yaml:1:1: a preset is lines of 'key: value', beginning with 'page: NAME'"),
    Case(
      page + "\tseed: 1\n",
      "p.yaml:2:1: broken YAML: found a tab character that violates indentation"),
    Case(
      page + "title: \"never closed\n",
      "p.yaml:3:1: broken YAML: found unexpected end of stream"),
    Case(
      page + "knobs: {batch: 3\n",
      "p.yaml:3:1: broken YAML: did not find expected ',' or '}'"),
    Case(
      page + "---\npage: mode-collapse\n",
      "p.yaml:2:1: a second document begins; a preset is one"),
    Case(page + "title: a\u{0}b\n", "p.yaml:2: broken text: control characters are not allowed"),
    Case(page + "title: *nowhere\n", "p.yaml:2:8: broken YAML: found undefined alias"),
    Case(
      page + "note: \"\\uD800\"\n",
      "p.yaml:2:10: broken YAML: found invalid Unicode character escape code"),
  ]

  static let hostile = [
    Case(
      page + "knobs: " + String(repeating: "[", count: 100_000),
      "p.yaml:2: nested deeper than any preset is"),
    Case(
      page + "knobs:\n" + (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      "p.yaml:1002:1000: nested deeper than any preset is"),
    Case(
      page + "a0: &a0 [x]\n"
        + (1...33).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined(),
      "p.yaml:19: too many aliases; write the values out"),
    Case(
      page + "title: \(String(repeating: "x", count: 61))\n",
      "p.yaml:2:8: 'title' is longer than 60 characters"),
    Case(
      page + "note: |\n  \(String(repeating: "x", count: 10_001))\n",
      "p.yaml:2:7: 'note' is longer than 10 000 characters"),
    Case(
      page + String(repeating: "y", count: 100) + ": 1\n",
      "p.yaml:2:1: unknown key 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…'; "
        + "the keys are: page, title, note, seed, steps, knobs, twins, script, refused"),
    Case(
      page + "\"\\e[2J\": 1\n",
      "p.yaml:2:1: unknown key '\u{FFFD}[2J'; "
        + "the keys are: page, title, note, seed, steps, knobs, twins, script, refused"
    ),
  ]

  @Test(arguments: keys + numbers + refusals + settings + sides + broken + hostile)
  func `a mistake gets one sentence with its place`(mistake: Case) {
    let error = #expect(throws: PresetError.self) {
      try Preset(yaml: mistake.text, file: "p.yaml", name: "p", pages: Fixture.pages)
    }
    #expect(error?.description == mistake.sentence)
    #expect(error?.kind == .malformed)
  }
}
