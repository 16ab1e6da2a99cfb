public import Foundation

/// What a person names as input: a file, the standard input, the end of a pipe. Whatever lies at
/// the path, opening it does not wait for ever.
public enum InputFile {
  /// How often a pipe with a name is looked at before nothing is taken to write to it, and the
  /// microseconds between two looks: three seconds in all.
  private static let patience = 30
  private static let nap: UInt32 = 100_000

  /// Opens what lies at a path for reading, links followed.
  ///
  /// - Parameter what: what is wanted there, for sentences: "a preset".
  /// - Throws: ``PresetError`` with one sentence.
  public static func open(_ path: String, as what: String) throws(PresetError) -> FileHandle {
    let name = "'\(Wording.line(path))'"
    let file = unsafe Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      guard [ENOENT, ENOTDIR].contains(errno) else {
        throw PresetError(.missing, "\(name) can't be opened; may you read it?")
      }
      throw PresetError(.missing, "there is no file \(name)")
    }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    guard let stamp = FileStamp(open: file), stamp.kind != .folder else {
      throw PresetError(.missing, "\(name) is a folder, not \(what)")
    }
    // What another program hands over is open at its other end already.
    let isHanded = path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
    guard !stamp.isPipe || isHanded || hasWriter(file, path) else {
      throw PresetError(.missing, "\(name) is a pipe that nothing writes to")
    }
    _ = fcntl(file, F_SETFL, 0)
    return handle
  }

  /// Reads all there is, at most so many bytes.
  public static func read(
    _ path: String, as what: String, limit: Int = 1 << 30
  ) throws(PresetError) -> Data {
    let handle = try open(path, as: what)
    defer { try? handle.close() }
    var bytes = Data()
    do {
      // A pipe hands out its bytes in pieces.
      while bytes.count <= limit, let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes.append(piece)
      }
    } catch {
      throw PresetError(.unreadable, "reading '\(Wording.line(path))' broke off")
    }
    guard bytes.count <= limit else {
      throw PresetError(.malformed, file: path, "larger than \(what) is")
    }
    return bytes
  }

  /// Waits for a program at the other end of a pipe.
  private static func hasWriter(_ file: Int32, _ path: String) -> Bool {
    for _ in 0..<patience {
      // Only a pipe that was once written to says that nothing does any more.
      let other = unsafe Foundation.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      if other >= 0 { close(other) }
      var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&ready, 1, 0)
      if count == 0 || ready.revents & Int16(POLLIN) != 0 { return true }
      usleep(nap)
    }
    return false
  }
}
