private import Foundation

/// A file that only grows, line by line.
final class LineFile {
  private let file: FileHandle
  private let path: String
  private var length: Int

  /// Opens a file for adding at its end.
  ///
  /// - Parameter length: bytes of whole lines; what follows them was torn and is cut off. Nil
  ///   takes the file as it is.
  init(_ folder: Folder, _ name: String, length: Int?) throws(StoreError) {
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

  /// The last byte; nil where there is none.
  var lastByte: UInt8? {
    guard length > 0, (try? file.seek(toOffset: UInt64(length - 1))) != nil else { return nil }
    return (try? file.read(upToCount: 1))?.first
  }

  /// Adds whole lines: all of them, or nothing.
  func add(_ lines: String) throws(StoreError) {
    let bytes = Data(lines.utf8)
    do {
      try file.write(contentsOf: bytes)
      length += bytes.count
    } catch {
      try? file.truncate(atOffset: UInt64(length))
      throw Disk.fail(error, path)
    }
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
