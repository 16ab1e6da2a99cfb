private import CTermGuard
private import Foundation
internal import Notebook
private import Synchronization

/// Sees to it that the run on the screen is on the disk, once a second, even while the terminal
/// takes no output and the screen waits for it.
final class Heartbeat: Sendable {
  private let trainer = Mutex<Trainer?>(nil)
  private static let interval = 1.0

  init() {
    let thread = Thread { [weak self] in
      term_guard_enter_thread()
      while self?.beat() != nil {
        Thread.sleep(forTimeInterval: Self.interval)
      }
    }
    thread.name = "ganbook heartbeat"
    thread.start()
  }

  private func beat() { trainer.withLock { $0?.pulse() } }

  /// From now on this one, or none.
  func follow(_ new: Trainer?) { trainer.withLock { $0 = new } }
}
