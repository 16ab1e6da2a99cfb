private import CTermGuard
private import Synchronization

/// Wakes the screen's thread, which sleeps until something happens: other threads ring when they
/// have put down something for it.
final class Bell: Sendable {
  private let isArmed = Atomic(false)

  /// To be called before looking at what has been put down: what comes later will ring.
  func arm() { _ = isArmed.exchange(true, ordering: .acquiringAndReleasing) }

  /// Rings once for any number of things.
  func ring() {
    if isArmed.exchange(false, ordering: .acquiringAndReleasing) { term_guard_ring() }
  }
}
