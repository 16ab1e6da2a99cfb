import Plotting

/// One line of text being typed.
struct LineEditor: Sendable, Equatable {
  private(set) var characters: [Character] = []
  /// Where the next character goes, 0 … the number of characters.
  private(set) var cursor = 0
  private let limit: Int

  /// - Parameter limit: characters at most; 200 are more than any name or number has.
  init(_ text: String = "", limit: Int = 200) {
    characters = Array(text)
    cursor = characters.count
    self.limit = limit
  }

  var text: String { String(characters) }

  /// Takes a key that edits; returns whether it was one.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): return take(character)
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete: if cursor < characters.count { remove(cursor..<cursor + 1) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    default: return false
    }
    return true
  }

  /// The keys of every shell, then text.
  private mutating func take(_ character: Character) -> Bool {
    switch character {
    case "\u{01}": cursor = 0
    case "\u{05}": cursor = characters.count
    case "\u{02}": cursor = wordStart
    case "\u{06}": cursor = wordEnd
    case "\u{17}": remove(wordStart..<cursor)
    case "\u{15}": remove(0..<cursor)
    case "\u{0B}": remove(cursor..<characters.count)
    default: insert(character)
    }
    return true
  }

  /// Takes a text in one piece; line ends and tabs become blanks.
  mutating func paste(_ text: String) {
    for character in text { insert(character.isNewline || character == "\t" ? " " : character) }
  }

  private mutating func insert(_ character: Character) {
    guard !joinsBefore(character) else { return }
    let isText = Text.width(of: String(character)) > 0
    guard isText, characters.count < limit else { return }
    characters.insert(character, at: cursor)
    cursor += 1
  }

  /// An accent that comes by itself belongs to the character before the cursor.
  private mutating func joinsBefore(_ character: Character) -> Bool {
    guard cursor > 0 else { return false }
    let joined = String(characters[cursor - 1]) + String(character)
    // No character has more than a few parts, whatever a terminal sends.
    guard joined.count == 1, joined.unicodeScalars.count <= 12, let whole = joined.first else {
      return false
    }
    characters[cursor - 1] = whole
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// The beginning of the word before the cursor, and the end of the one behind it.
  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }

  /// The text with its cursor; the cell under the cursor is shown in reverse. Where not all of it
  /// fits, the part around the cursor is shown.
  func line(_ ink: Ink = .normal, columns: Int = .max) -> Line {
    let window = window(columns: columns)
    let under = cursor < characters.count ? String(characters[cursor]) : " "
    let behind = min(cursor + 1, characters.count)
    return Line(String(characters[window.lowerBound..<cursor]), ink)
      + Line(under, Style(ink, [.reverse]))
      + Line(String(characters[behind..<max(behind, window.upperBound)]), ink)
  }

  /// The characters to show: as far back from the cursor as fits, then as far on.
  private func window(columns: Int) -> Range<Int> {
    func width(_ index: Int) -> Int { Text.width(of: String(characters[index])) }
    var room = columns - (cursor < characters.count ? width(cursor) : 1)
    var (start, end) = (cursor, min(cursor + 1, characters.count))
    while start > 0, width(start - 1) <= room {
      start -= 1
      room -= width(start)
    }
    while end < characters.count, width(end) <= room {
      room -= width(end)
      end += 1
    }
    return start..<max(end, cursor)
  }
}
