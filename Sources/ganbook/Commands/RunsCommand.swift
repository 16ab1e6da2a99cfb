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
      return try Console.print(object.line)
    }
    guard !cards.isEmpty else {
      return Console.remark("no runs yet; `ganbook run PRESET --notebook FOLDER` records one")
    }
    try Console.print(Self.tree(cards, below: nil, depth: 0).joined(separator: "\n"))
    for card in cards {
      if let problem = card.problem { Console.remark("ganbook: " + problem) }
    }
  }

  /// Forks stand below the run they left, one step further in.
  private static func tree(_ cards: [RunCard], below parent: String?, depth: Int) -> [String] {
    let known = Set(cards.map(\.id))
    return cards.filter { card in
      let above = card.parent.map(\.id).flatMap { known.contains($0) && $0 != card.id ? $0 : nil }
      return above == parent
    }.flatMap { card in
      [line(card, depth: depth)]
        + (depth < known.count ? tree(cards, below: card.id, depth: depth + 1) : [])
    }
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
