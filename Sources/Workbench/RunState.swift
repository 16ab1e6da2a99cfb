import Adversarial
import Experiments
import Notebook
import Plotting

/// A run as the screen knows it.
struct RunState: Sendable {
  let experiment: Experiment
  let preset: Preset
  var seed: UInt64
  var moment: Moment?
  /// D's field in levels that don't flicker.
  var heatmap = Heatmap()
  var knobs: Knobs
  var pace = Pace()
  /// Why there is no game, in a sentence.
  var failure: String?

  var view = PlaneView.overlay
  var tab = Tab.plane
  /// How far the page's text is scrolled.
  var scroll = 0

  /// Whether it should be training, as the person last said; moments confirm it.
  var isMeantToTrain = true
  /// Until when the person's word counts for more than a moment that is on its way.
  var trustsPersonUntil = 0.0
  var lookedAt = -Double.infinity
  var isAwaitingMoment = false

  /// Seconds between two pictures, at least, and after how many an unanswered look is repeated.
  private static let pictureInterval = 1.0 / 20
  private static let patience = 1.0

  init(experiment: Experiment, preset: Preset) {
    self.experiment = experiment
    self.preset = preset
    seed = preset.seed
    knobs = Knobs(preset: preset.settings)
  }

  var status: RunStatus { moment?.status ?? .training }
  var step: Int { moment?.step ?? 0 }
  var steps: Int { moment?.steps ?? preset.steps }

  /// Whether it can go on at all.
  var isOver: Bool {
    switch status {
    case .finished, .diverged: true
    case .training, .paused: failure != nil
    }
  }

  /// Whether leaving it would lose something.
  var isInProgress: Bool { step > 0 && !isOver }
  var isTraining: Bool { isMeantToTrain && !isOver }

  mutating func take(_ new: Moment, at seconds: Double) {
    let isAgain = new.step < step
    moment = new
    isAwaitingMoment = false
    seed = new.seed
    if isAgain { pace = Pace() }
    knobs.take(new.columns[0].settings)
    if seconds >= trustsPersonUntil { isMeantToTrain = new.status == .training }
    if case .plane(let plane) = new.columns[0].picture {
      heatmap.take(plane.field.values, columns: plane.field.columns, rows: plane.field.rows)
    }
    pace.record(step: new.step, at: seconds)
  }

  mutating func pass(_ passed: Double, now: Double) {
    pace.pass(passed, isTraining: isTraining && moment != nil)
  }

  /// The person has spoken: until a moment can have answered, their word is shown.
  mutating func mean(toTrain: Bool, at seconds: Double) {
    isMeantToTrain = toTrain
    trustsPersonUntil = seconds + 0.4
  }

  /// The same preset begins again; what is on the screen stays until the first moment comes.
  mutating func restart(seed: UInt64, at seconds: Double) {
    self.seed = seed
    failure = nil
    pace = Pace()
    mean(toTrain: true, at: seconds)
  }

  func isTimeToLook(at seconds: Double) -> Bool {
    guard failure == nil else { return false }
    if isAwaitingMoment { return seconds - lookedAt >= Self.patience }
    return isUnsettled(at: seconds) && seconds - lookedAt >= Self.pictureInterval
  }

  /// Whether the next picture may differ from this one.
  private func isUnsettled(at seconds: Double) -> Bool {
    moment == nil || isTraining || knobs.isWaiting || seconds < trustsPersonUntil
  }
}

/// How the plane shows its points.
enum PlaneView: String, Sendable, CaseIterable {
  case overlay = "overlay"
  case split = "side by side"
  case generated = "generated only"
  case field = "D's field"
}

/// What stands beside the plane where not everything fits.
enum Tab: String, Sendable, CaseIterable {
  case plane, charts, knobs, page
}
