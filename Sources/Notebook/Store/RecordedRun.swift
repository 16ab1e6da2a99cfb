internal import Adversarial
public import Experiments

/// A run as its folder tells it: values, read once. ``restored(threads:)`` makes a run of it.
public struct RecordedRun: Sendable {
  public let id: String
  public let header: RunHeader
  public let page: Experiment
  /// The preset as it was played.
  public let preset: Preset
  /// Everything that was done, in order.
  public let commands: [StampedCommand]
  /// How the run stood, ascending.
  public let standings: [Standing]
  /// What people wrote, as `notes.md` has it now.
  public let notes: NotesFile
  /// Steps that have a checkpoint on disk.
  public let checkpoints: [Int]
  /// What was repaired in reading, a sentence each.
  public let remarks: [String]
  let metrics: MetricsFile
  let folder: String
  private let isBrief: Bool

  /// Reads a run's folder.
  /// - Throws: ``StoreError`` with the file and the line that is wrong.
  ///
  /// - Parameter isBrief: for a line in a list: its notes, its checkpoints and what its preset says
  ///   to people are left out.
  init(
    id: String, folder path: String, pages: [Experiment], isBrief: Bool = false
  ) throws(StoreError) {
    self.id = id
    self.folder = path
    self.isBrief = isBrief
    let folder = try Folder(path)
    let header = try RecordedFiles.header(folder)
    guard let known = pages.first(where: { $0.name == header.page }) else {
      throw StoreError(.malformed, "its page \(Wording.quoted(header.page)) is not in this ganbook")
        .inFile(id)
    }
    let page = known.offering(try PointFile.sets(in: folder))
    self.header = header
    self.page = page
    let log = try CommandLog.read(RecordedFiles.commands(folder))
    let rows = try RecordedFiles.csv(folder, MetricsFile.name)
    let marks = try RecordedFiles.csv(folder, FingerprintFile.name)
    commands = log.commands
    metrics = try MetricsFile(rows)
    standings = try FingerprintFile.read(marks)
    let (notes, problem) = isBrief ? (NotesFile(""), nil) : RecordedFiles.notes(folder)
    self.notes = notes
    checkpoints = try CheckpointFolder.steps(in: folder)
    let text = RecordedPreset(header, page: page, folder: isBrief ? nil : folder)
    preset = try text.preset()
    var remarks = text.remarks + (problem.map { ["\($0.description); it is passed over"] } ?? [])
    for (name, isTorn) in [
      (CommandLog.name, log.isTorn), (MetricsFile.name, rows.isTorn),
      (FingerprintFile.name, marks.isTorn),
    ] where isTorn { remarks.append("the last line of \(name) was torn, and is left out") }
    self.remarks = remarks
    if let last = standings.last, last.commandCount > commands.count {
      throw StoreError(
        .malformed,
        "it ends after \(commands.count) commands, and \(FingerprintFile.name) speaks of "
          + "\(last.commandCount)"
      ).inFile(CommandLog.name)
    }
  }

  /// The step that the recording reaches.
  public var lastStep: Int {
    let command = commands.last.map { stamped in
      if case .stepPlayer = stamped.command { stamped.step + 1 } else { stamped.step }
    }
    return max(standings.last?.step ?? 0, command ?? 0, metrics.rows.last?.step ?? 0)
  }

  /// How the run stands, in words: "finished", "diverged at step 120", "stopped at step 80".
  public var status: String {
    switch standings.last?.status {
    case .finished? where lastStep == standings.last?.step: "finished"
    case .diverged(let step)?: "diverged at step \(step)"
    default: "stopped at step \(lastStep)"
    }
  }

  /// The steps it was asked for, all in all.
  public var target: Int { Run.target(of: preset, after: commands) }

  /// The names of the series of `metrics.csv`, its steps, and a series by its name.
  public var seriesNames: [String] { metrics.names }
  /// The measured steps, ascending.
  public var seriesSteps: [Int] { metrics.rows.map(\.step) }
  /// A value a measured step; NaN where there was none.
  public func series(_ name: String) -> [Double]? { metrics.series(name) }

  /// What a list shows of it.
  public var card: RunCard {
    let spark = metrics.series("modesReached") ?? metrics.names.first.flatMap(metrics.series)
    let twins = commands.count { if case .twin = $0.command { true } else { false } }
    return RunCard(
      id: id, page: header.page, preset: header.preset, title: header.title, seed: header.seed,
      steps: lastStep, target: target, status: status, parent: header.parent,
      kernel: header.kernel, began: header.began, sparks: RunCard.sparks(spark ?? []),
      columns: preset.columns.count + twins, problem: nil, sides: isBrief ? [] : sides,
      curves: isBrief ? [] : metrics.curves(measures: Measure.all.map(\.name)),
      isBrief: isBrief)
  }
}
