private import Foundation

/// The standard input as lines, taken as they come.
struct PlainInput {
  /// Whether a person types, rather than a file or another program.
  let isTerminal = isatty(STDIN_FILENO) == 1
  private(set) var isAtEnd = false
  private var bytes: [UInt8] = []
  private var lines: [String] = []

  /// No line of a person comes near it; a longer one is cut into pieces.
  private static let longestLine = 1 << 16

  /// Whether nothing is left to be taken.
  var isDone: Bool { isAtEnd && lines.isEmpty }

  /// The next line, if one has come.
  mutating func next() -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  /// Waits until something comes, so many milliseconds at most.
  mutating func wait(milliseconds: Int32) {
    // At the end of the input there is only the clock to wait for.
    var descriptor = pollfd(fd: isAtEnd ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return }
    var piece = [UInt8](repeating: 0, count: 4_096)
    let count = read(STDIN_FILENO, &piece, piece.count)
    guard count > 0 else {
      if count == 0 || (errno != EINTR && errno != EAGAIN) { finish() }
      return
    }
    bytes += piece.prefix(count)
    split()
  }

  private mutating func split() {
    while let end = bytes.firstIndex(of: 0x0A) ?? cut {
      lines.append(String(decoding: bytes[..<end], as: UTF8.self))
      bytes.removeFirst(end + 1)
    }
  }

  private var cut: Int? { bytes.count > Self.longestLine ? bytes.count - 1 : nil }

  private mutating func finish() {
    isAtEnd = true
    if !bytes.isEmpty { lines.append(String(decoding: bytes, as: UTF8.self)) }
    bytes = []
  }
}
