internal import ArgumentParser
internal import Experiments
internal import Notebook

/// Puts the pages' claims to the test, on some seeds each.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Put the pages' claims to the test.",
    discussion: """
      Trains each page's trial on some seeds and prints claim, rule, the number of each seed, the \
      published number and the verdict: reproduced where the claim holds for every seed, refuted \
      where it fails for every one, undecided elsewhere. A rule about "almost always" counts the \
      share of its cases instead, and says which.

      What comes out is kept in the notebook as it comes: a command that was stopped goes on from \
      there when it is given again, and the ledger on the screen shows it.
      """)

  @Option(help: ArgumentHelp("Pages, parted by commas (default: all).", valueName: "a,b"))
  var pages: String?

  @Option(
    parsing: .unconditional, help: "Seeds a page.",
    transform: { try Arguments.whole($0, in: 1...1_000) })
  var seeds = 3

  @Option(
    parsing: .unconditional, help: "The first seed; the others follow it.",
    transform: { try Arguments.whole($0, in: 0...UInt64.max - 1_000) })
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional, help: "Games that train at once (default: one a processor).",
    transform: { try Arguments.whole($0, in: 1...256) })
  var jobs: Int?

  @Flag(help: "Shorter trials, which say what they cannot decide.")
  var quick = false

  @Flag(help: "Train everything again, whatever was kept.")
  var fresh = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var notebook: NotebookOption

  func run() throws {
    let chosen = try chosenPages()
    let stop = StopSignal()
    let court = TrialCourt(
      jobs: jobs ?? ThreadsOption.processors, store: ledgerStore(), date: Surroundings.date)
    do throws(StoreError) {
      try court.add(chosen, seeds: chosenSeeds, isQuick: quick, isFresh: fresh)
    } catch {
      throw Failure(error)
    }
    var watch = TrialWatch(isTerminal: Console.isErrorTerminal)
    let ledger = watch.wait(for: court, until: stop)
    if let code = stop.exitCode {
      Console.remark("ganbook: stopped; the same command goes on with what was kept")
      throw ExitCode(code)
    }
    let entries = chosen.compactMap { ledger.entry($0, isQuick: quick) }
    let document: JSON = ["claims": .list(entries.map(\.json))]
    if json {
      try Console.print(json: document.line)
    } else {
      try Console.print(entries.map(\.text).joined(separator: "\n\n"))
    }
    guard !watch.hasLost else {
      throw Failure(.inputOutput, "not everything that was found is kept; see above")
    }
  }

  private var chosenSeeds: [UInt64] { (0..<UInt64(seeds)).map { seed + $0 } }

  /// Where results are kept; without a notebook's folder they are printed and forgotten.
  private func ledgerStore() -> LedgerStore? {
    if let store = try? notebook.store() { return store.ledger }
    Console.remark("ganbook: there is no folder for a notebook; results are not kept")
    return nil
  }

  private func chosenPages() throws(Failure) -> [Experiment] {
    let known = Contents.pages.filter { $0.trial != nil }
    guard let pages else { return known }
    var chosen: [Experiment] = []
    for name in pages.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let page = known.first(where: { $0.name == name }) else {
        throw Failure(
          .usage,
          "there is no page \(Wording.quoted(name)) with a claim to test"
            + NearestName.hint(name, among: known.map(\.name), list: "the pages are"))
      }
      if !chosen.contains(where: { $0.name == name }) { chosen.append(page) }
    }
    return chosen
  }
}
