/// Which columns of a file are x and y: each by its name in the first row, or by its number from 1.
public struct PointColumns: Sendable, Equatable {
  private let words: [String]

  /// - Parameter text: "x,y", "2,3", "easting,northing".
  /// - Throws: ``PresetError``, one sentence, where these are not two columns.
  public init(_ text: String) throws(PresetError) {
    words = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Wording.trimmed(String($0))
    }
    guard words.count != 3 else {
      throw PresetError(
        .malformed,
        "a third column would be the class of each point, and points of your own have none: the "
          + "classes of 'labels' are made of modes; choose two columns, as x,y")
    }
    guard words.count == 2, !words.contains("") else {
      throw PresetError(
        .malformed,
        "two columns are chosen by name or by number, as x,y or 2,3, not \(Wording.quoted(text))")
    }
    guard words[0] != words[1] else {
      throw PresetError(.malformed, "x and y are both column \(Wording.quoted(words[0]))")
    }
    guard !numbers.contains(0) else {
      throw PresetError(.malformed, "columns are counted from 1")
    }
  }

  /// As it reads back.
  public var text: String { words.joined(separator: ",") }

  /// A number where it is one; a name of digits alone can't be asked for.
  private var numbers: [Int?] {
    words.map { word in
      word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word) ?? Int.max : nil
    }
  }

  /// Whether both are numbers, so that no row of names is needed.
  private var areNumbers: Bool { numbers.allSatisfy { $0 != nil } }

  /// Where x and y are in a row, from 0.
  /// - Parameter names: the row of names; nil where the file has none.
  /// - Throws: ``PresetError`` without its place, where there is no such column, or two of them.
  func places(names: [String]?, count: Int) throws(PresetError) -> [Int] {
    var places: [Int] = []
    for (word, number) in zip(words, numbers) {
      if let number {
        guard number <= count else {
          throw PresetError(
            .malformed,
            "there is no column \(word); the row has \(count == 1 ? "1 field" : "\(count) fields")")
        }
        places.append(number - 1)
      } else {
        places.append(try Self.place(of: word, among: names))
      }
    }
    guard places[0] != places[1] else {
      throw PresetError(.malformed, "\(text) are one column, and two are needed")
    }
    return places
  }

  private static func place(of word: String, among names: [String]?) throws(PresetError) -> Int {
    guard let names else {
      throw PresetError(
        .malformed,
        "there is no row of names to find \(Wording.quoted(word)) in; choose columns by number")
    }
    let exact = names.indices.filter { names[$0] == word }
    let found =
      exact.isEmpty
      ? names.indices.filter { names[$0].lowercased() == word.lowercased() } : exact
    guard let place = found.first else {
      let known = names.filter { !$0.isEmpty }.prefix(12).map {
        String(Wording.line($0).prefix(40))
      }
      throw PresetError(
        .malformed,
        "there is no column \(Wording.quoted(word))"
          + NearestName.hint(word, among: known, list: "the columns are"))
    }
    guard found.count == 1 else {
      throw PresetError(
        .malformed,
        "\(found.count) columns are called \(Wording.quoted(word)); choose columns by number")
    }
    return place
  }

  /// The columns that can be chosen in a row, as an example: two names where it has such, else
  /// two numbers.
  static func example(_ names: [String]?, count: Int) -> String {
    let plain = (names ?? []).filter { name in
      !name.isEmpty && name.count <= 20
        && name.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "_.-".contains($0) }
        && !name.allSatisfy(\.isNumber)
    }
    if plain.count >= 2, Set(plain).count == plain.count { return "\(plain[0]),\(plain[1])" }
    return count > 2 && names?.first == "" ? "2,3" : "1,2"
  }
}
