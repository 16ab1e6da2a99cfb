public import Adversarial

/// Reads rows of two numbers, `x,y`, piece by piece as they come: a million rows take the memory of
/// ``PointSet/most`` of them.
///
/// Fields stand between commas, semicolons, tabs or blanks; a first row of names, empty rows and
/// rows that begin with `#` are passed over. Of more rows than are kept, each has the same chance
/// (Vitter's algorithm R), by its number alone: the same file is always the same points.
public struct PointReader {
  /// What errors call the place that the rows come from.
  private let file: String
  private let name: String
  private var points: [SIMD2<Float>] = []
  private var rowCount = 0
  private var lineNumber = 0
  private var rest: [UInt8] = []
  /// Whether a row of names may still come.
  private var mayHaveNames = true

  private static let longestLine = 1_000

  public init(name: String, file: String) {
    self.name = name
    self.file = file
  }

  // MARK: Bytes

  /// Takes the next bytes.
  /// - Throws: ``PresetError`` with line and column of the first row that is none.
  public mutating func take(_ bytes: [UInt8]) throws(PresetError) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      if rest.isEmpty {
        try take(line: bytes[start..<end])
      } else {
        rest += bytes[start..<end]
        let line = rest
        rest = []
        try take(line: line[...])
      }
      start = end + 1
    }
    rest += bytes[start...]
    guard rest.count <= Self.longestLine else {
      lineNumber += 1
      throw tooLong
    }
  }

  /// The points, when nothing more comes.
  public mutating func finish() throws(PresetError) -> PointSet {
    if !rest.isEmpty {
      let line = rest
      rest = []
      try take(line: line[...])
    }
    guard !points.isEmpty else {
      throw PresetError(
        .malformed, file: file, "no points; expected rows of two numbers, as 1.5,-2")
    }
    return PointSet(name: name, points: points, rowCount: rowCount)
  }

  // MARK: Rows

  private mutating func take(line bytes: ArraySlice<UInt8>) throws(PresetError) {
    lineNumber += 1
    guard bytes.count <= Self.longestLine else { throw tooLong }
    var line = bytes
    if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    let origin = line.startIndex
    let fields = Self.fields(of: line)
    guard let first = fields.first, line[first.lowerBound] != UInt8(ascii: "#") else { return }
    let numbers = fields.map { Self.number(line[$0]) }
    let isNamed = mayHaveNames && numbers.allSatisfy { $0 == nil }
    mayHaveNames = false
    guard fields.count == 2 else {
      let count = fields.count == 1 ? "1 field" : "\(fields.count) fields"
      throw fail("expected two numbers, x and y, not \(count)", column: 1)
    }
    guard !isNamed else { return }
    let x = try coordinate("x", numbers[0], line[fields[0]], fields[0].lowerBound - origin)
    let y = try coordinate("y", numbers[1], line[fields[1]], fields[1].lowerBound - origin)
    keep(SIMD2(x, y))
  }

  /// Of row i, from 0, the chance to be kept is most/(i + 1), and so is everybody's in the end.
  private mutating func keep(_ point: SIMD2<Float>) {
    defer { rowCount += 1 }
    guard points.count == PointSet.most else { return points.append(point) }
    let place = Int(Self.mixed(UInt64(rowCount)) % UInt64(rowCount + 1))
    if place < PointSet.most { points[place] = point }
  }

  /// SplitMix64: a fixed function that scatters the numbers of rows.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var value = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private func coordinate(
    _ axis: String, _ number: Float?, _ field: ArraySlice<UInt8>, _ offset: Int
  ) throws(PresetError) -> Float {
    guard let number, abs(number) <= PointSet.farthest else {
      let found = field.isEmpty ? "nothing" : Wording.quoted(String(decoding: field, as: UTF8.self))
      let wanted = number == nil ? "a number" : "a number from -1000000 to 1000000"
      throw fail("expected \(wanted) for \(axis), not \(found)", column: offset + 1)
    }
    return number
  }

  private var tooLong: PresetError {
    fail("longer than any row of two numbers; expected x,y", column: nil)
  }

  private func fail(_ message: String, column: Int?) -> PresetError {
    PresetError(.malformed, file: file, at: .init(line: lineNumber, column: column), message)
  }

  // MARK: Fields

  /// Where the fields of a row are, blanks and quotes around them aside; none in an empty row.
  private static func fields(of line: ArraySlice<UInt8>) -> [Range<Int>] {
    let whole = trimmed(line, line.startIndex..<line.endIndex)
    guard !whole.isEmpty else { return [] }
    let kinds = ";\t,".utf8
    guard let kind = kinds.first(where: { line[whole].contains($0) }) else {
      return line[whole].split(whereSeparator: isBlank).map { $0.startIndex..<$0.endIndex }
    }
    return line[whole].split(separator: kind, omittingEmptySubsequences: false).map {
      unquoted(line, trimmed(line, $0.startIndex..<$0.endIndex))
    }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(line[start]) { start += 1 }
    while end > start, isBlank(line[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func unquoted(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    guard range.count >= 2, line[range.lowerBound] == quote, line[range.upperBound - 1] == quote
    else { return range }
    return trimmed(line, range.lowerBound + 1..<range.upperBound - 1)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// A decimal number; nil for what is none, is not finite, or is written otherwise.
  private static func number(_ field: ArraySlice<UInt8>) -> Float? {
    guard field.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }),
      let number = Float(String(decoding: field, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }
}
