import Adversarial
import Foundation
import Notebook
import Testing

/// Whatever the bytes are, reading them ends in points that can be kept, or in one sentence.
@Suite struct PointFuzzTests {
  private static let texts = [
    "x,y\n1,2\n-3.5;4\n\"5\"\t6\n# c\n7 8\n1e-3,2e3\r\n", "x,y\r-0.256,0.511\r1.112,0.424\r",
    ",x,y\n0,-0.256,0.511\n1,1.112,0.424\n", "15.55\t28.65\t2\n13\t\t29.15\t2\n",
    "valence;arousal\n-0,256;0,511\n", "NA,NA\n5,6\n7,8\n", "5e-40,2e-40\n-3e-40,1e-40\n",
    "1e-48,2e-48\n-3e-48,1e-48\n", "t,p\n1700000000,101325.11\n1700000600,101325.12\n",
    "id,\"a, b\",c\n1,\"2\",3\n2,\"4\",5\n", "1.7e308 -1.7e308\n-1.7e308 1.7e308\n",
  ]
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r", "\r\n", ",", ";", "\t", " ", "\"", "-", "+", "e", "E", ".", "0", "#", "nan",
      "inf",
      "1e999", "1e-999", "−", "é", "x", "0x1p3", "1_000", "\u{85}", "\u{2028}", "\u{202E}",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFE], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x80], [0x1B],
    ]
  private static let columns: [PointColumns?] = [
    nil, nil, try? PointColumns("1,2"), try? PointColumns("x,y"), try? PointColumns("3,1"),
    try? PointColumns("a,9"),
  ]

  /// Bytes as some program may have written them.
  private func bytes(_ round: Int, _ dice: inout Dice) -> [UInt8] {
    let text = Self.texts[round % Self.texts.count]
    var bytes: [UInt8]
    switch dice.below(8) {
    case 0: return (0..<dice.below(300)).map { _ in UInt8(dice.below(256)) }
    case 1: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 3: bytes = [0xEF, 0xBB, 0xBF] + text.utf8
    case 4: bytes = text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), 0, 0, 0] }
    default: bytes = Array(text.utf8)
    }
    for _ in 0..<dice.below(6) {
      let place = dice.below(bytes.count + 1)
      switch dice.below(4) {
      case 0 where place < bytes.count: bytes.remove(at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8(dice.below(256))
      case 2:
        let end = min(bytes.count, place + dice.below(20))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.below(bytes.count + 1))
      default: bytes.insert(contentsOf: Self.pieces[dice.below(Self.pieces.count)], at: place)
      }
    }
    return bytes
  }

  private func outcome(
    _ bytes: [UInt8], pieces: Int, _ columns: PointColumns?, fits: Bool
  ) -> Result<PointRows, PresetError> {
    do throws(PresetError) {
      var reader = PointReader(name: "p", file: "p", columns: columns, for: .option(fits: fits))
      var rest = bytes[...]
      while !rest.isEmpty {
        try reader.take(Array(rest.prefix(pieces)))
        rest = rest.dropFirst(pieces)
      }
      return .success(try reader.finish())
    } catch {
      return .failure(error)
    }
  }

  /// The points that training would see.
  private func set(_ rows: PointRows, fits: Bool) -> PointSet {
    fits ? rows.fitted(to: 2) : rows.set
  }

  @Test func `bytes of every kind are points that can be kept, or one sentence`() throws {
    let environment = ProcessInfo.processInfo.environment
    let rounds = environment["GANBOOK_FUZZ_ROUNDS"].flatMap(Int.init) ?? 4_000
    var dice = Dice(state: 17)
    var (read, refused) = (0, 0)
    for round in 0..<rounds {
      let bytes = bytes(round, &dice)
      let columns = Self.columns[dice.below(Self.columns.count)]
      let fits = dice.below(2) == 0
      let whole = outcome(bytes, pieces: 1 << 20, columns, fits: fits)
      let parts = outcome(bytes, pieces: 1 + dice.below(5), columns, fits: fits)
      switch (whole, parts) {
      case (.success(let rows), .success(let others)):
        let set = set(rows, fits: fits)
        #expect(self.set(others, fits: fits) == set, "\(bytes)")
        var copy = PointReader(name: "p", file: "p", for: .copy)
        try copy.take(Array(("x,y\n" + set.points.map { "\($0.x),\($0.y)\n" }.joined()).utf8))
        #expect(try copy.finish().set.digest == set.digest, "\(bytes)")
        read += 1
      case (.failure(let error), .failure(let other)):
        let sentence = error.description
        #expect(error == other, "\(bytes)")
        #expect(sentence.hasPrefix("p:") && sentence.count < 300, "\(sentence)")
        let isClean = sentence.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0 != "\u{202E}" && $0 != "\u{2028}"
        }
        #expect(isClean, "\(sentence)")
        refused += 1
      default: Issue.record("pieces decide: \(bytes)")
      }
    }
    #expect(read > rounds / 20 && refused > rounds / 20, "\(read) read, \(refused) refused")
  }
}
