/// The name of a run, which is its folder's: letters, digits, `-`, `_` and `.`, so that it can't
/// lead out of the notebook's folder.
enum RunName {
  private static let longest = 100

  /// - Throws: ``StoreError`` where the text can't be a run's name.
  static func check(_ id: String) throws(StoreError) {
    guard isValid(id) else {
      throw StoreError(
        .misnamed,
        "\(Wording.quoted(id)) can't be a run's name; `ganbook runs` lists those there are")
    }
  }

  /// Whether the text can be a run's name.
  static func isValid(_ id: String) -> Bool {
    let first = id.utf8.first
    return first != nil && first != UInt8(ascii: ".") && first != UInt8(ascii: "-")
      && id.utf8.count <= longest && id.utf8.allSatisfy(isPlain)
  }

  /// Whether a name stands before another where digits count as numbers: `a-2` before `a-10`.
  static func isOrdered(_ one: String, _ other: String) -> Bool {
    var (rest, others) = (Substring(one).utf8, Substring(other).utf8)
    while let first = rest.first, let second = others.first {
      let (digits, more) = (rest.prefix(while: isDigit), others.prefix(while: isDigit))
      guard !digits.isEmpty, !more.isEmpty else {
        guard first == second else { return first < second }
        rest.removeFirst()
        others.removeFirst()
        continue
      }
      let zero = UInt8(ascii: "0")
      let (value, bound) = (digits.drop { $0 == zero }, more.drop { $0 == zero })
      guard value.count == bound.count else { return value.count < bound.count }
      if !value.elementsEqual(bound) { return value.lexicographicallyPrecedes(bound) }
      rest = rest.dropFirst(digits.count)
      others = others.dropFirst(more.count)
    }
    // Of two that count as one the shorter: `a-1` before `a-01`.
    return rest.isEmpty && (!others.isEmpty || one.utf8.count < other.utf8.count)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// What runs of a preset are called, a number aside: `mode-collapse-paper`.
  static func stem(_ preset: Preset) -> String {
    let name = preset.name.hasPrefix(preset.page) ? preset.name : "\(preset.page)-\(preset.name)"
    let plain = name.utf8.map { isPlain($0) ? Character(Unicode.Scalar($0)) : "-" }
    let start = plain.prefix(longest - 12).drop { $0 == "." || $0 == "-" }
    return start.isEmpty ? "run" : String(start)
  }

  /// What the name of an empty file begins with that keeps a deleted run's number.
  static let gone = ".gone-"

  /// The next number of a stem: above all there are, and above those of deleted runs.
  static func next(_ stem: String, among names: [String]) -> Int {
    let numbers = numbers(stem + "-", among: names) + gone(stem, among: names)
    return (numbers.filter { $0 < .max }.max() ?? 0) + 1
  }

  /// The numbers that deleted runs of a stem have left.
  static func gone(_ stem: String, among names: [String]) -> [Int] {
    numbers(gone + stem + "-", among: names)
  }

  /// The stem and the number of a run's name; nil where it ends in none.
  static func parts(of id: String) -> (stem: String, number: Int)? {
    guard let dash = id.lastIndex(of: "-"), let number = Int(id[id.index(after: dash)...]),
      number > 0
    else { return nil }
    return (String(id[..<dash]), number)
  }

  private static func numbers(_ prefix: String, among names: [String]) -> [Int] {
    names.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
