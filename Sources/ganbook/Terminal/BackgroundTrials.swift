private import CTermGuard
internal import Experiments
private import Foundation
internal import Notebook
internal import Workbench

/// Trials that the ledger asked for, trained behind whatever is on the screen: on one processor
/// less than there are, and giving way to the run in view.
final class BackgroundTrials {
  private let court: TrialCourt
  private let store: LedgerStore?
  private let errands = Errands(name: "ganbook trials")
  private let answers: Mailbox<Message>
  private let bell: Bell
  private var shown = TrialProgress(games: [], jobs: 1)
  private var shownAt = -1.0
  /// What could not be kept, in sentences.
  private(set) var losses: [String] = []

  /// Seconds between two pictures of how far they are.
  private static let interval = 0.5

  init(_ store: LedgerStore?, bell: Bell) {
    self.store = store
    self.bell = bell
    answers = Mailbox(ring: bell.ring)
    court = TrialCourt(
      jobs: max(1, ThreadsOption.processors - 1), store: store, date: Surroundings.date,
      prepareThread: Self.prepareThread, ring: bell.ring)
  }

  /// When how far they are is to be looked at again; infinity where none is under way.
  var nextLook: Double {
    shown.isOver && court.isIdle ? .infinity : shownAt + Self.interval
  }

  /// What has come since the last time.
  func messages(at seconds: Double) -> [Message] {
    var messages = answers.take()
    for report in court.reports() {
      switch report {
      case .found(let found): messages.append(.found(found))
      case .problem(let sentence):
        losses.append(sentence)
        messages.append(.notice(sentence))
      }
    }
    // A finding ends a trial: what is told of it comes with it.
    if seconds - shownAt >= Self.interval || !messages.isEmpty {
      let progress = court.progress
      shownAt = seconds
      if progress != shown { messages.insert(.trials(progress), at: 0) }
      shown = progress
    }
    return messages
  }

  /// Tells what has been found here before.
  func read() {
    guard let store else { return }
    errands.run { [answers] in
      do throws(StoreError) {
        answers.send(.ledger(try store.findings(of: Contents.pages), problem: nil))
      } catch {
        answers.send(.ledger([], problem: error.description))
      }
    }
  }

  func add(_ page: String, seeds: [UInt64], isQuick: Bool) {
    let pages = Contents.pages.filter { $0.name == page }
    errands.run { [court, answers, bell] in
      do throws(StoreError) {
        try court.add(pages, seeds: seeds, isQuick: isQuick)
        // The first result is far away, but that they are under way is news.
        bell.ring()
      } catch {
        answers.send(.notice(error.description))
      }
    }
  }

  func stop(_ page: String) { court.stop(page: page) }

  /// The end: games in training are given up, and a result that is being written is waited for.
  func close() {
    errands.finish(seconds: 1)
    court.stop()
    for _ in 0..<100 where !court.isIdle { usleep(10_000) }
  }

  /// Signals are the screen's affair, and its training comes first.
  private static let prepareThread: @Sendable () -> Void = {
    term_guard_enter_thread()
    #if os(Linux)
    // Here the niceness is a thread's own.
    setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10)
    #else
    Thread.current.qualityOfService = .utility
    #endif
  }
}
