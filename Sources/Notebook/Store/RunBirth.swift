private import Adversarial
private import Foundation

/// A run's folder in the making, out of sight until it is whole.
struct RunBirth {
  /// What the name of a folder in the making begins with.
  static let unborn = ".new-"

  private let id: String
  private let notebook: Folder
  private let folder: Folder
  private let lock: RunLock

  private var hidden: String { Self.unborn + id }

  /// Takes a name; nil where somebody else has it.
  init?(id: String, in notebook: Folder) throws(StoreError) {
    self.id = id
    self.notebook = notebook
    let hidden = Self.unborn + id
    guard notebook.kind(id) == nil else { return nil }
    if notebook.kind(hidden) == .folder {
      // Left by a program that was killed here, or being filled by one that lives.
      guard let left = try? notebook.folder(hidden), let old = try? RunLock(left) else {
        return nil
      }
      notebook.removeAll(hidden)
      old.release()
    }
    folder = try notebook.make(hidden)
    do {
      _ = try folder.make(CheckpointFolder.name)
      lock = try RunLock(folder)
    } catch  where error.kind == .locked || error.kind == .missing {
      return nil
    }
    // Somebody who took it for a leftover has cleared it away.
    guard folder.kind(RunLock.name) != nil else { return nil }
  }

  /// Writes what a run is made of, and its past where it has one.
  func fill(_ header: RunHeader, _ run: Run, from source: Folder?) throws(StoreError) {
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
  private func fillPast(_ run: Run, from source: Folder?) throws(StoreError) {
    var (metrics, standings, notes) = ("", FingerprintFile.header, "")
    if let source, run.step > 0 {
      let rows = try? MetricsFile(RecordedFiles.csv(source, MetricsFile.name)).upTo(run.step)
      metrics = rows.flatMap { $0.names.isEmpty ? nil : $0.text } ?? ""
      let marks = try? FingerprintFile.read(RecordedFiles.csv(source, FingerprintFile.name))
      standings += (marks ?? []).filter {
        $0.isAtOrBefore(step: run.step, commandCount: run.commands.count)
          && $0.commandCount <= run.commands.count
      }.map(FingerprintFile.line).joined()
      for entry in RecordedFiles.notes(source).file.entries where entry.step ?? 0 <= run.step {
        guard let step = entry.step else { continue }
        notes += NotesFile.addition(step: step, text: entry.text, after: notes.utf8.last)
      }
    }
    try put(MetricsFile.name, metrics)
    try put(FingerprintFile.name, standings)
    try put(NotesFile.name, notes)
  }

  /// Shows the folder under its name; nil where somebody else was faster.
  func finish() -> (folder: Folder, lock: RunLock)? {
    if notebook.move(hidden, to: id), let shown = try? notebook.folder(id) { return (shown, lock) }
    abandon()
    return nil
  }

  /// Takes back what was made: the disk is full, or somebody else was faster.
  func abandon() {
    notebook.removeAll(hidden)
    lock.release()
  }

  private func put(_ name: String, _ text: String) throws(StoreError) {
    try folder.write(Data(text.utf8), to: name)
  }
}
