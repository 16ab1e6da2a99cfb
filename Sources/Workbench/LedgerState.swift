import Experiments
import Notebook
import Plotting

/// What has been found of the claims, and which trials are under way, as the ledger shows it.
struct LedgerState: Sendable {
  /// Whether the ledger takes the place of the page it was opened from.
  var isOpen = false
  var ledger: Ledger
  /// Why what was kept can't be read, in a sentence.
  var problem: String?
  private(set) var progress = TrialProgress(games: [], jobs: 1)
  private var clock = TrialClock()
  /// The page that the keys are about.
  var chosen: String?
  /// Whether the rule and every seed's words are shown.
  var isDetailed = false
  /// How far they are scrolled.
  var scroll = 0

  /// Seeds that a press of the key asks for.
  static let seedsATime = 3

  init(of pages: [Experiment]) { ledger = Ledger(of: pages) }

  mutating func take(_ new: TrialProgress, at seconds: Double) {
    progress = new
    clock.note(new, at: seconds)
  }

  /// Whether trials of a page are under way.
  func isTrying(_ page: String) -> Bool { progress.openPages.contains(page) }

  /// Seconds until a page's trials are over, where somebody can tell.
  func secondsLeft(of page: String) -> Double? { clock.secondsLeft(of: progress, page: page) }
}

extension State {
  /// The pages that claim something, in the order of the contents.
  var claimingPages: [Experiment] { pages.filter { $0.trial != nil } }

  /// The page that the ledger's keys are about: the chosen one, or the first.
  var judgedPage: Experiment? {
    claimingPages.first { $0.name == ledger.chosen } ?? claimingPages.first
  }

  /// What the keys of the ledger ask for.
  mutating func performOnLedger(_ action: Action) -> [Effect] {
    switch action {
    case .ledger:
      ledger.isOpen = true
      ledger.isDetailed = false
      if run == nil, !runs.isOpen, let page = chosenPage { ledger.chosen = page.name }
      return [.readLedger]
    case .closeLedger:
      // One layer out: the seeds' words first.
      if ledger.isDetailed { ledger.isDetailed = false } else { ledger.isOpen = false }
    case .openEntry:
      ledger.isDetailed.toggle()
      ledger.scroll = 0
    case .tryClaim: return tryClaim(isQuick: false)
    case .tryQuick: return tryClaim(isQuick: true)
    default: break
    }
    return []
  }

  private mutating func tryClaim(isQuick: Bool) -> [Effect] {
    guard let page = judgedPage else { return [] }
    guard !ledger.isTrying(page.name) else {
      if isQuick {
        say("Trials of \(page.name) are under way; space stops them.")
        return []
      }
      say("Stopped. What had come to its end is kept; space goes on from there.")
      return [.stopTrial(page: page.name)]
    }
    let seeds = ledger.ledger.freshSeeds(
      LedgerState.seedsATime, of: page, isQuick: isQuick)
    let words = seeds.map(String.init).joined(separator: ", ")
    say("Trying \(page.name) with the seeds \(words) in the background; space stops it.")
    return [.tryClaim(page: page.name, seeds: seeds, isQuick: isQuick)]
  }

  /// Closes the notebook; asks first where games in training would be lost.
  mutating func quit() -> [Effect] {
    guard !ledger.progress.isOver else { return [.quit] }
    layers.append(
      .question(
        Question(
          title: "Leave while trials are under way?",
          text: "Only games that are over are kept.",
          yes: "leave", no: "stay", action: .quitForGood)))
    return []
  }

  mutating func moveInLedger(by offset: Int, isPage: Bool) {
    if isPage, ledger.isDetailed {
      ledger.scroll = max(0, ledger.scroll + offset)
      return
    }
    let names = claimingPages.map(\.name)
    guard !names.isEmpty else { return }
    let now = judgedPage.flatMap { names.firstIndex(of: $0.name) } ?? 0
    ledger.chosen = names[min(max(0, now + offset), names.count - 1)]
    ledger.scroll = 0
  }

  // MARK: What comes in

  mutating func take(_ findings: [LedgerFinding], problem: String?) {
    for found in findings { ledger.ledger.take(found) }
    ledger.problem = problem
    if let problem, ledger.isOpen { say(problem, warning: true) }
  }

  /// A seed has said something; away from the ledger a page's last one is told of.
  mutating func take(_ found: LedgerFinding) {
    ledger.ledger.take(found)
    guard !ledger.isOpen || run != nil, !ledger.isTrying(found.place.page),
      let page = pages.first(where: { $0.name == found.place.page }),
      let entry = ledger.ledger.entry(page, isQuick: found.place.isQuick)
    else { return }
    say("Tried \(page.name): \(entry.verdict.rawValue). L shows the ledger.")
  }
}
