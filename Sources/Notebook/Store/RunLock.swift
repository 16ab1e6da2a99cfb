private import Foundation

/// The right to write into a run's folder: one program at a time has it, and loses it when it
/// ends in whatever way.
final class RunLock {
  private let file: FileHandle

  /// - Throws: ``StoreError`` of the kind `locked` where another program has it.
  init(folder: String) throws(StoreError) {
    let file = try Disk.append(folder + "/lock")
    guard flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      let id = folder.split(separator: "/").last.map(String.init) ?? folder
      throw StoreError(.locked, "another ganbook has this run open: here it can only be read")
        .inFile(id)
    }
    // Where the file system knows no locks, one program at a time is up to the person.
    self.file = file
  }

  func release() { try? file.close() }
}
