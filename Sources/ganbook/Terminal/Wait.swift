private import CTermGuard
private import Foundation

/// Sleeping until the keyboard or a signal has something, or time is up.
enum Wait {
  /// What ended the sleep.
  enum Outcome {
    case nothing
    case news
    /// The terminal has gone.
    case hungUp
  }

  /// - Parameter seconds: at least 0; infinity waits for news alone.
  static func forNews(seconds: Double) -> Outcome {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: term_guard_news(), events: Int16(POLLIN), revents: 0),
    ]
    let limit = seconds.isFinite ? Int32(min(seconds * 1000, 1e9).rounded(.up)) : -1
    let count = poll(&sources, nfds_t(sources.count), limit)
    // Interrupted by a signal: a change of size, perhaps, which ncurses tells as a key.
    guard count >= 0 else { return .news }
    if sources[1].revents != 0 { term_guard_take_news() }
    if sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return .hungUp }
    return count == 0 ? .nothing : .news
  }
}
