/// The stamps of everything that a run's line in a list is made from: while they are the same, so
/// is the line.
struct RunStamp: Equatable {
  /// The files of points, which a run may have.
  let data: [String]
  /// A hash of all stamps.
  let text: String
  /// The latest of all times, by the clock of the file system.
  let newest: Int

  private static let names = [
    RunHeader.name, CommandLog.name, MetricsFile.name, FingerprintFile.name,
    CheckpointFolder.name,
  ]

  /// - Parameter data: the names of the files of points; nil looks which there are. A name that
  ///   comes or goes changes the folder's own stamp.
  /// - Returns: nil where the folder can't be looked at.
  init?(_ folder: Folder, data: [String]?) {
    guard let own = FileStamp(open: folder.descriptor) else { return nil }
    self.data = data ?? folder.names.filter { $0.hasPrefix(PointFile.prefix) }
    var numbers = own.numbers
    var newest = own.newest
    for name in Self.names + self.data {
      guard let stamp = FileStamp(name, in: folder) else {
        numbers.append(0)
        continue
      }
      // Checkpoints come and go; of their folder only what it is counts.
      let isFolder = stamp.kind == .folder
      numbers += isFolder ? [1, stamp.number] : [2] + stamp.numbers
      if !isFolder { newest = max(newest, stamp.newest) }
    }
    let bytes = numbers.lazy.flatMap { number in
      (0..<8).lazy.map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    text = RunSummary.hexadecimal(Fingerprint.of(bytes))
    self.newest = newest
  }
}
