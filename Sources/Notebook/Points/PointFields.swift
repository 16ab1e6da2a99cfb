/// The fields of one row: where they are, and whether they are numbers, names or neither.
struct PointFields {
  let line: ArraySlice<UInt8>
  /// Blanks and quotes around them aside; none in an empty row.
  private(set) var places: [Range<Int>]
  private let quotes: Quotes

  /// - Parameter separator: what parts the rows of this file; a row without it is parted as it
  ///   looks.
  init(_ line: ArraySlice<UInt8>, separator: Separator?) {
    self.line = line
    let whole = Self.trimmed(line, line.startIndex..<line.endIndex)
    let quotes = Quotes(line)
    self.quotes = quotes
    let places = separator.map { Self.parts(line, whole, at: $0, quotes) } ?? []
    guard places.count < 2, !whole.isEmpty else {
      self.places = whole.isEmpty ? [] : places
      return
    }
    let kind = Separator.allCases.first { kind in
      whole.contains { line[$0] == kind.rawValue && !quotes.holds($0) }
    }
    self.places = Self.parts(line, whole, at: kind ?? .blanks, quotes)
  }

  var count: Int { places.count }

  /// The field at a place as it stands in the row.
  subscript(index: Int) -> ArraySlice<UInt8> { line[places[index]] }

  /// The same as a text for a person; bytes that are no UTF-8 are taken for Latin-1.
  func text(_ index: Int) -> String {
    let field = self[index]
    return String(validating: field, as: UTF8.self)
      ?? String(String.UnicodeScalarView(field.map { Unicode.Scalar($0) }))
  }

  /// Where a field begins, from 0.
  func offset(_ index: Int) -> Int { places[index].lowerBound - line.startIndex }

  var isComment: Bool { line[places[0].lowerBound] == UInt8(ascii: "#") }

  /// What parts this row.
  var separator: Separator {
    let gaps = zip(places, places.dropFirst()).map { $0.upperBound..<$1.lowerBound }
    return Separator.allCases.first { kind in
      gaps.contains { $0.contains { line[$0] == kind.rawValue } }
    } ?? .blanks
  }

  /// Leaves out what is empty: tabs that were doubled to make columns stand straight.
  mutating func dropEmpty() { places.removeAll(where: \.isEmpty) }

  // MARK: Kinds

  /// The words that programs write where a number is missing, or is none.
  private static let missing: Set<String> = [
    "na", "n/a", "#n/a", "nan", "null", "nil", "none", "missing", "inf", "infinity",
  ]

  /// Whether a field can be the name of a column: neither empty, nor a number in any spelling, nor
  /// a word for a missing one.
  func isName(_ index: Int) -> Bool {
    guard !places[index].isEmpty, !isNumberLike(index) else { return false }
    let word = text(index).lowercased().drop { $0 == "-" || $0 == "+" }
    return word.contains { $0.isLetter || $0.isNumber } && !Self.missing.contains(String(word))
  }

  /// Whether this can be a row of names: of such alone, empty ones besides, or the numbers from 0
  /// behind an empty field, which pandas writes.
  var areNames: Bool {
    if places.count > 1, places[0].isEmpty,
      places.indices.dropFirst().allSatisfy({ text($0) == String($0 - 1) })
    {
      return true
    }
    return places.indices.contains(where: isName)
      && places.indices.allSatisfy { places[$0].isEmpty || isName($0) }
  }

  /// A number as it may be written, in range or not, with a decimal point or a comma.
  private func isNumberLike(_ index: Int) -> Bool {
    let field = self[index]
    let start = field.drop { "+-.,".utf8.contains($0) }
    return start.first.map { (0x30...0x39).contains($0) } ?? false
      && field.allSatisfy { "+-.,0123456789eE".utf8.contains($0) }
  }

  /// The decimal number of a field; nil for what is none, is not finite, or is written otherwise.
  func number(_ index: Int) -> Double? {
    let field = self[index]
    guard field.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }),
      let number = Double(String(decoding: field, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  /// A field that is a number, rounded to 32 bits.
  func single(_ index: Int) -> Float {
    Float(String(decoding: self[index], as: UTF8.self)) ?? .nan
  }

  /// A number of the row with a comma for its point, and where it begins; nil where there is none,
  /// or something else than numbers.
  static func decimalComma(_ line: ArraySlice<UInt8>) -> (text: String, offset: Int)? {
    let whole = trimmed(line, line.startIndex..<line.endIndex)
    let kinds: [Separator] = [.semicolon, .tab, .blanks, .comma]
    for kind in kinds {
      var fields = PointFields(line, separator: nil)
      fields.places = parts(line, whole, at: kind, fields.quotes).filter { !$0.isEmpty }
      let commas = fields.places.indices.filter(fields.hasDecimalComma)
      if fields.count > 1, let first = commas.first,
        fields.places.indices.allSatisfy({ commas.contains($0) || fields.number($0) != nil })
      {
        return (fields.text(first), fields.offset(first))
      }
    }
    return nil
  }

  /// Digits, one comma, digits.
  private func hasDecimalComma(_ index: Int) -> Bool {
    let parts = self[index].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].last, let next = parts[1].first else {
      return false
    }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return digits.contains(first) && digits.contains(next)
      && parts[0].allSatisfy { "+-0123456789".utf8.contains($0) }
      && parts[1].allSatisfy { "+-0123456789eE".utf8.contains($0) }
  }
}

// MARK: Parting

extension PointFields {
  /// What stands between the fields of a row, the surest sign first.
  enum Separator: UInt8, CaseIterable {
    case semicolon = 0x3B
    case tab = 0x09
    case comma = 0x2C
    case blanks = 0x20
  }

  private static func parts(
    _ line: ArraySlice<UInt8>, _ whole: Range<Int>, at kind: Separator, _ quotes: Quotes
  ) -> [Range<Int>] {
    var (parts, start) = ([Range<Int>](), whole.lowerBound)
    for place in whole {
      let parting = kind == .blanks ? isBlank(line[place]) : line[place] == kind.rawValue
      guard parting, !quotes.holds(place) else { continue }
      parts.append(start..<place)
      start = place + 1
    }
    parts.append(start..<whole.upperBound)
    if kind == .blanks { parts.removeAll(where: \.isEmpty) }
    return parts.map { unquoted(line, trimmed(line, $0)) }
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

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// The places of a row that stand between quotes; none where the quotes don't pair.
private struct Quotes {
  private let start: Int
  private var isInside: [Bool] = []

  init(_ line: ArraySlice<UInt8>) {
    start = line.startIndex
    let quote = UInt8(ascii: "\"")
    guard line.contains(quote), line.count(where: { $0 == quote }).isMultiple(of: 2) else { return }
    var isOpen = false
    for byte in line {
      if byte == quote { isOpen.toggle() }
      isInside.append(isOpen)
    }
  }

  func holds(_ place: Int) -> Bool { !isInside.isEmpty && isInside[place - start] }
}
