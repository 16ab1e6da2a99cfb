private import Foundation

/// The three streams that a program is begun with.
enum StandardStreams {
  /// Opens those that were closed, on the null device and the wrong way round.
  ///
  /// So no file that is opened later takes the place of one, and reading from an input that was
  /// closed, or writing to an output, fails as it should: nothing waits, and no result is lost
  /// without a word.
  static func complete() {
    // The lowest number that is free is taken: this one.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
