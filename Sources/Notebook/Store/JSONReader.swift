/// Reads one JSON value, strictly: every byte belongs to it, no key comes twice, and a hostile
/// text takes neither time nor memory beyond its own length.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private static let deepest = 16

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a text is.
  /// - Throws: ``StoreError`` that says at which byte it is no JSON.
  static func value(_ bytes: some Sequence<UInt8>) throws(StoreError) -> JSON {
    var reader = JSONReader(Array(bytes))
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.place == reader.bytes.count else {
      throw reader.fail("something follows the value")
    }
    return value
  }

  private mutating func value() throws(StoreError) -> JSON {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fail("nested too deeply") }
    switch peek {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  // MARK: Lists and objects

  private mutating func object() throws(StoreError) -> JSON {
    place += 1
    var entries: [JSON.Entry] = []
    var seen: Set<String> = []
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw fail("a key is missing") }
      let key = try text()
      guard seen.insert(key).inserted else {
        throw fail("the key \(Wording.quoted(key)) is given twice")
      }
      guard take(":") else { throw fail("':' is missing") }
      entries.append(JSON.Entry(key, try value()))
    } while take(",")
    guard take("}") else { throw fail("'}' is missing") }
    return .object(entries)
  }

  private mutating func list() throws(StoreError) -> JSON {
    place += 1
    var values: [JSON] = []
    if take("]") { return .list([]) }
    repeat { values.append(try value()) } while take(",")
    guard take("]") else { throw fail("']' is missing") }
    return .list(values)
  }

  // MARK: Scalars

  private mutating func word(_ word: String, _ value: JSON) throws(StoreError) -> JSON {
    guard bytes[place...].starts(with: word.utf8) else { throw fail("no value") }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws(StoreError) -> JSON {
    let start = place
    let allowed = "+-.0123456789Ee".utf8
    while let byte = peek, allowed.contains(byte), place - start < 400 { place += 1 }
    let digits = String(decoding: bytes[start..<place], as: UTF8.self)
    guard digits.utf8.last.map({ (0x30...0x39).contains($0) }) == true,
      let first = digits.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
    else { throw fail("no value") }
    if let whole = Int(digits) { return .integer(whole) }
    if let whole = UInt64(digits) { return .unsigned(whole) }
    guard let value = Double(digits), value.isFinite else { throw fail("no number") }
    return .number(value)
  }

  private mutating func text() throws(StoreError) -> String {
    place += 1
    var result: [UInt8] = []
    while let byte = peek {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: result, as: UTF8.self) else {
          throw fail("a text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): result += String(try escaped()).utf8
      case 0..<0x20: throw fail("a control character in a text")
      default: result.append(byte)
      }
    }
    throw fail("a text has no end")
  }

  private mutating func escaped() throws(StoreError) -> Unicode.Scalar {
    guard let byte = peek else { throw fail("a text has no end") }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try hexadecimal()
    default: throw fail("an unknown escape")
    }
  }

  /// `\u` and four digits; two of them where the first is half of a pair.
  private mutating func hexadecimal() throws(StoreError) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard (0xD800..<0xDC00).contains(first), bytes[place...].starts(with: "\\u".utf8) else {
      throw fail("half a character")
    }
    place += 2
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second) else { throw fail("half a character") }
    let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    guard let scalar = Unicode.Scalar(value) else { throw fail("half a character") }
    return scalar
  }

  private mutating func unit() throws(StoreError) -> UInt16 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fail("an unknown escape") }
    place += 4
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: scalar) else { return false }
    place += 1
    return true
  }

  private func fail(_ message: String) -> StoreError {
    StoreError(.malformed, "no JSON: \(message) at byte \(place + 1)")
  }
}
