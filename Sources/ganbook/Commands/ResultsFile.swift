private import Foundation
internal import Notebook

/// A file that results are appended to as they come: what a killed fan of seeds goes on from.
struct ResultsFile {
  private let path: String
  private let handle: FileHandle
  /// Bytes of whole lines.
  private var length: Int

  /// Opens a file for appending, new where there is none. A last line that was torn is cut off.
  ///
  /// - Parameter results: gets what stands there already.
  /// - Throws: ``Failure`` where it is no results file, or can't be written; nothing in it has
  ///   changed then.
  init(path: String, results: inout SeedResults) throws(Failure) {
    self.path = path
    handle = try Self.opened(path)
    let isTorn: Bool
    let bytes: Data
    do {
      bytes = try handle.readToEnd() ?? Data()
      isTorn = try results.add(text: String(decoding: bytes, as: UTF8.self), name: path)
    } catch let error as SeedError {
      throw Failure(.data, error.description)
    } catch {
      throw Failure(.noInput, "\(Self.quoted(path)) can't be read as a file of results")
    }
    length = bytes.count
    if isTorn {
      length = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      ftruncate(handle.fileDescriptor, off_t(length))
      Console.remark("ganbook: the last line of \(Self.quoted(path)) was torn and has been cut off")
    } else if let last = bytes.last, last != 0x0A {
      try append("")
    }
  }

  /// A plain file; a pipe or a device keeps nothing, and is not waited for.
  private static func opened(_ path: String) throws(Failure) -> FileHandle {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      throw Failure(.inputOutput, "\(quoted(path)) can't be written to: \(reason)")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.usage, "\(quoted(path)) is no plain file, and results are kept in one")
    }
    return file
  }

  private static func quoted(_ path: String) -> String { "'\(Wording.line(path))'" }

  /// Writes a line, whole or not at all.
  mutating func append(_ line: String) throws(Failure) {
    let bytes = Data((line + "\n").utf8)
    do {
      try handle.write(contentsOf: bytes)
      length += bytes.count
    } catch {
      ftruncate(handle.fileDescriptor, off_t(length))
      throw Failure(
        .inputOutput,
        "\(Self.quoted(path)) can't be written to, is the disk full? The results so far are in it")
    }
  }
}
