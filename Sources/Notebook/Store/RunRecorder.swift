internal import Adversarial
private import Foundation

/// Writes a run into its folder. Lines go to the disk's cache at once, so that they outlive the
/// program, however it ends; a flush sees to it that they outlive the machine.
///
/// When a line can't be written the recording ends there, whole: what is on disk replays. A
/// checkpoint that can't be written costs time when the run is opened, and nothing else.
public final class RunRecorder: Recorder {
  public let id: String
  private let folder: String
  private let lock: RunLock
  private let commands: LineFile
  private let fingerprints: LineFile
  private var metrics: LineFile
  private var table: MetricsFile
  private var check: UInt64
  private var checkpoints: CheckpointFolder

  private var problem: String?
  private var hasProblem = false
  private var isBroken = false
  /// Commands that a power cut would lose.
  private var hasFreshCommands = false
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
  convenience init(id: String, folder: String) throws(StoreError) {
    try self.init(id: id, folder: folder, lock: RunLock(folder: folder))
  }

  init(id: String, folder: String, lock: RunLock) throws(StoreError) {
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
    checkpoints = CheckpointFolder(run: folder)
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
      throw LineFile.full(folder + "/" + MetricsFile.name)
    }
    try Disk.write(bytes, to: folder + "/" + MetricsFile.name)
    metrics = try LineFile(folder, MetricsFile.name, length: bytes.count)
  }

  private func note(step: Int, _ text: String) {
    guard !isBroken else { return }
    do {
      // Opened anew each time: an editor may have put another file into its place.
      let file = try LineFile(folder, NotesFile.name, length: nil, limit: NotesFile.limit)
      try file.add(NotesFile.addition(step: step, text: text, after: file.lastByte))
    } catch {
      complain(error)
    }
  }

  // MARK: Checkpoints

  public func record(_ keyframe: Keyframe, _ histories: [History]) {
    guard !isBroken, isAwaited || checkpoints.wants(keyframe.step) else { return }
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
      guard Disk.kind(folder + "/" + CommandLog.name) == .typeRegular else {
        throw StoreError(.missing, "its folder, or a file in it, is gone").inFile(id)
      }
    }
    guard !isBroken, kept != place else { return false }
    isAwaited = !isMoving || flushes >= Self.patience
    return isAwaited
  }

  public func close() {
    if !isBroken { for file in [commands, metrics, fingerprints] { file.sync() } }
    lock.release()
  }

  private func syncCommands() throws(StoreError) {
    guard hasFreshCommands else { return }
    commands.sync()
    hasFreshCommands = false
  }

  // MARK: Problems

  public func takeProblem() -> String? {
    defer { problem = nil }
    return problem
  }

  private func write(_ body: () throws(StoreError) -> Void) {
    guard !isBroken else { return }
    do {
      try body()
    } catch {
      isBroken = true
      complain(error, "the run goes on and is no longer recorded")
    }
  }

  /// One sentence a run: more would say the same.
  private func complain(_ error: StoreError, _ consequence: String = "the run goes on") {
    guard !hasProblem else { return }
    hasProblem = true
    problem = "\(error.description); \(consequence)"
  }
}
