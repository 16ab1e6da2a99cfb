import Plotting

/// One line of text being typed.
struct LineEditor: Sendable, Equatable {
  private(set) var characters: [Character] = []
  /// Where the next character goes, 0 … the number of characters.
  private(set) var cursor = 0

  /// Longer lines than this are no names and no numbers.
  private static let limit = 200

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  /// Takes a key that edits; returns whether it was one.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace: if cursor > 0 { remove(at: cursor - 1) }
    case .delete: if cursor < characters.count { remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    default: return false
    }
    return true
  }

  private mutating func insert(_ character: Character) {
    let isText = Text.width(of: String(character)) > 0
    guard isText, characters.count < Self.limit else { return }
    characters.insert(character, at: cursor)
    cursor += 1
  }

  private mutating func remove(at index: Int) {
    characters.remove(at: index)
    cursor = index
  }

  /// The text with its cursor; the cell under the cursor is shown in reverse.
  func line(_ ink: Ink = .normal) -> Line {
    let under = cursor < characters.count ? String(characters[cursor]) : " "
    return Line(String(characters[..<cursor]), ink) + Line(under, Style(ink, [.reverse]))
      + Line(String(characters[min(cursor + 1, characters.count)...]), ink)
  }
}
