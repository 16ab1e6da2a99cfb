import Foundation
import Notebook
import Testing

/// A reader of foreign texts may refuse, and nothing else.
@Suite struct PresetFuzzTests {
  private static let seeds = [
    """
    page: mode-collapse
    title: "fast, \\u00e9"
    note: |
      First line.

      * a star
    seed: 18446744073709551615
    steps: 25000
    knobs:
      discriminatorLearningRate: 2e-4
      batch: 64            # half of it
      generatorCost: non-saturating
    """,
    "page: mode-collapse\nseed: &n 12\nsteps: *n\nknobs: {batch: 3, radius: 2}\n"
      + "twins:\n  - {}\n  - title: b\n",
    ScriptTests.text,
    "? [a, {b: c}]\n: - !!str d\n  - >-\n    e\n%YAML 1.1\n---\n...\n<<: *x\n",
  ]

  private static let pieces = [
    "[", "{", "*a", "&a", "? ", ": ", "- ", "|", ">", "\"", "'", "\\x", "!!int ", "%TAG ", "---\n",
    "\t", "\u{0}", "\u{FEFF}", "\u{85}", "\u{2028}", "é", "\n", "  ", "#", "<<: ", "1e999", "~",
  ]

  private static let lines = [
    "mode-collapse-paper?seed=7&steps=30&batch=64&radius=1.5", "mode-collapse?",
    "mode-collapse-twin?radius=3&b.batch=8&b.title=ten%20ahead&sides=2&seed=18446744073709551615",
    "mode-collapse?a.batch=4&c.generatorCost=non-saturating&d.title=%C3%A9%25",
  ]
  private static let linePieces = [
    "?", "&", "=", "%", "%00", "%F0%9F", "%2E", ".", "a.", "e.", "sides=", "seed=", "1e999",
    "-", "+", "\u{0}", "\n", "é", "\u{202E}", "/", "..", "title=",
  ]

  /// Bytes deleted, doubled, changed, and pieces of YAML put in.
  private func mutated(
    _ text: String, _ random: inout Generator, with pieces: [String] = pieces
  ) -> Data {
    var bytes = Array(text.utf8)
    for _ in 0...Int.random(in: 0..<4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where place < bytes.count: bytes.remove(at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2:
        let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      default:
        let piece = pieces.randomElement(using: &random) ?? ""
        bytes.insert(contentsOf: Array(piece.utf8), at: place)
      }
    }
    return Data(bytes)
  }

  /// A sequence of its own, so that a failure comes again.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
      return mixed ^ (mixed >> 33)
    }
  }

  @Test func `mutated texts are presets or one sentence`() throws {
    let environment = ProcessInfo.processInfo.environment
    let rounds = environment["GANBOOK_FUZZ_ROUNDS"].flatMap(Int.init) ?? 1_500
    var random = Generator(state: 42)
    var (read, refused) = (0, 0)
    for round in 0..<rounds {
      let data = mutated(Self.seeds[round % Self.seeds.count], &random)
      // Bytes that are no UTF-8 never reach the parser; they have their own test.
      let text = String(decoding: data, as: UTF8.self)
      do {
        let preset = try Preset(yaml: text, file: "f.yaml", name: "f", pages: Fixture.pages)
        let again = try Preset(
          yaml: preset.yaml, file: "again", name: "f", pages: Fixture.pages)
        #expect(again == preset)
        read += 1
      } catch {
        let sentence = error.description
        #expect(sentence.hasPrefix("f.yaml:"), "\(error)")
        #expect(sentence.count < 400)
        #expect(!sentence.contains("\n"))
        refused += 1
      }
    }
    #expect(read > rounds / 50 && refused > rounds / 50)
  }

  @Test func `mutated lines are presets or one sentence`() throws {
    let environment = ProcessInfo.processInfo.environment
    let rounds = environment["GANBOOK_FUZZ_ROUNDS"].flatMap(Int.init) ?? 1_500
    var random = Generator(state: 43)
    var (read, refused) = (0, 0)
    try PresetLineTests.withLibrary { library in
      for round in 0..<rounds {
        let line = Self.lines[round % Self.lines.count]
        let data = mutated(line, &random, with: Self.linePieces)
        do {
          let preset = try library.preset(String(decoding: data, as: UTF8.self))
          #expect(try library.preset(library.line(of: preset)) == preset)
          read += 1
        } catch {
          let sentence = try #require(error as? PresetError).description
          #expect(sentence.count < 500 && !sentence.contains("\n"), "\(sentence)")
          refused += 1
        }
      }
    }
    #expect(read > rounds / 50 && refused > rounds / 50)
  }
}
