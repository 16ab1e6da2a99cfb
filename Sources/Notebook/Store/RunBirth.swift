private import Adversarial
private import Foundation

/// A run's folder in the making, out of sight until it is whole.
struct RunBirth {
  /// What the name of a folder in the making begins with.
  static let unborn = ".new-"

  private let id: String
  private let folder: String
  private let hidden: String
  private let lock: RunLock

  /// Takes a name; nil where somebody else has it.
  init?(id: String, in path: String) throws(StoreError) {
    self.id = id
    folder = path + "/" + id
    hidden = path + "/" + Self.unborn + id
    guard Disk.kind(folder) == nil else { return nil }
    if Disk.kind(hidden) == .typeDirectory {
      // Left by a program that was killed here, or being filled by one that lives.
      guard let old = try? RunLock(folder: hidden) else { return nil }
      try? FileManager.default.removeItem(atPath: hidden)
      old.release()
    }
    do {
      try FileManager.default.createDirectory(
        atPath: hidden + "/" + CheckpointFolder.name, withIntermediateDirectories: true)
    } catch {
      throw Disk.fail(error, hidden)
    }
    do {
      lock = try RunLock(folder: hidden)
    } catch  where error.kind == .locked {
      return nil
    }
    // Somebody who took it for a leftover has cleared it away.
    guard Disk.kind(hidden + "/" + RunLock.name) != nil else { return nil }
  }

  /// Writes what a run is made of, and its past where it has one.
  func fill(_ header: RunHeader, _ run: Run, from source: String?) throws(StoreError) {
    try put(RunHeader.name, header.json.line + "\n")
    try put(RecordedPreset.name, run.preset.yaml)
    // A copy of the reader's points: the original may go.
    for set in run.preset.pointSets {
      try put(PointFile.name(of: set), PointFile.text(of: set))
    }
    var check = CommandLog.start
    try put(
      CommandLog.name, run.commands.map { CommandLog.line($0, check: &check) }.joined())
    try fillPast(run, from: source)
  }

  /// What the parent measured up to here; a parent that can't be read leaves it empty, and
  /// re-execution knows all the same.
  private func fillPast(_ run: Run, from source: String?) throws(StoreError) {
    var (metrics, standings, notes) = ("", FingerprintFile.header, "")
    if let source, run.step > 0 {
      let rows = try? MetricsFile(RecordedFiles.csv(source, MetricsFile.name)).upTo(run.step)
      metrics = rows.flatMap { $0.names.isEmpty ? nil : $0.text } ?? ""
      let marks = try? FingerprintFile.read(RecordedFiles.csv(source, FingerprintFile.name))
      standings += (marks ?? []).filter {
        $0.isAtOrBefore(step: run.step, commandCount: run.commands.count)
          && $0.commandCount <= run.commands.count
      }.map(FingerprintFile.line).joined()
      for entry in RecordedFiles.notes(source).entries where entry.step ?? 0 <= run.step {
        guard let step = entry.step else { continue }
        notes += NotesFile.addition(step: step, text: entry.text, after: notes.utf8.last)
      }
    }
    try put(MetricsFile.name, metrics)
    try put(FingerprintFile.name, standings)
    try put(NotesFile.name, notes)
  }

  /// Shows the folder under its name; nil where somebody else was faster.
  func finish() -> RunLock? {
    if Disk.move(hidden, to: folder) { return lock }
    try? FileManager.default.removeItem(atPath: hidden)
    lock.release()
    return nil
  }

  private func put(_ name: String, _ text: String) throws(StoreError) {
    try Disk.write(Data(text.utf8), to: hidden + "/" + name)
  }
}
