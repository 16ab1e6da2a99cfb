internal import ArgumentParser
internal import Notebook

/// Names the recorded runs.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the recorded runs.")

  @OptionGroup var notebook: NotebookOption

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let cards = try notebook.store().cards()
    guard !json else {
      let object: JSON = ["runs": .list(cards.map(\.json))]
      return try Console.print(json: object.line)
    }
    guard !cards.isEmpty else {
      return Console.remark("no runs yet; `ganbook run PRESET --notebook FOLDER` records one")
    }
    try Console.print(Self.tree(cards).joined(separator: "\n"))
    for card in cards {
      if let problem = card.problem { Console.remark("ganbook: " + problem) }
    }
  }

  /// Forks stand below the run they left, one step further in.
  private static func tree(_ cards: [RunCard]) -> [String] {
    let known = Set(cards.map(\.id))
    let forks = Dictionary(grouping: cards.indices) { index in
      cards[index].parent.map(\.id).flatMap {
        known.contains($0) && $0 != cards[index].id ? $0 : nil
      }
    }
    var lines: [String] = []
    var seen = [Bool](repeating: false, count: cards.count)
    func add(_ indices: some Sequence<Int>, depth: Int) {
      for index in indices where !seen[index] {
        seen[index] = true
        lines.append(line(cards[index], depth: depth))
        add(forks[cards[index].id] ?? [], depth: depth + 1)
      }
    }
    add(forks[nil] ?? [], depth: 0)
    // Two that name each other as parents hang below none.
    add(cards.indices, depth: 0)
    return lines
  }

  private static func line(_ card: RunCard, depth: Int) -> String {
    let name = String(repeating: "  ", count: depth) + card.id
    guard card.problem == nil else { return "\(name.padded(to: 34)) can't be opened" }
    var parts = ["\(Wording.count(card.steps)) steps", "seed \(card.seed)", card.status]
    if let parent = card.parent { parts.append("from step \(Wording.count(parent.step))") }
    if card.isElsewhere { parts.append("recorded elsewhere now") }
    if card.columns > 1 { parts.append("\(card.columns) columns") }
    return "\(name.padded(to: 34)) " + parts.joined(separator: ", ")
  }
}
