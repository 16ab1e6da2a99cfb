internal import Foundation

// What changes the names in a folder. A change of names is on the disk when the folder is synced.

extension Folder {
  /// Replaces a file by another one, or puts it there: a reader sees all of it or nothing.
  ///
  /// - Parameter syncs: whether its name is to be on the disk as well; a power cut may else bring
  ///   the old file back.
  func write(
    _ bytes: some DataProtocol, to name: String, syncs: Bool = true
  ) throws(StoreError) {
    let part = name + ".part"
    remove(part)
    let file = try create(part)
    do {
      try file.write(contentsOf: bytes)
      try file.synchronize()
      try file.close()
    } catch {
      try? file.close()
      remove(part)
      throw Disk.fail(error, place(name))
    }
    guard unsafe renameat(descriptor, part, descriptor, name) == 0 else {
      throw Disk.fail(errno, "can't be written", place(name))
    }
    if syncs { sync() }
  }

  /// Makes a folder in it, unless it is there, and opens it.
  ///
  /// - Parameter mode: who may do what there, as far as the person's mask lets them.
  func make(_ name: String, mode: mode_t = 0o777) throws(StoreError) -> Folder {
    guard unsafe mkdirat(descriptor, name, mode) == 0 || errno == EEXIST else {
      throw Disk.fail(errno, "can't be made", place(name))
    }
    return try folder(name)
  }

  /// Makes a folder by its path, and those above it that are missing, for the owner alone: what is
  /// shared is the person's act. Folders that are there stay as they are.
  static func make(path: String) throws(StoreError) -> Folder {
    for end in path.indices where path[end] == "/" && end > path.startIndex {
      _ = unsafe mkdir(String(path[..<end]), 0o700)
    }
    _ = unsafe mkdir(path, 0o700)
    return try Folder(following: path)
  }

  /// Gives what lies in it another name, where there is nothing of that name.
  func move(_ old: String, to new: String) -> Bool {
    guard kind(new) == nil, unsafe renameat(descriptor, old, descriptor, new) == 0 else {
      return false
    }
    sync()
    return true
  }

  /// Gives a file the name of another one, whose place it takes.
  func replace(_ name: String, by draft: String) {
    _ = unsafe renameat(descriptor, draft, descriptor, name)
  }

  /// Takes a file, or a link itself, out of it.
  func remove(_ name: String) { _ = unsafe unlinkat(descriptor, name, 0) }

  /// Takes a folder out with everything in it; a link in it goes, and what it leads to stays.
  func removeAll(_ name: String) {
    guard kind(name) == .folder else { return remove(name) }
    if let inner = try? folder(name) {
      for name in inner.names { inner.removeAll(name) }
    }
    _ = unsafe unlinkat(descriptor, name, AT_REMOVEDIR)
  }

  /// Sees to it that the names in it outlive the machine, where the file system can.
  func sync() { _ = fsync(descriptor) }
}
