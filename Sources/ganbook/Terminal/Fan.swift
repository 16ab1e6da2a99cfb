internal import Adversarial
private import CTermGuard
private import Experiments
internal import Notebook
internal import Workbench

/// The seeds of a fan in training: as many at a time as there are threads, each on one of its own.
/// They are not recorded: a seed is its own recording.
final class Fan {
  private let jobs: Int
  private var waiting: [Preset] = []
  private var training: [(seed: UInt64, trainer: Trainer)] = []
  private var surroundings = Trainer.Surroundings()
  private var wanted = PlaneLook(columns: 0, rows: 0)

  init(jobs: Int, bell: Bell) {
    self.jobs = max(1, jobs)
    surroundings.prepareThread = term_guard_enter_thread
    surroundings.ring = bell.ring
  }

  func add(_ presets: [Preset]) {
    waiting += presets
    fill()
  }

  func look(_ look: PlaneLook) {
    wanted = look
    for seed in training { seed.trainer.look(look) }
  }

  func stop() {
    waiting = []
    for seed in training { seed.trainer.stop() }
    training = []
  }

  /// What the seeds have reported since the last time; one that is over makes room for the next.
  func messages() -> [Message] {
    var messages: [Message] = []
    for (seed, trainer) in training {
      for report in trainer.reports() {
        messages.append(.seed(seed, report))
        guard report.isLast else { continue }
        trainer.stop()
        training.removeAll { $0.seed == seed }
      }
    }
    fill()
    return messages
  }

  private func fill() {
    while training.count < jobs, !waiting.isEmpty {
      let preset = waiting.removeFirst()
      guard let page = Contents.pages.first(where: { $0.name == preset.page }) else { continue }
      let trainer = Trainer(experiment: page, preset: preset, threads: 1, in: surroundings)
      trainer.look(wanted)
      training.append((preset.seed, trainer))
    }
  }
}

extension Trainer.Report {
  /// Whether nothing comes after it.
  fileprivate var isLast: Bool {
    switch self {
    case .moment(let moment):
      switch moment.status {
      case .finished, .diverged: true
      case .training, .paused: false
      }
    case .failed: true
    case .refused, .unrecorded, .restoring: false
    }
  }
}
