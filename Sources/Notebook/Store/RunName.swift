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

  /// The next free number of a stem.
  static func next(_ stem: String, among names: [String]) -> Int {
    let numbers = names.compactMap { name in
      name.hasPrefix(stem + "-") ? Int(name.dropFirst(stem.count + 1)) : nil
    }
    return (numbers.filter { $0 < .max }.max() ?? 0) + 1
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
