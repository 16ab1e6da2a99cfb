internal import Foundation

/// A folder held open. What lies in it is reached through its descriptor, a name at a time: no
/// symbolic link is followed on the way, no pipe is waited for, and what is put into its place
/// meanwhile is not taken for it.
///
/// The C functions here take names; Swift lends them a string's bytes for the time of the call,
/// which is all that `unsafe` marks.
final class Folder: Sendable {
  /// The path that it was opened by, for sentences.
  let path: String
  let descriptor: Int32

  /// What lies under a name, links not followed.
  enum Kind { case file, folder, other }

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK

  /// Opens a folder by its path. Its own name must not be a link; those above it are the person's.
  convenience init(_ path: String) throws(StoreError) {
    try self.init(path, unsafe Foundation.openat(AT_FDCWD, path, Self.flags | O_NOFOLLOW))
  }

  /// Opens a folder that the person named, wherever links lead.
  convenience init(following path: String) throws(StoreError) {
    try self.init(path, unsafe Foundation.openat(AT_FDCWD, path, Self.flags))
  }

  /// Opens a folder in this one.
  func folder(_ name: String) throws(StoreError) -> Folder {
    try Folder(
      path + "/" + name, unsafe Foundation.openat(descriptor, name, Self.flags | O_NOFOLLOW))
  }

  private init(_ path: String, _ descriptor: Int32) throws(StoreError) {
    guard descriptor >= 0 else {
      let isOther = [ELOOP, ENOTDIR].contains(errno)
      throw isOther
        ? StoreError(.malformed, "not a folder").inFile(Disk.name(path))
        : Disk.fail(errno, "can't be opened", path)
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  // MARK: Looking

  /// What lies under a name itself; nil where there is nothing.
  func kind(_ name: String) -> Kind? { FileStamp(name, in: self)?.kind }

  /// The names in it, sorted.
  var names: [String] {
    let copy = unsafe Foundation.openat(descriptor, ".", Self.flags)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: Reading

  /// A plain file to read, closed where another program is started.
  func reading(_ name: String) throws(StoreError) -> FileHandle {
    FileHandle(
      fileDescriptor: try open(name, O_RDONLY, "can't be read").descriptor, closeOnDealloc: true)
  }

  /// The bytes of a plain file.
  /// - Parameter limit: larger than any such file is; beyond it the file is refused.
  func read(_ name: String, limit: Int) throws(StoreError) -> [UInt8] {
    let (file, size) = try open(name, O_RDONLY, "can't be read")
    defer { close(file) }
    guard size <= limit else {
      throw StoreError(.malformed, "larger than any such file is").inFile(Disk.name(place(name)))
    }
    // A file that grows meanwhile is read as far as it was.
    var (count, hasFailed) = (0, false)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size {
        let piece = unsafe Foundation.read(
          file, buffer.baseAddress.map { unsafe $0 + count }, size - count)
        if piece < 0, errno == EINTR { continue }
        hasFailed = piece < 0
        if piece <= 0 { break }
        count += piece
      }
      initialized = count
    }
    guard !hasFailed else {
      throw StoreError(.unwritable, "reading it broke off").inFile(Disk.name(place(name)))
    }
    return bytes
  }

  /// The bytes of a plain file whose first ones have been looked at.
  /// - Parameters:
  ///   - head: how many bytes are read first.
  ///   - accepts: throws where these, or the size of the file, are not what they should be; the
  ///     rest is not read then.
  func read(
    _ name: String, head: Int, accepts: (_ head: Data, _ size: Int) throws(StoreError) -> Void
  ) throws(StoreError) -> Data {
    let file = try reading(name)
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
      throw StoreError(.unwritable, "reading it broke off").inFile(Disk.name(place(name)))
    }
  }

  // MARK: Writing

  /// Opens a file for adding at its end, made where it is missing.
  func append(_ name: String) throws(StoreError) -> FileHandle {
    let file = try open(name, O_RDWR | O_APPEND | O_CREAT, "can't be written").descriptor
    return FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// Makes a file that was not there.
  func create(_ name: String) throws(StoreError) -> FileHandle {
    let file = try open(name, O_RDWR | O_CREAT | O_EXCL, "can't be written").descriptor
    return FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// Opens a plain file and nothing else, without waiting for anybody.
  private func open(
    _ name: String, _ flags: Int32, _ trouble: String
  ) throws(StoreError) -> (descriptor: Int32, size: Int) {
    let file = unsafe Foundation.openat(
      descriptor, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o644)
    guard file >= 0 else { throw Disk.fail(errno, trouble, place(name)) }
    guard let stamp = FileStamp(open: file), stamp.kind == .file else {
      close(file)
      throw StoreError(.malformed, "not a plain file").inFile(Disk.name(place(name)))
    }
    return (file, stamp.size)
  }

  /// The path of what lies in it, for sentences.
  func place(_ name: String) -> String { path + "/" + name }
}
