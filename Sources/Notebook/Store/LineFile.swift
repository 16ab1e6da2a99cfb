private import Foundation

/// A file that only grows, line by line.
final class LineFile {
  private let file: FileHandle
  private let path: String
  private var length: Int
  private let limit: Int

  /// Opens a file for adding at its end.
  ///
  /// - Parameters:
  ///   - length: bytes of whole lines; what follows them was torn and is cut off. Nil takes the
  ///     file as it is.
  ///   - limit: the size that its reader takes.
  init(
    _ folder: Folder, _ name: String, length: Int?, limit: Int = RecordedFiles.limit
  ) throws(StoreError) {
    self.limit = limit
    path = folder.place(name)
    file = try folder.append(name)
    do {
      let size = Int(try file.seekToEnd())
      self.length = length ?? size
      if let length, size > length { try file.truncate(atOffset: UInt64(length)) }
    } catch {
      throw Disk.fail(error, path)
    }
  }

  /// Whether the row of a step belongs into a file that has become so long: every measured step in
  /// the first 8 MiB, every second one in the next, every fourth one then. Other steps are rare.
  func wants(_ step: Int) -> Bool {
    let interval = Run.measureInterval
    return !step.isMultiple(of: interval)
      || step.isMultiple(of: interval << min(length >> 23, 32))
  }

  /// The last byte; nil where there is none.
  var lastByte: UInt8? {
    guard length > 0, (try? file.seek(toOffset: UInt64(length - 1))) != nil else { return nil }
    return (try? file.read(upToCount: 1))?.first
  }

  /// Adds whole lines: all of them, or nothing. A file that would become larger than any that is
  /// read is full.
  func add(_ lines: String) throws(StoreError) {
    let bytes = Data(lines.utf8)
    guard length + bytes.count <= limit else { throw Self.full(path) }
    do {
      try file.write(contentsOf: bytes)
      length += bytes.count
    } catch {
      try? file.truncate(atOffset: UInt64(length))
      throw Disk.fail(error, path)
    }
  }

  static func full(_ path: String) -> StoreError {
    StoreError(.unwritable, "it is full: larger it could not be read again")
      .inFile(Disk.name(path))
  }

  /// Sees to it that the lines outlive the machine, where the file system can.
  /// - Throws: ``StoreError`` where what was taken in can't be kept: the disk is full, or broken.
  func sync() throws(StoreError) {
    guard fsync(file.fileDescriptor) != 0, ![EINVAL, ENOTSUP, EROFS, EINTR].contains(errno) else {
      return
    }
    throw Disk.fail(errno, "can't be written", path)
  }
}
