private import CTermGuard
private import Dispatch
private import Foundation
private import Notebook
private import Synchronization

/// A thread that does one thing after the other, away from the screen.
final class Errands: Sendable {
  private let waiting = Mailbox<@Sendable () -> Void>()
  private let arrived = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isOver = Atomic(false)

  init(name: String) {
    let thread = Thread { [self] in
      term_guard_enter_thread()
      work()
    }
    thread.name = name
    thread.start()
  }

  /// Puts an errand behind those that wait.
  func run(_ errand: @escaping @Sendable () -> Void) {
    waiting.send(errand)
    arrived.signal()
  }

  /// Lets the errands that wait be done; whoever takes longer than so many seconds is left alone.
  func finish(seconds: Double) {
    isOver.store(true, ordering: .releasing)
    arrived.signal()
    _ = ended.wait(timeout: .now() + seconds)
  }

  private func work() {
    while true {
      let isLast = isOver.load(ordering: .acquiring)
      for errand in waiting.take() { errand() }
      if isLast { break }
      arrived.wait()
    }
    ended.signal()
  }
}
