private import Foundation

/// This program once more, training one seed: its output is read through a pipe.
///
/// It belongs to the same process group, so that Ctrl-C reaches it. It holds the far end of a
/// pipe as its input, and ends when the near end is gone: however this process dies, none stays.
final class Worker {
  let seed: UInt64
  /// Readable when the worker has said something or has ended.
  let output: Int32
  private let leash: Int32
  private let process: pid_t
  private var bytes: [UInt8] = []

  /// - Throws: ``Failure`` where the system has no room for another process.
  init(seed: UInt64, program: String, arguments: [String]) throws(Failure) {
    guard let input = Self.pipe(), let result = Self.pipe() else { throw Self.noRoom }
    defer {
      close(input.far)
      close(result.near)
    }
    guard
      let process = Self.spawn([program] + arguments, input: input.far, output: result.near)
    else {
      close(input.near)
      close(result.far)
      throw Self.noRoom
    }
    self.seed = seed
    self.process = process
    leash = input.near
    output = result.far
  }

  private static let noRoom = Failure(.unavailable, "the system starts no further process")

  /// Takes what there is to read. Returns what the worker said and its exit code when it has ended.
  func read() -> (said: String, code: Int32)? {
    var piece = [UInt8](repeating: 0, count: 4_096)
    let count = Foundation.read(output, &piece, piece.count)
    if count > 0 {
      bytes += piece.prefix(count)
      return nil
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return (String(decoding: bytes, as: UTF8.self), wait())
  }

  /// Asks it to end, and returns when it has.
  func stop() {
    kill(process, SIGTERM)
    _ = wait()
  }

  private func wait() -> Int32 {
    close(leash)
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  // MARK: The system

  /// A pipe whose ends no other process gets: `near` is written to and `far` is read from.
  private static func pipe() -> (near: Int32, far: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (near: ends[1], far: ends[0])
  }

  private static func spawn(_ words: [String], input: Int32, output: Int32) -> pid_t? {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    // This process ignores the signals that end it in order; a child would inherit that.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, environ)
    return code == 0 ? process : nil
  }
}

/// A worker's side of the pipe that its parent holds.
enum Leash {
  /// Whether the parent is gone.
  static var isCut: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
    return poll(&descriptor, 1, 0) > 0 && descriptor.revents & Int16(POLLHUP | POLLERR) != 0
  }
}
