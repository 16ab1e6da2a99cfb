import Adversarial
import Experiments
import Notebook
import Plotting

/// The recorded runs, as the list shows them.
struct RunsState: Sendable {
  /// Where they are recorded.
  struct Folder: Sendable, Equatable {
    let path: String
    let isReadOnly: Bool
  }

  /// Whether the list takes the place of the contents.
  var isOpen = false
  /// Newest first; nil until the list has come.
  private(set) var cards: [RunCard]?
  /// How many runs there are in all, while the list still comes.
  private(set) var awaited: Int?
  /// Runs with their sides and curves, by name, and those that were asked for.
  private(set) var whole: [String: RunCard] = [:]
  private var asked: Set<String> = []
  /// The runs that the filter lets through, each fork under its parent.
  private(set) var rows: [Row] = []
  var folder: Folder?
  var filter = LineEditor() { didSet { if filter.text != oldValue.text { refresh() } } }
  var chosen: String?
  /// The run that others are compared with.
  var marked: String?
  /// The curve of both that is shown; the usual one where it is nil.
  var curve: String?
  /// What the question on the screen is about.
  var deleting: String?

  mutating func take(_ new: [RunCard]) {
    (cards, awaited) = (new, nil)
    // They may have gone on.
    (whole, asked) = ([:], [])
    refresh()
  }

  /// A list in the making; one that was whole stays until the next one is.
  mutating func take(some new: [RunCard], of count: Int) {
    guard cards == nil || awaited != nil else { return }
    (cards, awaited) = (new, count)
    refresh()
  }

  /// A run was read whole.
  mutating func take(_ card: RunCard) {
    whole[card.id] = card
    guard cards?.contains(where: { $0.id == card.id }) != true, card.problem == nil else { return }
    awaited = cards == nil ? 0 : awaited
    cards = (cards ?? []) + [card]
    refresh()
  }

  /// Notes that a run is to be read whole; false where that was asked for.
  mutating func asks(for id: String) -> Bool { asked.insert(id).inserted }

  /// A run and how deep it hangs in the tree of forks.
  struct Row: Sendable, Equatable {
    let card: RunCard
    let depth: Int
  }

  private mutating func refresh() { rows = tree() }

  private func tree() -> [Row] {
    let cards = (cards ?? []).filter(matches)
    let known = Set(cards.map(\.id))
    let children = Dictionary(grouping: cards) { card in
      card.parent.flatMap { known.contains($0.id) && $0.id != card.id ? $0.id : nil }
    }
    var rows: [Row] = []
    var seen: Set<String> = []
    func add(_ cards: [RunCard], depth: Int) {
      for card in cards where seen.insert(card.id).inserted {
        rows.append(Row(card: card, depth: min(depth, 6)))
        add(children[card.id] ?? [], depth: depth + 1)
      }
    }
    add(children[nil] ?? [], depth: 0)
    // A parent that names its own child hides neither.
    add(cards, depth: 0)
    return rows
  }

  private func matches(_ card: RunCard) -> Bool {
    let wanted = filter.text.lowercased()
    guard !wanted.isEmpty else { return true }
    let words = [card.id, card.page, card.preset, card.title, card.status, card.began]
    return words.contains { $0.lowercased().contains(wanted) }
  }
}

extension State {
  /// The run that the keys are about: the chosen one, or the first.
  var chosenRun: RunCard? {
    let rows = runs.rows
    let card = (rows.first { $0.card.id == runs.chosen } ?? rows.first)?.card
    return card.map { runs.whole[$0.id] ?? $0 }
  }

  /// The run that others are compared with, while there is one of that name.
  var markedRun: RunCard? {
    runs.marked.flatMap { id in
      runs.cards?.first { $0.id == id }.map { runs.whole[$0.id] ?? $0 }
    }
  }

  /// Asks for what the two runs in comparison are compared by.
  mutating func askForCards() -> [Effect] {
    guard runs.isOpen, run == nil, let marked = markedRun else { return [] }
    return [marked, chosenRun].compactMap(\.self)
      .filter { $0.isBrief && runs.asks(for: $0.id) }
      .map { .readCard(run: $0.id) }
  }

  /// Moves the choice; it stops at both ends.
  mutating func chooseRun(by offset: Int) {
    let rows = runs.rows
    guard !rows.isEmpty else { return }
    let now = rows.firstIndex { $0.card.id == chosenRun?.id } ?? 0
    runs.chosen = rows[min(max(0, now + offset), rows.count - 1)].card.id
  }

  /// What the keys of the list ask for.
  mutating func performOnRuns(_ action: Action) -> [Effect] {
    switch action {
    case .runs:
      runs.isOpen = true
      return [.listRuns]
    case .contents:
      // One layer out: the filter first.
      if runs.filter.text.isEmpty { runs.isOpen = false } else { runs.filter = LineEditor() }
    case .openRun: return openRun()
    case .deleteRun: askToDelete()
    case .markRun:
      guard let id = chosenRun?.id else { return [] }
      runs.marked = runs.marked == id ? nil : id
    case .nextCurve: showNextCurve()
    case .deleteForGood:
      guard let id = runs.deleting else { return [] }
      runs.deleting = nil
      return [.delete(run: id), .listRuns]
    default: break
    }
    return []
  }

  /// The next of the curves that the compared runs have.
  private mutating func showNextCurve() {
    guard let marked = markedRun, let chosen = chosenRun, chosen.id != marked.id,
      let shown = CurveComparison(runs.curve, marked, chosen)
    else {
      say("space marks a run; on another one, v turns through the curves of both.")
      return
    }
    let names = CurveComparison.names(marked, chosen)
    let index = names.firstIndex(of: shown.name) ?? 0
    runs.curve = names[(index + 1) % names.count]
  }

  private mutating func openRun() -> [Effect] {
    guard let card = chosenRun else { return [] }
    if let problem = card.problem {
      say(problem, warning: true)
      return []
    }
    guard let page = pages.first(where: { $0.name == card.page }) else {
      say("This notebook has no page \(card.page).", warning: true)
      return []
    }
    var run = RunState(experiment: page, preset: preset(of: card, on: page))
    run.parent = card.parent.map { Fork(name: $0.id, step: $0.step) }
    run.guide = nil
    run.mean(toTrain: false, at: seconds)
    self.run = run
    notice = nil
    return [.open(run: card.id)] + look()
  }

  /// What is known of a run's preset before its recording is read.
  private func preset(of card: RunCard, on page: Experiment) -> Preset {
    let known = library.presets.first { $0.name == card.preset && $0.page == card.page }
    var preset =
      known
      ?? Preset(
        name: card.preset, page: card.page, title: card.title, note: "", seed: card.seed,
        steps: card.target, settings: Settings(page.hyperparameters))
    preset.seed = card.seed
    return preset
  }

  private mutating func askToDelete() {
    guard let card = chosenRun else { return }
    guard runs.folder?.isReadOnly != true else {
      say("Another notebook writes in this folder; here it can only be read.")
      return
    }
    runs.deleting = card.id
    layers.append(
      .question(
        Question(
          title: "Delete \(card.id)?",
          text: "Its \(Number.steps(card.steps)), its notes and its numbers go for good.",
          yes: "delete", no: "keep", action: .deleteForGood)))
  }
}
