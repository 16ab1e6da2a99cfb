/// A list of a notebook's runs in the making, a line after the other: what is read from the index,
/// or anew where a run has changed since.
///
/// The index is derived: it may be deleted at any time. A line of it counts only while every file
/// that it was made from is the same by its number, its size and its times.
public struct RunListing: Sendable {
  /// How many runs there are.
  public let count: Int

  private let store: RunStore
  private let notebook: Folder?
  private let ids: [String]
  private var place = 0
  private var index: RunIndex

  /// - Parameter newestFirst: whether the last name comes first.
  public init(_ store: RunStore, newestFirst: Bool = false) {
    self.store = store
    notebook = try? store.notebook()
    let ids = store.ids
    self.ids = newestFirst ? ids.reversed() : ids
    count = ids.count
    index = RunIndex(notebook, maker: RunIndex.maker(of: store))
  }

  /// The next line; nil at the end.
  public mutating func next() -> RunCard? {
    guard place < ids.count else { return nil }
    defer { place += 1 }
    return card(ids[place])
  }

  /// The next lines, at most so many; empty at the end.
  public mutating func next(_ most: Int) -> [RunCard] {
    var cards: [RunCard] = []
    while cards.count < most, let card = next() { cards.append(card) }
    return cards
  }

  /// The list is whole: what was read anew is kept for the next time, where that can be written.
  public mutating func finish() { index.write(ids) }

  private mutating func card(_ id: String) -> RunCard {
    guard let folder = try? notebook?.folder(id) else { return store.card(id, isBrief: true) }
    var card = index.card(id, folder) ?? read(id, folder)
    card.isElsewhere = card.problem == nil && RunLock.isHeldElsewhere(folder)
    return card
  }

  private mutating func read(_ id: String, _ folder: Folder) -> RunCard {
    // By the clock of the file system it is now at least so late.
    let now = index.begin()
    let stamp = RunStamp(folder, data: nil)
    let card = store.card(id, isBrief: true)
    if card.problem == nil, let stamp, let now { index.keep(card, stamp, now: now) }
    return card
  }
}
