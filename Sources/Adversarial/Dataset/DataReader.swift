extension OwnMode {
  /// A mode by its numbers, as they stand between its parentheses: "1.5, 0, 0.1, 2".
  /// - Throws: ``DataError`` with what was expected.
  public init(numbers text: String) throws(DataError) {
    guard case .modes(let modes) = try DataReader.form("modes:(\(text))", points: []),
      modes.count == 1
    else { throw DataError("expected the numbers of one mode: x, y, deviation, weight") }
    self = modes[0]
  }
}

/// Reads a ``DataForm`` character by character; every complaint says where and what was expected.
struct DataReader {
  /// No data that a person writes come near it.
  static let longest = 8_000
  private static let kinds = ["none", "modes", "text", "curve", "points"]

  private let text: [Character]
  /// The sets that can be named.
  private let points: [PointSet]
  private var place = 0

  /// The form that a text describes.
  /// - Throws: ``DataError`` with the character and what was expected there.
  static func form(_ text: String, points: [PointSet]) throws(DataError) -> DataForm {
    guard text.utf8.count <= longest else {
      throw DataError("longer than \(longest) characters; keep points in a file")
    }
    var reader = DataReader(text: Array(text), points: points)
    return try reader.form()
  }

  private init(text: [Character], points: [PointSet]) {
    self.text = text
    self.points = points
  }

  private mutating func form() throws(DataError) -> DataForm {
    skipBlanks()
    if peek == "+" || peek == "-" || peek == "−" { return try changes() }
    let word = String(text[place...].prefix { $0.isLetter })
    place += word.count
    skipBlanks()
    if word == DataForm.noneText, isAtEnd { return .none }
    guard Self.kinds.contains(word), word != DataForm.noneText, take(":") else {
      throw DataError("expected none, modes:, text:, curve:, points:, or modes to add as +(x,y)")
    }
    switch word {
    case "modes": return .modes(try modes())
    case "text": return .text(try Banner.checked(rest))
    case "curve": return .curve(try FormulaCurve(rest))
    default: return .points(try set(named: rest))
    }
  }

  // MARK: Modes

  private mutating func modes() throws(DataError) -> [OwnMode] {
    var modes: [OwnMode] = []
    repeat {
      modes.append(try mode())
      skipBlanks()
      if !isAtEnd { _ = take(",") || take(";") }
      skipBlanks()
    } while !isAtEnd
    guard modes.count <= OwnMode.most else {
      throw DataError("\(modes.count) modes; a mixture of your own has at most \(OwnMode.most)")
    }
    return modes
  }

  /// `-3 -5 +(0,0) (1,1)`.
  private mutating func changes() throws(DataError) -> DataForm {
    var without: [Int] = []
    while peek == "-" || peek == "−" {
      place += 1
      let digits = text[place...].prefix { $0.isASCII && $0.isWholeNumber }
      guard digits.count <= 4, let number = Int(String(digits)), number >= 1 else {
        throw fail("expected the number of a mode, from 1")
      }
      place += digits.count
      without.append(number - 1)
      skipBlanks()
    }
    guard Set(without).count == without.count else { throw fail("a mode is left out twice") }
    guard !isAtEnd else { return .changes(without: without, with: []) }
    guard take("+") else { throw fail("expected '+' and modes to add, as +(x,y)") }
    skipBlanks()
    return .changes(without: without, with: try modes())
  }

  private mutating func mode() throws(DataError) -> OwnMode {
    skipBlanks()
    guard take("(") else { throw fail("expected a mode, as (x,y) or (x,y,deviation,weight)") }
    let x = try coordinate("x")
    try comma("y")
    let y = try coordinate("y")
    var mode = OwnMode(centre: SIMD2(x, y))
    skipBlanks()
    if take(",") {
      let deviation = try number("a deviation")
      // 0 stands for the page's knob, so that a weight can be given alone.
      mode.deviation = deviation == 0 ? nil : deviation
      if deviation != 0 { try check(deviation, "a deviation", in: OwnMode.deviations) }
      skipBlanks()
    }
    if take(",") {
      mode.weight = try number("a weight")
      try check(mode.weight, "a weight", in: OwnMode.weights)
      skipBlanks()
    }
    guard take(")") else { throw fail("expected ')'") }
    return mode
  }

  private mutating func comma(_ next: String) throws(DataError) {
    skipBlanks()
    guard take(",") else { throw fail("expected ',' and \(next)") }
  }

  private mutating func coordinate(_ name: String) throws(DataError) -> Float {
    let value = try number(name)
    try check(value, name, in: -1_000...1_000)
    return value
  }

  private func check(
    _ value: Float, _ name: String, in range: ClosedRange<Float>
  ) throws(DataError) {
    guard range.contains(value) else {
      let (low, high) = (OwnMode.number(range.lowerBound), OwnMode.number(range.upperBound))
      throw fail("expected \(name) from \(low) to \(high)")
    }
  }

  private mutating func number(_ name: String) throws(DataError) -> Float {
    skipBlanks()
    let digits = text[place...].prefix { "+-−.0123456789eE".contains($0) }
    let plain = String(digits.map { $0 == "−" ? "-" : $0 })
    guard digits.count <= 40, let value = Float(plain), value.isFinite else {
      throw fail("expected \(name), a number")
    }
    place += digits.count
    return value
  }

  // MARK: Points

  /// `spiral.csv`, or with what tells it from others of that name.
  private func set(named text: String) throws(DataError) -> PointSet {
    let wanted = PointName(text)
    let name = PointSet.plain(wanted.name)
    let found = points.last { set in
      set.name == name
        && (wanted.digest.map { $0 == set.digest } ?? (set.columns == wanted.columns))
    }
    if let found { return found }
    let known = points.map(\.name).joined(separator: ", ")
    throw DataError(
      "there are no points '\(text.prefix(60))' here; "
        + (known.isEmpty ? "give the file with --data FILE" : "the points are: \(known)"))
  }

  // MARK: Characters

  private var isAtEnd: Bool { place >= text.count }
  private var peek: Character? { isAtEnd ? nil : text[place] }

  private var rest: String {
    let rest = text[min(place, text.count)...]
    let start = rest.firstIndex { !$0.isWhitespace } ?? rest.endIndex
    let end = rest.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? start
    return String(rest[start..<max(start, end)])
  }

  private mutating func skipBlanks() {
    while let letter = peek, letter.isWhitespace { place += 1 }
  }

  private mutating func take(_ letter: Character) -> Bool {
    guard peek == letter else { return false }
    place += 1
    return true
  }

  private func fail(_ sentence: String) -> DataError {
    let found = isAtEnd ? "the end" : "'\(String(text[place...].prefix(12)))'"
    return DataError("\(sentence) at character \(place + 1), not \(found)")
  }
}
