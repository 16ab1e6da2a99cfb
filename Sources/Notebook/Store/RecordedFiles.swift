internal import Foundation

/// The files of a run's folder as bytes, within limits.
enum RecordedFiles {
  /// Larger than any of the files that grow: they end here.
  static let limit = 1 << 26

  static func header(_ folder: String) throws(StoreError) -> RunHeader {
    try RunHeader(Disk.read(folder + "/" + RunHeader.name, limit: 1 << 20))
  }

  /// A run that was left before anything was written has no log.
  static func commands(_ folder: String) throws(StoreError) -> Data {
    try optional(folder, CommandLog.name)
  }

  static func csv(_ folder: String, _ name: String) throws(StoreError) -> CSVText {
    try CSVText(optional(folder, name), file: name)
  }

  /// The notes; a file that can't be read, or is gone, holds none.
  static func notes(_ folder: String) -> NotesFile {
    let bytes = try? Disk.read(folder + "/" + NotesFile.name, limit: NotesFile.limit)
    return NotesFile(String(decoding: bytes ?? Data(), as: UTF8.self))
  }

  private static func optional(_ folder: String, _ name: String) throws(StoreError) -> Data {
    do {
      return try Disk.read(folder + "/" + name, limit: limit)
    } catch  where error.kind == .missing {
      return Data()
    }
  }
}
