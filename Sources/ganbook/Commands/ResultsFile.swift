private import Foundation
internal import Notebook

/// A file that results are appended to as they come: what a killed fan of seeds goes on from.
struct ResultsFile {
  private let path: String
  private let handle: FileHandle

  /// Opens a file for appending, new where there is none. A last line that was torn is cut off.
  ///
  /// - Parameter results: gets what stands there already.
  /// - Throws: ``Failure`` where it is no results file, or can't be written; nothing in it has
  ///   changed then.
  init(path: String, results: inout SeedResults) throws(Failure) {
    self.path = path
    let bytes = try Self.bytes(path)
    let isTorn: Bool
    do {
      isTorn = try results.add(text: String(decoding: bytes, as: UTF8.self), name: path)
    } catch {
      throw Failure(.data, error.description)
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(.inputOutput, "'\(Wording.line(path))' can't be written to")
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    if isTorn {
      let kept = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      ftruncate(descriptor, off_t(kept))
      Console.remark(
        "ganbook: the last line of '\(Wording.line(path))' was torn and has been cut off")
    } else if let last = bytes.last, last != 0x0A {
      try append("")
    }
  }

  private static func bytes(_ path: String) throws(Failure) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { return Data() }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "'\(Wording.line(path))' can't be read as a file of results")
    }
    return bytes
  }

  /// Writes a line, whole or not at all as far as the system can.
  func append(_ line: String) throws(Failure) {
    do {
      try handle.write(contentsOf: Data((line + "\n").utf8))
    } catch {
      throw Failure(
        .inputOutput, "'\(Wording.line(path))' can't be written to; the results so far are in it")
    }
  }
}
