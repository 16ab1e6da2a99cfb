/// The files of a run's folder as bytes, within limits.
enum RecordedFiles {
  /// Larger than any of the files that grow: they end here.
  static let limit = 1 << 26

  static func header(_ folder: Folder) throws(StoreError) -> RunHeader {
    try RunHeader(folder.read(RunHeader.name, limit: 1 << 20))
  }

  /// A run that was left before anything was written has no log.
  static func commands(_ folder: Folder) throws(StoreError) -> [UInt8] {
    try optional(folder, CommandLog.name)
  }

  static func fingerprints(_ folder: Folder) throws(StoreError) -> [UInt8] {
    try optional(folder, FingerprintFile.name)
  }

  static func csv(_ folder: Folder, _ name: String) throws(StoreError) -> CSVText {
    try CSVText(optional(folder, name), file: name)
  }

  /// The notes, and why they can't be read where that is so; a file that is gone holds none.
  static func notes(_ folder: Folder) -> (file: NotesFile, problem: StoreError?) {
    do throws(StoreError) {
      let bytes = try folder.read(NotesFile.name, limit: NotesFile.limit)
      return (NotesFile(String(decoding: bytes, as: UTF8.self)), nil)
    } catch {
      return (NotesFile(""), error.kind == .missing ? nil : error)
    }
  }

  private static func optional(_ folder: Folder, _ name: String) throws(StoreError) -> [UInt8] {
    do {
      return try folder.read(name, limit: limit)
    } catch  where error.kind == .missing {
      return []
    }
  }
}
