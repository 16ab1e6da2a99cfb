internal import Foundation

/// Files of a run's folder, opened so that nothing outside it can be reached: a symbolic link is
/// never followed, a pipe never waited for.
///
/// The C functions here take paths; Swift lends them a string's bytes for the time of the call,
/// which is all that `unsafe` marks.
enum Disk {
  /// Opens a file for adding at its end, made where it is missing.
  static func append(_ path: String) throws(StoreError) -> FileHandle {
    try open(path, O_RDWR | O_APPEND | O_CREAT, "can't be written")
  }

  /// Makes a file that was not there.
  static func create(_ path: String) throws(StoreError) -> FileHandle {
    try open(path, O_RDWR | O_CREAT | O_EXCL, "can't be written")
  }

  /// The bytes of a plain file.
  /// - Parameter limit: larger than any such file is; beyond it the file is refused.
  static func read(_ path: String, limit: Int) throws(StoreError) -> Data {
    let file = try open(path, O_RDONLY | O_NONBLOCK, "can't be read")
    defer { try? file.close() }
    do {
      let size = try file.seekToEnd()
      guard size <= limit else {
        throw StoreError(.malformed, "larger than any such file is").inFile(name(path))
      }
      try file.seek(toOffset: 0)
      // A file that grows meanwhile is read as far as it was.
      return try file.read(upToCount: Int(size)) ?? Data()
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.unwritable, "reading it broke off").inFile(name(path))
    }
  }

  /// The bytes of a plain file whose first ones have been looked at.
  /// - Parameters:
  ///   - head: how many bytes are read first.
  ///   - accepts: throws where these, or the size of the file, are not what they should be; the
  ///     rest is not read then.
  static func read(
    _ path: String, head: Int, accepts: (_ head: Data, _ size: Int) throws(StoreError) -> Void
  ) throws(StoreError) -> Data {
    let file = try open(path, O_RDONLY | O_NONBLOCK, "can't be read")
    defer { try? file.close() }
    do {
      let size = try Int(file.seekToEnd())
      try file.seek(toOffset: 0)
      let first = try file.read(upToCount: min(head, size)) ?? Data()
      try accepts(first, size)
      guard size > first.count else { return first }
      return try first + (file.read(upToCount: size - first.count) ?? Data())
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.unwritable, "reading it broke off").inFile(name(path))
    }
  }

  /// Replaces a file by another one, or puts it there: nobody ever sees half of it.
  static func write(_ bytes: Data, to path: String) throws(StoreError) {
    let part = path + ".part"
    try? FileManager.default.removeItem(atPath: part)
    let file = try create(part)
    do {
      try file.write(contentsOf: bytes)
      try file.synchronize()
      try file.close()
    } catch {
      try? file.close()
      try? FileManager.default.removeItem(atPath: part)
      throw fail(error, path)
    }
    guard unsafe rename(part, path) == 0 else { throw fail(errno, "can't be written", path) }
  }

  /// Gives a folder another name, where there is nothing of that name.
  static func move(_ old: String, to new: String) -> Bool {
    guard kind(new) == nil else { return false }
    return unsafe rename(old, new) == 0
  }

  /// What lies at a path itself, links not followed; nil where there is nothing.
  static func kind(_ path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// A plain file to read, closed where another program is started.
  static func reading(_ path: String) throws(StoreError) -> FileHandle {
    try open(path, O_RDONLY, "can't be read")
  }

  private static func open(
    _ path: String, _ flags: Int32, _ trouble: String
  ) throws(StoreError) -> FileHandle {
    let descriptor = unsafe Foundation.open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fail(errno, trouble, path) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard kind(path) == .typeRegular else {
      throw StoreError(.malformed, "not a plain file").inFile(name(path))
    }
    return file
  }

  // MARK: Sentences

  /// The last two parts of a path: the run and its file.
  static func name(_ path: String) -> String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  static func fail(_ error: any Error, _ path: String) -> StoreError {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return fail(number(of: cause), "can't be written", path)
  }

  private static func number(of error: NSError) -> Int32 {
    guard error.domain == NSCocoaErrorDomain else { return Int32(clamping: error.code) }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteVolumeReadOnly: return EROFS
    case .fileWriteNoPermission: return EACCES
    case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
    default: return EIO
    }
  }

  private static func fail(_ number: Int32, _ trouble: String, _ path: String) -> StoreError {
    let kind: StoreError.Kind = number == ENOENT ? .missing : .unwritable
    let reason =
      switch number {
      case ENOSPC, EDQUOT: "the disk is full"
      case EROFS: "the disk is read-only"
      case EACCES, EPERM: "permission is missing"
      case ENOENT: "it, or its folder, is gone"
      case ELOOP: "it is a symbolic link"
      case ENOTDIR, EISDIR: "something else is in its place"
      case EIO: "the disk refuses"
      default: "error \(number)"
      }
    return StoreError(kind, "\(trouble): \(reason)").inFile(name(path))
  }
}
