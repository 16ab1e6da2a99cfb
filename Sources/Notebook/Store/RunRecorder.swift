internal import Adversarial
private import Foundation

/// Writes a run into its folder. Lines go to the disk's cache at once, so that they outlive the
/// program, however it ends; a flush sees to it that they outlive the machine.
///
/// When a line can't be written the recording ends there, whole: what is on disk replays. A
/// checkpoint that can't be written costs time when the run is opened, and nothing else.
public final class RunRecorder: Recorder {
  public let id: String
  private let folder: Folder
  private let lock: RunLock
  private let commands: LineFile
  private let fingerprints: LineFile
  private var metrics: LineFile
  private var table: MetricsFile
  private var check: UInt64
  private var checkpoints: CheckpointFolder

  private var problems: [String] = []
  private var hasComplained = false
  public private(set) var loss: RecordingLoss?
  /// Commands that a power cut would lose.
  private var hasFreshCommands = false
  /// The last step whose fingerprint is on the disk.
  private var safe = 0
  /// The same as it was when the files were last seen in their places.
  private var flushed = 0
  /// Where the run stands, where its last checkpoint lies, and how many flushes ago.
  private var place: (step: Int, commandCount: Int)
  private var kept = (step: -1, commandCount: -1)
  private var flushes = 0
  private var isAwaited = false
  /// A standing that a long file has no row for, unless a flush finds it the newest.
  private var passedOver: Standing?

  /// Flushes until a run that trains leaves a checkpoint, so that opening it again after a crash
  /// means re-executing seconds, not minutes.
  private static let patience = 20

  /// Goes on writing into a run's folder; what a crash left of a line is cut off.
  /// - Throws: ``StoreError`` where another program writes there, or nothing can be written.
  convenience init(id: String, folder: Folder) throws(StoreError) {
    try self.init(id: id, folder: folder, lock: RunLock(folder))
  }

  init(id: String, folder: Folder, lock: RunLock) throws(StoreError) {
    self.id = id
    self.folder = folder
    self.lock = lock
    let log = try CommandLog.read(RecordedFiles.commands(folder))
    let csv = try RecordedFiles.csv(folder, MetricsFile.name)
    let marks = try RecordedFiles.csv(folder, FingerprintFile.name)
    table = MetricsFile(names: try MetricsFile(csv).names)
    check = log.check
    commands = try LineFile(folder, CommandLog.name, length: log.length)
    metrics = try LineFile(folder, MetricsFile.name, length: csv.length)
    fingerprints = try LineFile(folder, FingerprintFile.name, length: marks.length)
    checkpoints = try CheckpointFolder(run: folder)
    let last = try FingerprintFile.read(marks).last
    place = (last?.step ?? -1, last?.commandCount ?? 0)
    if marks.length == 0 { try fingerprints.add(FingerprintFile.header) }
  }

  // MARK: Lines

  public func record(_ command: StampedCommand) {
    write { () throws(StoreError) in
      try commands.add(CommandLog.line(command, check: &check))
      hasFreshCommands = true
    }
    if let remark = command.command.remark { note(step: command.subject, remark) }
  }

  public func record(step: Int, _ columns: [RecordedColumn]) {
    guard metrics.wants(step) else { return }
    write { () throws(StoreError) in
      if table.widen(columns) { try widen() }
      try metrics.add(table.line(step: step, columns))
    }
  }

  public func record(_ standing: Standing) {
    place = (standing.step, standing.commandCount)
    passedOver = nil
    if standing.status == .training, !fingerprints.wants(standing.step) {
      passedOver = standing
    } else {
      add(standing)
    }
  }

  private func add(_ standing: Standing) {
    write { () throws(StoreError) in
      // A row speaks of commands: they are to be on the disk before it.
      try syncCommands()
      try fingerprints.add(FingerprintFile.line(standing))
      safe = standing.step
    }
  }

  /// A name that was not there before: every row gets a cell more.
  private func widen() throws(StoreError) {
    var whole = try MetricsFile(RecordedFiles.csv(folder, MetricsFile.name))
    whole = MetricsFile(
      names: table.names,
      rows: whole.rows.map { row in
        (row.step, row.values + table.names.dropFirst(whole.names.count).map { _ in .nan })
      })
    let bytes = Data(whole.text.utf8)
    guard bytes.count <= RecordedFiles.limit else {
      throw LineFile.full(folder.place(MetricsFile.name))
    }
    try folder.write(bytes, to: MetricsFile.name)
    metrics = try LineFile(folder, MetricsFile.name, length: bytes.count)
  }

  private func note(step: Int, _ text: String) {
    guard loss == nil else { return }
    do {
      // Opened anew each time: an editor may have put another file into its place.
      let file = try LineFile(folder, NotesFile.name, length: nil, limit: NotesFile.limit)
      try file.add(NotesFile.addition(step: step, text: text, after: file.lastByte))
    } catch {
      // A file of notes alone may be missing; without the folder nothing is written any more.
      if folder.kind(CommandLog.name) == .file { complain(error) } else { lose(error) }
    }
  }

  // MARK: Checkpoints

  public func record(_ keyframe: Keyframe, _ histories: [History]) {
    guard loss == nil, isAwaited || checkpoints.wants(keyframe.step) else { return }
    // A checkpoint is believed where a row says the same: a past that comes with a fork may have
    // none yet.
    let standing = keyframe.standing
    if !standing.isAtOrBefore(step: place.step, commandCount: place.commandCount) {
      record(standing)
    }
    isAwaited = false
    kept = (keyframe.step, keyframe.commandCount)
    flushes = 0
    do {
      try syncCommands()
      try checkpoints.write(CheckpointFile(keyframe, histories))
    } catch {
      complain(error)
    }
  }

  public func flush(isMoving: Bool) -> Bool {
    flushes += 1
    if let standing = passedOver { add(standing) }
    passedOver = nil
    write { () throws(StoreError) in
      try syncCommands()
      // Lines written into a file that was deleted are lost without a word.
      guard folder.kind(CommandLog.name) == .file else {
        safe = flushed
        throw StoreError(.missing, "its folder, or a file in it, is gone").inFile(id)
      }
    }
    flushed = safe
    guard loss == nil, kept != place else { return false }
    isAwaited = !isMoving || flushes >= Self.patience
    return isAwaited
  }

  public func close() {
    write { () throws(StoreError) in
      for file in [commands, metrics, fingerprints] { try file.sync() }
    }
    folder.sync()
    lock.release()
  }

  private func syncCommands() throws(StoreError) {
    guard hasFreshCommands else { return }
    try commands.sync()
    hasFreshCommands = false
  }

  // MARK: Problems

  public func takeProblem() -> String? { problems.isEmpty ? nil : problems.removeFirst() }

  private func write(_ body: () throws(StoreError) -> Void) {
    guard loss == nil else { return }
    do {
      try body()
    } catch {
      lose(error)
    }
  }

  private func lose(_ error: StoreError) {
    loss = RecordingLoss(id: id, step: safe, cause: error.description)
    problems.append(
      "\(error.description); the run goes on and is no longer recorded from step "
        + "\(Wording.count(safe)) on")
  }

  /// What costs no recorded step is said once: more would say the same.
  private func complain(_ error: StoreError) {
    guard !hasComplained else { return }
    hasComplained = true
    problems.append("\(error.description); the run goes on")
  }
}
