public import Experiments
private import Foundation
private import Synchronization

/// Puts claims to the test on some threads, a game on each, and keeps what comes out as it comes.
///
/// The findings do not depend on how many threads there are, nor on what was kept from before:
/// a kept game is judged like one that has just been trained.
public final class TrialCourt: Sendable {
  /// What comes out.
  public enum Report: Sendable {
    case found(LedgerFinding)
    /// What could not be kept, in one sentence; said once.
    case problem(String)
  }

  private let docket: Mutex<TrialDocket>
  private let reported: Mailbox<Report>
  /// What has been found before and is kept.
  private let known = Mutex<[LedgerFinding]>([])
  private let store: LedgerStore?
  private let date: @Sendable () -> String
  private let prepareThread: @Sendable () -> Void

  /// - Parameters:
  ///   - jobs: how many games train at once, each on one thread.
  ///   - store: where results are kept; nil keeps none.
  ///   - date: the time now, in words.
  ///   - prepareThread: called first on each new thread.
  ///   - ring: called when there is something to read in ``reports()``.
  public init(
    jobs: Int, store: LedgerStore?, date: @escaping @Sendable () -> String,
    prepareThread: @escaping @Sendable () -> Void = {}, ring: @escaping @Sendable () -> Void = {}
  ) {
    docket = Mutex(TrialDocket(jobs: jobs))
    reported = Mailbox(ring: ring)
    self.store = store
    self.date = date
    self.prepareThread = prepareThread
  }

  /// Asks for trials. What is kept is not trained again, unless `isFresh`.
  /// - Throws: ``StoreError`` where what is kept can't be read; nothing has begun then.
  public func add(
    _ pages: [Experiment], seeds: [UInt64], isQuick: Bool, isFresh: Bool = false
  ) throws(StoreError) {
    let cases = pages.flatMap { page in
      seeds.compactMap { seed in TrialCase(page, seed: seed, isQuick: isQuick) }
    }
    let games = cases.flatMap { item in item.keys.map { (game: $0, seed: item.place.seed) } }
    let kept = isFresh ? [:] : try store?.evidence(of: games) ?? [:]
    let found = isFresh ? [] : try store?.findings(of: pages) ?? []
    known.withLock { $0 += found }
    let (whole, idle) = docket.withLock { docket in
      (docket.add(cases, kept: kept), docket.hire())
    }
    for item in whole { judge(item) }
    for _ in 0..<idle { startThread() }
  }

  /// Gives up the games of a page, or with nil of all: those that are over stay kept.
  public func stop(page: String? = nil) { docket.withLock { $0.stop(page) } }

  /// Every game that was asked for and not given up.
  public var progress: TrialProgress { docket.withLock { $0.progress } }

  /// Whether no thread is at work.
  public var isIdle: Bool { docket.withLock { $0.threads == 0 } }

  /// What has come out since the last time, in order.
  public func reports() -> [Report] { reported.take() }

  // MARK: The threads

  private func startThread() {
    let thread = Thread { [self] in
      prepareThread()
      while let (index, game) = docket.withLock({ $0.next() }) { train(game, index) }
    }
    thread.name = "ganbook trial"
    thread.stackSize = 16 << 20
    thread.start()
  }

  private func train(_ game: TrialDocket.Game, _ index: Int) {
    do {
      let run = try ArmRun(
        game.arm, of: game.item.page, seed: game.item.place.seed, steps: game.steps,
        threads: 1)
      while true {
        let goesOn = run.advance()
        let isWanted = docket.withLock { $0.note(index, run.step) }
        guard isWanted else { return }
        if !goesOn { break }
      }
      let evidence = run.evidence
      keep { store throws(StoreError) in
        try store.add(
          KeptEvidence(game: game.key, seed: game.item.place.seed, evidence: evidence))
      }
      finish(index, .success(evidence))
    } catch {
      finish(index, .failure(TrialFailure(sentence: "\(error)")))
    }
  }

  private func finish(_ index: Int, _ result: Result<ArmEvidence, TrialFailure>) {
    if let whole = docket.withLock({ $0.finish(index, result) }) { judge(whole) }
  }

  /// All games of a seed are over.
  private func judge(_ whole: TrialDocket.Whole) {
    let finding: Finding
    switch whole.result {
    case .success(let arms): finding = whole.item.trial.finding(arms)
    case .failure(let failure):
      finding = Finding(holds: nil, number: .nan, words: failure.sentence)
    }
    let old = known.withLock { $0.last { $0.place == whole.item.place } }
    if let old, old.finding.isSame(as: finding) { return reported.send(.found(old)) }
    let found = LedgerFinding(whole.item.place, finding, date: date())
    reported.send(.found(found))
    keep { store throws(StoreError) in try store.add(found) }
  }

  private func keep(_ body: (LedgerStore) throws(StoreError) -> Void) {
    guard let store else { return }
    do throws(StoreError) {
      try body(store)
    } catch {
      guard docket.withLock({ $0.complains() }) else { return }
      reported.send(.problem("results are no longer kept: \(error.description)"))
    }
  }
}

extension Finding {
  /// Equal, where no number is no number.
  fileprivate func isSame(as other: Finding) -> Bool {
    holds == other.holds && words == other.words && cases == other.cases
      && asides == other.asides
      && rows.map(\.title) == other.rows.map(\.title)
      && rows.map(\.words) == other.rows.map(\.words)
      && (number == other.number || number.isNaN && other.number.isNaN)
  }
}
