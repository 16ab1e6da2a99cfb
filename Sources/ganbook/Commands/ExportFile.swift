internal import Foundation
private import Notebook

/// Where a result goes: the standard output, or a file that is there whole or not at all.
final class ExportFile {
  private let handle: FileHandle
  /// What is written until the end, and the name it takes then; nil where there is no renaming.
  private let renaming: (part: String, path: String)?
  private let name: String

  /// - Parameters:
  ///   - path: `-` for the standard output.
  ///   - replaces: whether a file that is there may be replaced.
  /// - Throws: ``Failure`` where it can't be begun; nothing has changed then.
  init(path: String, replaces: Bool) throws(Failure) {
    name = path == "-" ? "the standard output" : Wording.quoted(path)
    guard path != "-" else {
      handle = .standardOutput
      renaming = nil
      return
    }
    let end = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    switch Self.kind(of: end) {
    case .typeDirectory?: throw Failure(.usage, "\(name) is a folder; --output wants a file")
    case .typeRegular? where !replaces:
      throw Failure(Self.cannotCreate, "\(name) is there already; --force replaces it")
    case .typeRegular?, nil:
      (handle, renaming) = try Self.part(of: end, name)
    default:
      (handle, renaming) = (try Self.stream(end, name), nil)
    }
  }

  /// A pipe or a device is written to as it is: it can't be replaced by a file. A pipe that nothing
  /// reads is not waited for longer than three seconds.
  private static func stream(_ path: String, _ name: String) throws(Failure) -> FileHandle {
    var descriptor: Int32 = -1
    for attempt in 0..<30 {
      if attempt > 0 { usleep(100_000) }
      descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      guard descriptor < 0, errno == ENXIO else { break }
    }
    guard descriptor >= 0 else {
      guard errno != ENXIO else {
        throw Failure(cannotCreate, "\(name) is a pipe that nothing reads")
      }
      throw refusal(name)
    }
    _ = fcntl(descriptor, F_SETFL, 0)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// By the numbers of sysexits.h.
  private static let cannotCreate: Int32 = 73

  private static func kind(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  private static func part(
    of path: String, _ name: String
  ) throws(Failure) -> (FileHandle, (part: String, path: String)) {
    let url = URL(fileURLWithPath: path)
    let part =
      url.deletingLastPathComponent().path
      + "/.\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw refusal(name) }
    return (FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), (part, path))
  }

  private static func refusal(_ name: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(cannotCreate, "\(name) can't be written: \(reason.lowercased())")
  }

  /// Adds a text.
  func write(_ text: String) throws(Failure) { try write(Data(text.utf8)) }

  /// Adds bytes.
  func write(_ bytes: Data) throws(Failure) {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      abandon()
      throw Failure(.inputOutput, "writing to \(name) broke off; is the disk full?")
    }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    guard let renaming else { return }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      abandon()
      throw Failure(.inputOutput, "writing to \(name) broke off; is the disk full?")
    }
    guard rename(renaming.part, renaming.path) == 0 else {
      let failure = Self.refusal(name)
      abandon()
      throw failure
    }
    Self.syncFolder(of: renaming.path)
  }

  /// A name that is not on the disk is lost with the power.
  private static func syncFolder(of path: String) {
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Takes back what was written, as far as it can be.
  func abandon() {
    guard let renaming else { return }
    try? FileManager.default.removeItem(atPath: renaming.part)
  }

  /// Whether it is a file with a name of its own, rather than a stream or a device.
  var isFile: Bool { renaming != nil }

  /// The name of the file without its folder; nil where it has none.
  var fileName: String? { renaming.map { URL(fileURLWithPath: $0.path).lastPathComponent } }

  /// Whether a person would see the bytes themselves.
  var isTerminal: Bool { isatty(handle.fileDescriptor) == 1 }
}
