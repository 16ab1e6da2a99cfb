import Experiments
import Notebook
import Plotting

/// A page's entry in the ledger in full: the rule, every seed's words, what the seeds say
/// together, and what others have published.
struct LedgerText {
  let page: Experiment
  let ledger: Ledger

  /// The chosen page's entry in a few lines.
  func summary(columns: Int) -> [Line] {
    var lines = Text.wrapped(page.claim, to: columns).map { Line($0, .normal, .bold) }
    if let entry = ledger.entry(page) {
      if let range = entry.range { lines += plain(range, columns) }
      if let statistics = entry.statistics { lines += plain(statistics, columns) }
    }
    lines += published(columns: columns)
    if let date = ledger.entry(page)?.findings.map(\.date).max(), !date.isEmpty {
      lines.append(Line("tried last: \(date)", .faint))
    }
    return lines
  }

  func lines(columns: Int) -> [Line] {
    guard let trial = page.trial else { return [] }
    var lines = [Line("\(page.title)  \(page.section)", .accent, .bold)]
    lines += Text.wrapped(page.claim, to: columns).map { Line($0, .normal, .bold) }
    lines += [Line()] + labelled("Rule", trial.rule, columns)
    for isQuick in [false, true] {
      guard let entry = ledger.entry(page, isQuick: isQuick), !entry.findings.isEmpty else {
        continue
      }
      lines += [Line()] + seeds(of: entry, columns)
    }
    if ledger.entry(page) == nil {
      lines += [Line()] + plain("Not tried here. Space tries it, s its quick form.", columns)
    }
    lines += [Line()] + published(columns: columns)
    return lines
  }

  private func seeds(of entry: LedgerEntry, _ columns: Int) -> [Line] {
    let steps = entry.isQuick ? entry.trial.quick.steps : entry.trial.steps
    let kind = entry.isQuick ? "Quick trials" : "Trials"
    var lines = [
      Line("\(kind) of \(Number.steps(steps)): ", .accent)
        + Line(entry.verdict.rawValue, entry.verdict.ink, .bold)
    ]
    for found in entry.findings {
      let label = "seed \(found.place.seed)"
      let words = "\(found.answer), \(found.finding.words)"
      let room = max(10, columns - 12)
      for (index, part) in Text.wrapped(words, to: room).enumerated() {
        let head = Text.leading(index == 0 ? label : "", in: 12)
        let isLast = index == 0 && Text.width(of: part) + 22 <= room
        lines.append(
          Line(head, .faint) + Line(part)
            + Line(isLast && !found.date.isEmpty ? "  \(found.date)" : "", .faint))
      }
    }
    if let range = entry.range { lines += plain(range, columns) }
    if let statistics = entry.statistics { lines += plain(statistics, columns) }
    for aside in entry.asides { lines += plain("Beside it, \(aside)", columns) }
    if let limits = entry.limits {
      lines += labelled("The quick form is shorter", limits, columns)
    }
    return lines
  }

  private func published(columns: Int) -> [Line] {
    (page.trial?.published ?? []).flatMap { row in
      labelled("Published", "\(row.words) [\(row.source)]", columns)
    }
  }

  private func plain(_ text: String, _ columns: Int) -> [Line] {
    Text.wrapped(text, to: columns).map { Line($0) }
  }

  private func labelled(_ label: String, _ text: String, _ columns: Int) -> [Line] {
    let lines = Text.wrapped("\(label): \(text)", to: columns)
    guard let first = lines.first, first.hasPrefix(label + ":") else {
      return lines.map { Line($0) }
    }
    return [Line("\(label):", .accent) + Line(String(first.dropFirst(label.count + 1)))]
      + lines.dropFirst().map { Line($0) }
  }
}
