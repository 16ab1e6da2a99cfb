/// A text as strokes: the lines between neighbouring dots of its letters.
struct Banner {
  private let text: [Character]

  /// Letters at most, and points that stand for a text.
  static let longest = 16
  static let count = 2_000
  /// From one letter to the next, in dots.
  private static let advance = DotFont.columns + 1

  /// A text as it can be written.
  /// - Throws: ``DataError`` with the letter that cannot.
  static func checked(_ text: String) throws(DataError) -> String {
    let letters = text.uppercased()
    guard letters.contains(where: { $0 != " " }), letters.count <= longest else {
      throw DataError("expected a text of 1 to \(longest) letters, as text:GAN")
    }
    if let other = letters.first(where: { $0 != " " && !DotFont.letters.contains($0) }) {
      throw DataError("the letter '\(other)' has no dots here; there are \(DotFont.letters)")
    }
    return letters
  }

  /// - Precondition: the letters have dots.
  init(_ text: String) { self.text = Array(text) }

  /// Points at equal distances along the strokes, the origin in the middle.
  /// - Parameter reach: how far the text reaches from there.
  func points(reach: Float) -> [SIMD2<Float>] {
    let strokes = strokes
    let lengths = strokes.map { ($0.to - $0.from).length }
    let whole = lengths.reduce(0, +)
    let size = SIMD2(
      Float(text.count * Self.advance - 1 - 1), Float(DotFont.rows - 1))
    let scale = 2 * reach / max(size.x, size.y)
    var (stroke, passed): (Int, Float) = (0, 0)
    return (0..<Self.count).map { index in
      let goal = whole * (Float(index) + 0.5) / Float(Self.count)
      while stroke < strokes.count - 1, passed + lengths[stroke] < goal {
        passed += lengths[stroke]
        stroke += 1
      }
      let share = min(1, (goal - passed) / lengths[stroke])
      let place = strokes[stroke].from + (strokes[stroke].to - strokes[stroke].from) * share
      let centred = place - size / 2
      return SIMD2(centred.x, -centred.y) * scale
    }
  }

  /// A line between two dots, in dots from the upper left.
  private typealias Stroke = (from: SIMD2<Float>, to: SIMD2<Float>)

  private var strokes: [Stroke] {
    text.enumerated().flatMap { place, letter in
      Self.strokes(of: letter).map { stroke -> Stroke in
        let offset = SIMD2(Float(place * Self.advance), 0)
        return (stroke.from + offset, stroke.to + offset)
      }
    }
  }

  private static func strokes(of letter: Character) -> [Stroke] {
    func has(_ row: Int, _ column: Int) -> Bool {
      DotFont.hasDot(letter, row: row, column: column)
    }
    var strokes: [Stroke] = []
    for row in 0..<DotFont.rows {
      for column in 0..<DotFont.columns where has(row, column) {
        let here = SIMD2(Float(column), Float(row))
        if has(row, column + 1) { strokes.append((here, here + [1, 0])) }
        if has(row + 1, column) { strokes.append((here, here + [0, 1])) }
        // A slant is a stroke only where no corner leads the same way.
        for side in [-1, 1] where has(row + 1, column + side) {
          guard !has(row, column + side), !has(row + 1, column) else { continue }
          strokes.append((here, here + [Float(side), 1]))
        }
        let isAlone = !(-1...1).contains { down in
          (-1...1).contains { (down, $0) != (0, 0) && has(row + down, column + $0) }
        }
        if isAlone { strokes.append((here - [0.2, 0], here + [0.2, 0])) }
      }
    }
    return strokes
  }
}

extension SIMD2<Float> {
  fileprivate var length: Float { (self * self).sum().squareRoot() }
}
