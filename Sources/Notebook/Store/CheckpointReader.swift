internal import Adversarial
internal import Experiments

/// Reads the checkpoints of a recorded run, and believes none: what a file says of itself is
/// compared with the commands, its arrays with the game's, and its numbers with the fingerprint
/// that was written down at its step. Exact re-execution takes the place of a file that differs.
struct CheckpointReader {
  private let recorded: RecordedRun
  private let threads: Int
  /// The arrays of each structure that has come up.
  private var known: [(settings: Settings, shape: CheckpointShape)] = []
  /// What was amiss, a sentence a file.
  private(set) var remarks: [String] = []

  /// - Parameter run: a fresh run of the same preset, whose arrays are looked at.
  init(_ recorded: RecordedRun, beside run: Run, threads: Int) {
    self.recorded = recorded
    self.threads = threads
    for column in run.columns { note(column) }
  }

  /// The newest checkpoint, and all keyframes up to it, ascending.
  mutating func read() -> (newest: CheckpointFile?, keyframes: [Keyframe]) {
    var newest: CheckpointFile?
    var keyframes: [Keyframe] = []
    for step in recorded.checkpoints.reversed() {
      do throws(StoreError) {
        guard let file = try read(step: step) else { continue }
        newest = newest ?? file
        keyframes.append(file.keyframe)
      } catch {
        remarks.append("\(error); re-execution takes its place")
      }
    }
    remarks.reverse()
    return (newest, keyframes.reversed())
  }

  /// The checkpoint of a step; nil where it is of a time that the commands no longer tell of.
  private mutating func read(step: Int) throws(StoreError) -> CheckpointFile? {
    let page = recorded.page
    var isOfOtherTime = false
    do throws(StoreError) {
      let folder = try Folder(recorded.folder).folder(CheckpointFolder.name)
      let data = try folder.read(
        CheckpointFile.name(step: step), head: SafetensorsOutline.longest
      ) { head, size throws(StoreError) in
        let outline = try SafetensorsOutline(head, size: size)
        let about = try CheckpointHead(outline.metadata, page: page)
        guard about.step == step else {
          throw StoreError(.malformed, "it holds step \(about.step)")
        }
        isOfOtherTime = !recorded.has(step: step, commandCount: about.commandCount)
        // Nothing more of it is read then.
        if isOfOtherTime { throw StoreError(.missing, "") }
        try checkColumns(of: about)
        try CheckpointFile.check(
          outline.places,
          weights: about.columns.map { column throws(StoreError) in try shape(of: column) })
      }
      let file = try CheckpointFile(Safetensors(data), page: page)
      try check(file.keyframe)
      return file
    } catch {
      if isOfOtherTime { return nil }
      throw error.inFile(CheckpointFolder.name + "/" + CheckpointFile.name(step: step))
    }
  }

  /// The columns are those that the commands have made by then.
  private func checkColumns(of head: CheckpointHead) throws(StoreError) {
    let wanted = recorded.columns(after: head.commandCount)
    guard head.columns.map(\.title) == wanted.map({ Wording.line($0.title) }),
      head.columns.map(\.settings) == wanted.map(\.settings)
    else { throw StoreError(.malformed, "its knobs are not those of the run at its step") }
  }

  /// The numbers are those that the run had when its fingerprint was taken.
  private func check(_ keyframe: Keyframe) throws(StoreError) {
    let standing = recorded.standings.last {
      $0.step == keyframe.step && $0.commandCount == keyframe.commandCount
    }
    guard let standing else {
      throw StoreError(.malformed, "\(FingerprintFile.name) has no row to hold it against")
    }
    guard standing.fingerprints == keyframe.standing.fingerprints else {
      throw StoreError(.malformed, "its numbers are not those of the run at its step")
    }
  }

  private mutating func shape(of column: CheckpointHead.Column) throws(StoreError)
    -> CheckpointShape
  {
    if let found = known.first(where: { $0.settings.sharesStructure(with: column.settings) }) {
      return found.shape
    }
    do {
      let made = try RunColumn(
        recorded.page, Preset.Column(title: column.title, settings: column.settings),
        seed: recorded.header.seed, threads: threads)
      return note(made)
    } catch {
      throw StoreError(.malformed, error.description)
    }
  }

  @discardableResult
  private mutating func note(_ column: RunColumn) -> CheckpointShape {
    let checkpoint = column.session.checkpoint
    let shape = CheckpointShape(names: checkpoint.names, shapes: checkpoint.shapes)
    known.append((column.settings, shape))
    return shape
  }
}

extension RecordedRun {
  /// Whether the run can have been at a step with this many commands applied.
  fileprivate func has(step: Int, commandCount: Int) -> Bool {
    guard commandCount <= commands.count else { return false }
    let isAfter = commandCount == 0 || commands[commandCount - 1].step <= step
    let isBefore = commandCount == commands.count || commands[commandCount].step >= step
    return isAfter && isBefore
  }
}
