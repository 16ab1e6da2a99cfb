/// Cuts bytes into lines, piece by piece as they come: a line ends with LF, CR LF or CR alone, and
/// the text is UTF-8 or, with its mark in front, UTF-16.
struct LineCutter {
  /// Bytes of a row at most; beyond them no line end is waited for.
  static let longest = 1 << 16

  /// The first bytes, until there are enough to tell what they are; nil from then on.
  private var head: [UInt8]? = []
  private var wide: WideText?
  private var rest: [UInt8] = []
  /// Whether the byte before was a CR, behind which a LF ends no further line.
  private var isBehindReturn = false

  /// Whether a line has begun that is longer than any row.
  var isTooLong: Bool { rest.count > Self.longest }

  /// The lines that these bytes complete.
  /// - Throws: ``PresetError``, without its file, where the first bytes are those of no text.
  mutating func lines(of bytes: [UInt8]) throws(PresetError) -> [ArraySlice<UInt8>] {
    guard let head else { return cut(bytes) }
    let first = head + bytes
    guard first.count >= FileMark.length else {
      self.head = first
      return []
    }
    self.head = nil
    return cut(try begun(first))
  }

  /// What is left when nothing more comes.
  /// - Throws: ``PresetError`` as above.
  mutating func end() throws(PresetError) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    if let head {
      self.head = nil
      lines = cut(try begun(head))
    }
    // Half a character at the end of a wide text.
    rest += wide?.left ?? []
    if !rest.isEmpty { lines.append(rest[...]) }
    rest = []
    return lines
  }

  /// The bytes behind the mark that a text may begin with.
  private mutating func begun(_ bytes: [UInt8]) throws(PresetError) -> [UInt8] {
    switch FileMark(bytes) {
    case .none: return bytes
    case .utf8: return Array(bytes.dropFirst(3))
    case .utf16(let isLittleEndian):
      wide = WideText(isLittleEndian: isLittleEndian)
      return Array(bytes.dropFirst(2))
    case .noText(let kind): throw PresetError(.malformed, kind)
    }
  }

  private mutating func cut(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let bytes = wide?.utf8(bytes) ?? bytes
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D || isBehindReturn {
      let isSecond = isBehindReturn && byte == 0x0A
      isBehindReturn = byte == 0x0D
      guard byte == 0x0A || byte == 0x0D else { continue }
      if !isSecond {
        lines.append(rest.isEmpty ? bytes[start..<place] : (rest + bytes[start..<place])[...])
        rest = []
      }
      start = place + 1
    }
    rest += bytes[start...]
    return lines
  }
}

/// UTF-16 on its way to UTF-8, in pieces that may end in the middle of a character.
private struct WideText {
  let isLittleEndian: Bool
  private var half: UInt8?
  private var decoder: [UInt16] = []

  init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

  mutating func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var units = decoder
    decoder = []
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (high, low) = isLittleEndian ? (byte, first) : (first, byte)
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    // The first half of a pair waits for the second one.
    if let last = units.last, UTF16.isLeadSurrogate(last) { decoder = [units.removeLast()] }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The mark for a broken character, where one was left.
  var left: [UInt8] {
    half == nil && decoder.isEmpty ? [] : Array("\u{FFFD}".utf8)
  }
}
