import Foundation
import Notebook
import Testing

/// Readers of foreign bytes may refuse, in one sentence, and nothing else.
@Suite struct StoreFuzzTests {
  /// Real files of a run, as one reader's seeds.
  private func seeds(_ name: String) throws -> [[UInt8]] {
    try Fixture.withFolder { folder in
      let run = try Fixture.lived(Fixture.store(folder))
      run.end()
      return [Array(try Fixture.read("\(folder)/\(try #require(run.id))/\(name)"))]
    }
  }

  private static let pieces = [
    "{", "}", "[", "]", "\"", ":", ",", "\n", "\\u", "\\ud800", "1e999", "-", "9223372036854775807",
    "18446744073709551615", "99999999999999999999", "true", "null", "\"step\":", "\"to\":", "\u{0}",
    "\u{2028}", "é", "## step 1", "\"check\":\"0\"", "nan", "inf", "-0.0", "\"shape\":[0]", " ",
  ]

  /// Bytes deleted, doubled, changed, and pieces put in.
  private func mutated(_ seed: [UInt8], upTo end: Int, _ dice: inout Dice) -> [UInt8] {
    var bytes = seed
    for _ in 0...dice.below(3) {
      let place = dice.below(min(end, bytes.count) + 1)
      switch dice.below(5) {
      case 0 where place < bytes.count: bytes.remove(at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8(dice.below(256))
      case 2:
        bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.below(40))], at: place)
      case 3 where dice.below(8) == 0: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: Self.pieces[dice.below(Self.pieces.count)].utf8, at: place)
      }
    }
    return bytes
  }

  /// So many mutations: all must be read or refused in one short line.
  private func fuzz(_ name: String, upTo end: Int = .max, _ read: ([UInt8]) throws -> Void) throws {
    let seeds = try seeds(name)
    let rounds =
      ProcessInfo.processInfo.environment["GANBOOK_FUZZ_ROUNDS"].flatMap(Int.init) ?? 2_000
    var dice = Dice(state: 7)
    var (passed, refused) = (0, 0)
    for round in 0..<rounds {
      let bytes = mutated(seeds[round % seeds.count], upTo: end, &dice)
      do {
        try read(bytes)
        passed += 1
      } catch {
        refused += 1
        let sentence = "\(error)"
        #expect(error is StoreError && !sentence.isEmpty && sentence.count < 300)
        #expect(!sentence.contains { $0.isNewline }, "\(sentence)")
      }
    }
    #expect(passed + refused == rounds)
    if rounds > 50_000 { print(name, "read", passed, "refused", refused) }
  }

  @Test func `mutated commands`() throws {
    try fuzz("commands.jsonl") { bytes in
      let contents = try CommandLog.read(bytes)
      #expect(contents.length <= bytes.count)
    }
  }

  @Test func `mutated checkpoints`() throws {
    let name = "checkpoints/step-000000260.safetensors"
    try fuzz(name, upTo: 6_000) { bytes in
      var bytes = bytes
      // Half of them with a length that fits the header, or nothing else would ever be read.
      if bytes.count.isMultiple(of: 2), let end = Self.headerEnd(bytes) {
        for index in 0..<8 { bytes[index] = UInt8(truncatingIfNeeded: (end - 8) >> (8 * index)) }
      }
      _ = try CheckpointFile(Safetensors(Data(bytes)), page: Fixture.page)
    }
  }

  /// Where the header's last brace stands, with the blanks that follow it.
  private static func headerEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 8 else { return nil }
    var (depth, isText, isEscaped) = (0, false, false)
    for index in 8..<bytes.count {
      switch bytes[index] {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isText: isEscaped = true
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText:
        depth -= 1
        if depth == 0 {
          let blanks = bytes[(index + 1)...].prefix { $0 == 0x20 }.count
          return index + 1 + blanks
        }
      default: break
      }
    }
    return nil
  }

  @Test func `mutated headers`() throws {
    try fuzz("run.json") { _ = try RunHeader($0) }
  }

  @Test func `mutated tables`() throws {
    try fuzz("metrics.csv") { _ = try MetricsFile(CSVText($0, file: MetricsFile.name)) }
    try fuzz("fingerprints.csv") { _ = try FingerprintFile.read(CSVText($0, file: "marks")) }
  }

  @Test func `mutated notes are always notes`() throws {
    try fuzz("notes.md") { bytes in
      let notes = NotesFile(String(decoding: bytes, as: UTF8.self))
      #expect(notes.entries.allSatisfy { $0.step ?? 0 >= 0 })
    }
  }
}
