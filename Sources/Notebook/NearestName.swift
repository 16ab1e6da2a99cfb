/// Finds what a person meant to type.
public enum NearestName {
  /// The known name that takes the fewest slips of a finger to become `name`, or nil where none
  /// is near: more than a third of its letters, and more than two, would have to change.
  ///
  /// A slip is one letter put in, left out, changed, or swapped with its neighbour; case is free.
  public static func of(_ name: String, among known: [String]) -> String? {
    let given = Array(name.lowercased().prefix(80))
    let limit = max(2, given.count / 3)
    let distances = known.map { slips(given, Array($0.lowercased())) }
    guard let least = distances.min(), least <= limit, let index = distances.firstIndex(of: least) else {
      return nil
    }
    return least < given.count ? known[index] : nil
  }

  /// The end of a sentence about an unknown name: "; did you mean 'steps'?", or the whole list
  /// where nothing is near. Empty where nothing is known.
  public static func hint(_ name: String, among known: [String], list: String) -> String {
    if let near = of(name, among: known) { return "; did you mean '\(near)'?" }
    return known.isEmpty ? "" : "; \(list): \(known.joined(separator: ", "))"
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
