import Experiments
import Notebook
import Plotting

/// How a page's claim stands, in a word or two. A verdict of quick trials stands in brackets.
struct VerdictWord {
  let page: Experiment
  let ledger: LedgerState

  /// Cells of the longest word.
  static let width = 14

  /// Whether there is more to say than that nobody has tried it.
  var isKnown: Bool {
    ledger.isTrying(page.name) || ledger.ledger.entry(page) != nil
  }

  var line: Line {
    guard page.trial != nil else { return Line() }
    if ledger.isTrying(page.name) {
      let share = Int((100 * ledger.progress.share(of: page.name)).rounded())
      return Line("trying \(Text.trailing("\(share)", in: 2)) %", .accent)
    }
    guard let entry = ledger.ledger.entry(page) else { return Line("not tried here", .faint) }
    let word = entry.verdict.rawValue
    return Line(entry.isQuick ? "(\(word))" : word, entry.verdict.ink)
  }
}

extension Verdict {
  /// The word says it; the ink only repeats it.
  var ink: Ink {
    switch self {
    case .reproduced: .good
    case .refuted: .warning
    case .undecided: .normal
    }
  }
}
