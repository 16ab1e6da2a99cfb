internal import Adversarial
internal import Experiments
private import Foundation

/// What is left of a damaged run's folder that a run can be made of, and what is not, a sentence
/// each.
struct Salvage {
  let header: RunHeader
  let page: Experiment
  let preset: Preset
  let commands: [StampedCommand]
  let standings: [Standing]
  let notes: NotesFile
  private(set) var remarks: [String] = []

  /// - Throws: ``StoreError`` where not even the beginning of the run is left.
  init(id: String, folder: Folder, pages: [Experiment]) throws(StoreError) {
    let sets = try PointFile.sets(in: folder)
    let pages = pages.map { $0.offering(sets) }
    var remarks: [String] = []
    do {
      header = try RecordedFiles.header(folder)
    } catch {
      guard error.kind != .newer else { throw error }
      remarks.append("\(error.description); \(RecordedPreset.name) takes its place")
      header = try Self.header(id, folder, pages)
    }
    let name = header.page
    guard let page = pages.first(where: { $0.name == name }) else {
      throw StoreError(.malformed, "its page \(Wording.quoted(name)) is not in this ganbook")
        .inFile(id)
    }
    self.page = page
    let written = RecordedPreset(header, page: page, folder: folder)
    remarks += written.remarks
    preset = try written.preset()
    let (log, problem) = CommandLog.readable(try RecordedFiles.commands(folder))
    commands = log.commands
    if let problem {
      remarks.append("\(problem.description); the commands before that line are kept")
    } else if log.isTorn {
      remarks.append("the last line of \(CommandLog.name) was torn")
    }
    let bytes = try RecordedFiles.fingerprints(folder)
    let (standings, lost) = FingerprintFile.readable(bytes)
    self.standings = standings
    if lost > 0 {
      let count = "\(Wording.count(lost)) \(lost == 1 ? "line" : "lines")"
      remarks.append("\(count) of \(FingerprintFile.name) can't be read")
    }
    let (notes, unread) = RecordedFiles.notes(folder)
    self.notes = notes
    if let unread { remarks.append("\(unread.description); those that were commands are kept") }
    self.remarks = remarks
  }

  /// The beginning as the preset tells it, which people read and this program wrote.
  private static func header(
    _ id: String, _ folder: Folder, _ pages: [Experiment]
  ) throws(StoreError) -> RunHeader {
    let bytes = try folder.read(RecordedPreset.name, limit: PresetText.limit)
    do throws(PresetError) {
      let text = try PresetText.text(of: Data(bytes), file: RecordedPreset.name)
      let preset = try Preset(
        yaml: text, file: RecordedPreset.name, name: RunName.parts(of: id)?.stem ?? id,
        pages: pages)
      return RunHeader(
        preset, product: "unknown", kernel: Run.kernel, began: "unknown", parent: nil)
    } catch {
      throw StoreError(.malformed, error.description)
    }
  }

  /// The last step that the folder speaks of.
  var lastStep: Int { max(standings.last?.step ?? 0, commands.last?.step ?? 0) }

  /// The last place up to which every fingerprint is that of the run, trained again; nil where the
  /// first one differs, or there is none.
  func verified(threads: Int, goesOn: (Run) -> Bool) throws(StoreError) -> Standing? {
    let run = try run(threads: threads)
    run.keepsKeyframes = false
    var last: Standing?
    // A row that speaks of lost commands can't be reached.
    for standing in standings where standing.commandCount <= commands.count {
      guard run.replay(commands, to: standing, goesOn: goesOn),
        run.fingerprints == standing.fingerprints
      else { break }
      last = standing
    }
    return last
  }

  func run(threads: Int) throws(StoreError) -> Run {
    do {
      return try Run(experiment: page, preset: preset, threads: threads)
    } catch {
      throw StoreError(.malformed, "\(error)").inFile(RunHeader.name)
    }
  }

  /// The notes up to a step, as `notes.md` has them; nil where there are none.
  func notes(upTo step: Int) -> String? {
    var text = ""
    for entry in notes.entries where entry.step ?? 0 <= step {
      if let step = entry.step {
        text += NotesFile.addition(step: step, text: entry.text, after: text.utf8.last)
      } else {
        text += entry.text + "\n"
      }
    }
    return text.isEmpty ? nil : text
  }
}
