private import Foundation

/// The right to write into a run's folder: one program at a time has it, and loses it when it
/// ends in whatever way.
final class RunLock {
  static let name = "lock"
  private let file: FileHandle

  /// - Throws: ``StoreError`` of the kind `locked` where another program has it.
  init(_ folder: Folder) throws(StoreError) {
    let file = try folder.append(Self.name)
    guard Self.take(file) else {
      let id = folder.path.split(separator: "/").last.map(String.init) ?? folder.path
      throw StoreError(.locked, "another ganbook has this run open: here it can only be read")
        .inFile(id)
    }
    // Where the file system knows no locks, one program at a time is up to the person.
    self.file = file
    try? file.truncate(atOffset: 0)
    try? file.write(contentsOf: Data(Self.own.utf8))
  }

  /// Whoever only looks whether it is held has it for a moment: that is waited for.
  private static func take(_ file: FileHandle) -> Bool {
    for _ in 0..<5 {
      if flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return true }
      usleep(2_000)
    }
    return false
  }

  /// What the file of a lock says: whose it is.
  private static var own: String { "\(ProcessInfo.processInfo.processIdentifier)\n" }

  /// Whether another program is writing a run.
  static func isHeldElsewhere(_ folder: Folder) -> Bool {
    guard let file = try? folder.reading(name) else { return false }
    defer { try? file.close() }
    guard flock(file.fileDescriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else {
      return false
    }
    return (try? file.read(upToCount: 32)) != Data(own.utf8)
  }

  func release() { try? file.close() }
}
