private import CTermGuard
private import Experiments
internal import Notebook
internal import Workbench

/// The run on the screen, in training or at rest; none while a list is there.
final class LiveRun {
  private(set) var trainer: Trainer?
  /// Its name in the notebook, as the last moment said.
  private var name: String?
  private let archive: Archive
  private let threads: Int
  private let surroundings: Trainer.Surroundings

  init(_ archive: Archive, threads: Int, bell: Bell) {
    self.archive = archive
    self.threads = threads
    var surroundings = Trainer.Surroundings(keeper: archive.keeper)
    surroundings.clock = Stopwatch.now
    surroundings.isWatched = true
    surroundings.prepareThread = term_guard_enter_thread
    surroundings.ring = bell.ring
    self.surroundings = surroundings
  }

  func begin(_ preset: Preset) {
    end()
    // The library has presets of known pages alone.
    guard let page = Contents.pages.first(where: { $0.name == preset.page }) else { return }
    trainer = Trainer(experiment: page, preset: preset, threads: threads, in: surroundings)
  }

  func open(_ run: String) {
    end()
    guard let store = archive.store else { return }
    archive.open(run)
    trainer = Trainer(resuming: run, of: store, threads: threads, in: surroundings)
  }

  /// What the trainer has to say since the last time.
  func reports() -> [Trainer.Report] {
    let reports = trainer?.reports() ?? []
    for case .moment(let moment) in reports { name = moment.id }
    return reports
  }

  /// Writes a recorded run in a format; this one where none is named.
  func export(_ run: String?, as format: String) {
    guard let run = run ?? name else {
      return archive.say("This run is not recorded, so there is nothing to export.")
    }
    guard run == name, let trainer else { return archive.export(run, as: format) }
    // The file is to hold the newest step: that is on the disk first.
    trainer.pulse { [archive] in archive.export(run, as: format) }
  }

  /// What could not be written down of the runs that were left.
  private(set) var losses: [RecordingLoss] = []

  /// Leaves the run; what it recorded is complete when this returns.
  func end() {
    trainer?.stop()
    // What could not be written at the very end is still said.
    for report in trainer?.reports() ?? [] {
      switch report {
      case .refused(let error): archive.say(error.description)
      case .unrecorded(let sentence): archive.say(sentence)
      case .moment, .failed, .restoring: break
      }
    }
    losses += trainer?.losses ?? []
    trainer = nil
    name = nil
  }
}
