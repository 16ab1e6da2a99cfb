import Adversarial
import Foundation
import Notebook
import Testing

/// Bytes of every kind on their way to lines.
@Suite struct LineCutterTests {
  private func read(_ bytes: [UInt8], pieces: Int = 1 << 20) throws -> [SIMD2<Float>] {
    var reader = PointReader(name: "p.csv", file: "p.csv")
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.take(Array(rest.prefix(pieces)))
      rest = rest.dropFirst(pieces)
    }
    return try reader.finish().set.points
  }

  private func sentence(_ bytes: [UInt8]) -> String {
    do {
      return "\(try read(bytes))"
    } catch {
      return "\(error)"
    }
  }

  private func wide(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 with its mark is read, whatever pieces it comes in`(isLittleEndian: Bool) throws {
    let bytes = wide("x 🙂\ty\r\n1\t2\r\n-3.5\t0.4", isLittleEndian: isLittleEndian)
    for pieces in [1, 2, 3, 7, 1 << 20] {
      #expect(try read(bytes, pieces: pieces) == [SIMD2(1, 2), SIMD2(-3.5, 0.4)])
    }
    #expect(
      sentence(bytes.dropLast()) == "p.csv:3:6: expected a number for y, not '0.\u{FFFD}'")
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `every end of a line is one, and lines are counted by it`(end: String) throws {
    let text = ["x,y", "1,2", "", "3,4", "5,z"].joined(separator: end)
    for pieces in [1, 2, 1 << 20] {
      #expect(throws: PresetError.self) { try read(Array(text.utf8), pieces: pieces) }
    }
    #expect(sentence(Array(text.utf8)) == "p.csv:5:3: expected a number for y, not 'z'")
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 3, 10], "p.csv: packed with gzip, no text; unpack it first"),
      (
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
        "p.csv: a PNG picture, no text of rows"
      ),
      (
        [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0],
        "p.csv: a ZIP archive or a workbook, no text; unpack it, or save it as CSV"
      ),
      (
        [0xFF, 0xFE, 0, 0, 0x31, 0, 0, 0], "p.csv: a text in UTF-32; save it as UTF-8"
      ),
      (
        [0x31, 0, 0x2C, 0, 0x32, 0, 0x0A, 0],
        "p.csv: a text in UTF-16 without its mark; save it as UTF-8"
      ),
      (Array("1,2\n3,4\n".utf8) + [0, 1, 2], "p.csv:3: no text: a byte 0 stands in it"),
      ([0x1F, 0x8B], "p.csv: packed with gzip, no text; unpack it first"),
    ] as [([UInt8], String)])
  func `bytes that are no text are told as such, once`(bytes: [UInt8], sentence: String) {
    #expect(self.sentence(bytes) == sentence)
  }

  @Test func `names in Latin-1 are names`() throws {
    let text = Array("H".utf8) + [0xF6] + Array("he;T (".utf8) + [0xB0] + Array("C)\n1;2\n".utf8)
    #expect(try read(text) == [SIMD2(1, 2)])
  }
}
