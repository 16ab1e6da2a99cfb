/// How well letters typed in a hurry fit a text.
struct Likeness: Equatable {
  /// The lower, the better.
  let score: Int
  /// Where the letters were found.
  let places: [Int]

  /// The letters in their order, with anything between. Nil where one is missing. Letters that
  /// stand together or begin a word count most.
  init?(of text: String, for wanted: String) {
    let letters = Array(wanted.lowercased().filter { !$0.isWhitespace })
    let text = text.map { Character($0.lowercased().first.map(String.init) ?? " ") }
    guard let first = letters.first else {
      self.init(score: 0, places: [])
      return
    }
    let found = text.indices.filter { text[$0] == first }
      .compactMap { Self.from($0, text, letters) }
    guard let best = found.min(by: { $0.score < $1.score }) else { return nil }
    self = best
  }

  private init(score: Int, places: [Int]) {
    self.score = score
    self.places = places
  }

  private static func from(
    _ start: Int, _ text: [Character], _ letters: [Character]
  ) -> Likeness? {
    var score = start > 0 && text[start - 1].isLetter ? 8 : 0
    var places = [start]
    for letter in letters.dropFirst() {
      let place = places[places.count - 1]
      guard let next = text[(place + 1)...].firstIndex(of: letter) else { return nil }
      let beginsWord = !text[next - 1].isLetter
      let gap = min(next - place - 1, 20)
      score += gap == 0 ? 0 : beginsWord ? 2 + gap / 4 : 3 + gap
      places.append(next)
    }
    return Likeness(score: score + min(start, 40) / 4, places: places)
  }
}
