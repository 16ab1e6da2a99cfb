/// The name of a run, which is its folder's: letters, digits, `-`, `_` and `.`, so that it can't
/// lead out of the notebook's folder.
enum RunName {
  private static let longest = 100

  /// - Throws: ``StoreError`` where the text can't be a run's name.
  static func check(_ id: String) throws(StoreError) {
    let isPlain = id.utf8.allSatisfy(isPlain)
    guard !id.isEmpty, id.utf8.count <= longest, isPlain, id.first != ".", id.first != "-" else {
      throw StoreError(
        .misnamed,
        "\(Wording.quoted(id)) can't be a run's name; `ganbook runs` lists those there are")
    }
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
