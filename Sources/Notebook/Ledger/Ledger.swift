public import Experiments

/// What has been found of the pages' claims, by rules as they stand now.
public struct Ledger: Sendable {
  private var findings: [LedgerFinding.Place: LedgerFinding] = [:]
  private let pages: [Experiment]
  /// The keys of the trials that have been tried: every picture asks for an entry, and a key goes
  /// through all of a game's knobs.
  private var keys: [String: String] = [:]

  /// - Parameter pages: those whose entries will be asked for; others' take longer.
  public init(_ findings: [LedgerFinding] = [], of pages: [Experiment] = []) {
    self.pages = pages
    for found in findings { take(found) }
  }

  /// Takes a finding in; it replaces an older one of its seed.
  public mutating func take(_ found: LedgerFinding) {
    findings[found.place] = found
    guard keys[found.place.page] == nil else { return }
    let page = pages.first { $0.name == found.place.page }
    keys[found.place.page] = page.flatMap { page in page.trial?.key(on: page) }
  }

  /// Every seed's finding of a page's whole trial or of its quick form; nil for a page that claims
  /// nothing.
  public func entry(_ page: Experiment, isQuick: Bool) -> LedgerEntry? {
    guard let trial = page.trial else { return nil }
    var own = findings.values.filter { found in
      found.place.page == page.name && found.place.isQuick == isQuick
    }
    if !own.isEmpty {
      let key = keys[page.name] ?? trial.key(on: page)
      own.removeAll { $0.place.trial != key }
    }
    return LedgerEntry(page, trial, findings: own, isQuick: isQuick)
  }

  /// What a page's verdict rests on: its whole trials, or where there are none its quick ones. Nil
  /// where nothing has been found, or nothing is claimed.
  public func entry(_ page: Experiment) -> LedgerEntry? {
    let entries = [false, true].compactMap { entry(page, isQuick: $0) }
    return entries.first { !$0.findings.isEmpty }
  }

  /// The lowest seeds from 1 on that have not been tried: nobody picks them by what came out.
  public func freshSeeds(_ count: Int, of page: Experiment, isQuick: Bool) -> [UInt64] {
    let tried = Set(entry(page, isQuick: isQuick)?.findings.map(\.place.seed) ?? [])
    return Array((1...).lazy.filter { !tried.contains($0) }.prefix(count))
  }
}
