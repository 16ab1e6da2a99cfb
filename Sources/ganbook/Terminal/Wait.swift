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

  static func forNews(seconds: Double) -> Outcome {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: term_guard_news(), events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&sources, nfds_t(sources.count), Int32((seconds * 1000).rounded(.up)))
    // Interrupted by a signal: a change of size, perhaps, which ncurses tells as a key.
    guard count >= 0 else { return .news }
    if sources[1].revents != 0 { term_guard_take_news() }
    if sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return .hungUp }
    return count == 0 ? .nothing : .news
  }
}
