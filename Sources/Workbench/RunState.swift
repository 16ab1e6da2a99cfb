import Adversarial
import Experiments
import Notebook
import Plotting

/// A run as the screen knows it.
struct RunState: Sendable {
  let experiment: Experiment
  private(set) var preset: Preset
  var seed: UInt64
  var moment: Moment?
  /// One a game: a twin has two.
  var columns: [ColumnState]
  /// The column that the knobs belong to.
  var focus = 0
  /// Whether a turn of a knob goes to all columns.
  var turnsAll = false
  var pace = Pace()
  /// Why there is no game, in a sentence.
  var failure: String?
  /// Whether what it does is not written down, or no longer.
  var isUnrecorded = false

  var view = PlaneView.overlay
  /// The plane's layers, the part of it in view and the crosshair.
  var plane = PlaneState()
  /// The data's modes, while they are edited.
  var modes: ModesState?
  var tab = Tab.plane
  /// The phase of a step that is shown; nil where steps are whole.
  var slowMotion: SlowMotion?
  /// How the curves are looked at.
  var curveLook = CurveLook()
  /// The chart that fills the screen, or did last.
  var chart = ChartState()
  /// Whether the charts make room for the modes' lives.
  var showsLife = false
  /// How far the page's text is scrolled.
  var scroll = 0
  /// Which of the run's notes is chosen on the page.
  var chosenNote = 0

  /// The step that the person wants to see; nil for the live one.
  var goal: Int?
  /// The run that this one was forked from.
  var parent: Fork?
  /// A fork that was asked for and is not there yet.
  var pendingFork: Fork?

  /// The preset's script, where it has one.
  var guide: Guide?

  /// Whether it should be training, as the person last said; moments confirm it.
  var isMeantToTrain = true
  /// Until when the person's word counts for more than a moment that is on its way.
  var trustsPersonUntil = 0.0
  var lookedAt = -Double.infinity
  var isAwaitingMoment = false

  /// Seconds between two pictures, at least, and after how many an unanswered look is repeated.
  private static let pictureInterval = 1.0 / 12
  private static let patience = 1.0

  init(experiment: Experiment, preset: Preset) {
    self.experiment = experiment
    self.preset = preset
    seed = preset.seed
    columns = preset.columns.map { ColumnState($0) }
    guide = Guide(preset)
  }

  /// The knobs of the column that has the focus.
  var knobs: Knobs {
    get { columns[focus].knobs }
    set { columns[focus].knobs = newValue }
  }

  /// How the run itself stands, whichever step is in view.
  private(set) var status = RunStatus.training
  var step: Int { moment?.step ?? 0 }
  var steps: Int { moment?.steps ?? preset.steps }

  /// Whether it can go on at all.
  var isOver: Bool {
    switch status {
    case .finished, .diverged: true
    case .training, .paused: failure != nil
    }
  }

  /// The name it is recorded under; nil where it is not.
  var id: String? { moment?.id }
  /// Whether leaving it would lose something.
  var isInProgress: Bool { live > 0 && !isOver && id == nil }
  var isTraining: Bool { isMeantToTrain && !isOver && !isLookingBack }

  /// Seconds between two looks at D's field while it trains: points move at once, a ground that
  /// flickered would hide them, and it is most of what a line has to carry. The field's line is
  /// held with its colours: a line of another moment would contradict them.
  private static let fieldInterval = 0.35
  private var fieldTakenAt = -Double.infinity

  mutating func take(_ new: Moment, at seconds: Double) {
    let isAgain = new.time.live < (moment?.time.live ?? 0)
    moment = new
    isAwaitingMoment = false
    seed = new.seed
    if isAgain { pace = Pace() }
    let isCalm = new.status == .training && !new.isPast
    let keepsField = isCalm && seconds - fieldTakenAt < Self.fieldInterval
    if !keepsField { fieldTakenAt = seconds }
    take(new.columns, step: new.step, keepsField: keepsField)
    settleTime()
    if seconds >= trustsPersonUntil { isMeantToTrain = new.status == .training }
    if !new.isPast {
      status = new.status
      pace.record(step: new.step, at: seconds)
    }
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
    status = .training
    goal = nil
    parent = nil
    slowMotion = nil
    guide = Guide(preset)
    pace = Pace()
    mean(toTrain: true, at: seconds)
  }

  /// A recorded run was opened: this is how its preset was played.
  mutating func adopt(_ played: Preset) {
    guard played.page == experiment.name else { return }
    preset = played
    seed = played.seed
    columns = played.columns.map { ColumnState($0) }
    focus = min(focus, columns.count - 1)
    if let moment { take(moment.columns, step: moment.step) }
  }

  /// When the next moment is to be asked for, as it seems at a time; infinity where this one lasts.
  func nextLook(at seconds: Double) -> Double {
    guard failure == nil else { return .infinity }
    if isAwaitingMoment { return lookedAt + Self.patience }
    return isUnsettled(at: seconds) ? lookedAt + Self.pictureInterval : .infinity
  }

  /// Whether the next picture may differ from this one.
  private func isUnsettled(at seconds: Double) -> Bool {
    moment == nil || isTraining || isGoing || pendingFork != nil || seconds < trustsPersonUntil
      || columns.contains { $0.knobs.isWaiting }
  }
}

/// How the plane shows its points.
enum PlaneView: String, Sendable, CaseIterable {
  case overlay = "overlay"
  /// No plane: what costs make of D(G(z)), where the page compares them.
  case costs = "G's cost"
  case split = "side by side"
  case generated = "generated only"
  /// Data and samples as shades, side by side.
  case density = "densities"
  case field = "D's field"
  /// The optimal discriminator, where the page compares the two.
  case optimum = "D*"
  case difference = "D − D*"

  /// What has to be computed for it beside the points and D's field.
  var extras: PlaneLook.Extras { self == .density ? .densities : [] }

  /// Whether it shows what only some pages measure.
  var needsOptimum: Bool { self == .optimum || self == .difference }
}

/// What stands beside the plane where not everything fits.
enum Tab: String, Sendable, CaseIterable {
  case plane, charts, knobs, page
}
