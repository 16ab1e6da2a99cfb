/// A word of a formula and where it stands.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case name
    case operation(Formula.Operation)
    case open
    case close
    case end
  }

  static let mostCharacters = 400

  let kind: Kind
  /// As it was typed.
  let text: String
  /// Of its first character, from 1.
  let column: Int

  /// The words of a text, and the end.
  static func tokens(of text: String) throws(FormulaError) -> [FormulaToken] {
    let characters = Array(text)
    guard characters.count <= mostCharacters else {
      throw FormulaError(
        column: mostCharacters + 1, problem: .tooLong(limit: mostCharacters))
    }
    var tokens: [FormulaToken] = []
    var place = 0
    while place < characters.count {
      guard !characters[place].isWhitespace else {
        place += 1
        continue
      }
      let token = try token(characters[place...], column: place + 1)
      tokens.append(token)
      place += token.text.count
    }
    guard !tokens.isEmpty else { throw FormulaError(column: 1, problem: .empty) }
    return tokens + [FormulaToken(kind: .end, text: "", column: characters.count + 1)]
  }

  private static func token(
    _ rest: ArraySlice<Character>, column: Int
  ) throws(FormulaError) -> FormulaToken {
    let first = rest[rest.startIndex]
    if let kind = symbol(first) {
      return FormulaToken(kind: kind, text: String(first), column: column)
    }
    if isDigit(first) || first == "." {
      let text = number(rest)
      guard let value = Double(text), value.isFinite else {
        throw FormulaError(column: column, problem: .noNumber(text))
      }
      return FormulaToken(kind: .number(value), text: text, column: column)
    }
    let name = String(rest.prefix { $0.isLetter || isDigit($0) || $0 == "_" })
    guard !name.isEmpty else {
      throw FormulaError(column: column, problem: .strange(String(first)))
    }
    return FormulaToken(kind: .name, text: name, column: column)
  }

  private static func symbol(_ character: Character) -> Kind? {
    switch character {
    case "(": .open
    case ")": .close
    case "−", "–": .operation(.minus)
    case "·", "×", "⋅": .operation(.times)
    case "÷": .operation(.over)
    default: Formula.Operation(rawValue: character).map(Kind.operation)
    }
  }

  /// Digits, points, and an exponent where digits follow it: "1.5e-3", but "2e" is 2 and a name.
  private static func number(_ rest: ArraySlice<Character>) -> String {
    let mantissa = rest.prefix { isDigit($0) || $0 == "." }
    var exponent = rest[mantissa.endIndex...]
    guard let letter = exponent.popFirst(), letter == "e" || letter == "E" else {
      return String(mantissa)
    }
    let sign = exponent.prefix { $0 == "+" || $0 == "-" }
    let digits = exponent[sign.endIndex...].prefix(while: isDigit)
    guard sign.count <= 1, !digits.isEmpty else { return String(mantissa) }
    return String(mantissa) + String(letter) + String(sign) + String(digits)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
