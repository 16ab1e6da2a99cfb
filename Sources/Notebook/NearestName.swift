/// Finds what a person meant to type.
public enum NearestName {
  /// The known name that takes the fewest slips of a finger to become `name`; else one that holds
  /// its letters in order, as an abbreviation does; else nil.
  ///
  /// A slip is one letter put in, left out, changed, or swapped with its neighbour; a third of
  /// the letters, and always two, may be slips. Case, `-` and `_` are free.
  public static func of(_ name: String, among known: [String]) -> String? {
    let given = letters(name)
    let names = known.map(letters)
    let distances = names.map { slips(given, $0) }
    if let least = distances.min(), least <= max(2, given.count / 3), least < given.count {
      return distances.firstIndex(of: least).map { known[$0] }
    }
    guard given.count >= 3 else { return nil }
    return names.firstIndex { isAbbreviation(given, of: $0) }.map { known[$0] }
  }

  /// The end of a sentence about an unknown name: "; did you mean 'steps'?", or the whole list
  /// where nothing is near. Empty where nothing is known.
  public static func hint(_ name: String, among known: [String], list: String) -> String {
    if let near = of(name, among: known) { return "; did you mean '\(near)'?" }
    return known.isEmpty ? "" : "; \(list): \(known.joined(separator: ", "))"
  }

  private static func letters(_ name: String) -> [Character] {
    Array(name.lowercased().prefix(80).filter { $0 != "-" && $0 != "_" })
  }

  private static func isAbbreviation(_ short: [Character], of long: [Character]) -> Bool {
    var rest = short[...]
    for letter in long where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// Damerau's distance, each letter taking part in one swap at most.
  private static func slips(_ first: [Character], _ second: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...second.count)
    for row in first.indices {
      var line = [row + 1]
      for column in second.indices {
        let change = above[column] + (first[row] == second[column] ? 0 : 1)
        var least = min(change, above[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      (before, above) = (above, line)
    }
    return above[second.count]
  }
}
