internal import Adversarial
internal import Experiments

/// One column of a run: a game of its own with the run's seed, data and noise. A plain run has
/// one, a twin two.
final class RunColumn {
  /// What sets it apart, in words; empty where it is alone.
  let title: String
  private(set) var settings: Settings
  private(set) var session: any Session
  /// `.training` or `.diverged`: pausing is the whole run's affair.
  private(set) var status = RunStatus.training
  /// The curves and, after them, the measures: each record holds the newest measures there were.
  private(set) var history: History
  /// The newest measures, and the step they were taken at.
  private(set) var measures: (step: Int, values: [Measurement])

  /// Where the samples were, mode by mode.
  private(set) var life = ModeLife()
  /// The newest survey of the modes, and the step it was taken at.
  private(set) var survey: (step: Int, value: ModeSurvey)?
  /// The modes of the data, where they have such.
  private var modes: Mixture?

  init(
    _ experiment: Experiment, _ column: Preset.Column, seed: UInt64, threads: Int
  ) throws(DesignError) {
    title = column.title
    settings = column.settings
    let game = try experiment.design(column.settings)
    modes = game.modes
    session = game.begin(settings: column.settings, seed: seed, threads: threads)
    let values = session.measurements()
    measures = (session.step, values)
    history = History(series: session.curveList.count + values.count)
  }

  /// Takes one step, or one player's; books the curves, and the measures when they are due.
  func advance(_ player: Player? = nil) {
    guard status == .training else { return }
    session.advance(player)
    guard session.isFinite else {
      status = .diverged(step: session.step)
      return
    }
    if session.step.isMultiple(of: Run.measureInterval) {
      measure()
      takeSurvey()
    }
    history.record(
      step: session.step, session.curves + measures.values.map { Float($0.value) })
  }

  private func takeSurvey() {
    guard let value = session.survey() else { return }
    survey = (session.step, value)
    life.take(value, at: session.step)
  }

  /// Goes on with other settings.
  func adopt(_ game: any Game, _ changed: Settings) {
    let isRebuilt = !changed.sharesStructure(with: settings)
    settings = changed
    session.adopt(game, settings: changed)
    if let old = modes, let new = game.modes, new.continues(old) {
      life.grow(to: new.components.count)
    }
    modes = game.modes
    if isRebuilt { measureAnew() }
  }

  /// Takes the measures now, unless they have been taken; they change nothing.
  func measure() {
    if measures.step != session.step { measureAnew() }
  }

  /// Another game may have more measures, or fewer: the ones that it has stand first, in the same
  /// order, so that what they were goes on.
  private func measureAnew() {
    measures = (session.step, session.measurements())
    makeRoom()
  }

  private func makeRoom() {
    history.widen(to: session.curveList.count + measures.values.count)
  }

  // MARK: Time

  /// What the column is now, as a value.
  var frame: Keyframe.Column {
    .init(title: title, settings: settings, status: status, checkpoint: session.checkpoint)
  }

  /// Goes to what it was; the history stays as it is.
  func restore(_ frame: Keyframe.Column, _ game: any Game) throws(DesignError) {
    adopt(game, frame.settings)
    try session.restore(frame.checkpoint)
    status = frame.status
  }

  /// Takes another's past: what a copy of it has lived through.
  func inherit(_ other: RunColumn, upTo step: Int = .max) {
    history = other.history.upTo(step)
    life = other.life.upTo(step)
    // A copy has its measures too: both sides then show those of the same step.
    if step == .max { measures = other.measures } else { measure() }
    makeRoom()
  }

  /// Takes the past that was recorded of it, where it is one of its curves at least.
  func inherit(_ recorded: History) {
    guard recorded.series.count >= session.curveList.count else { return }
    history = recorded
    makeRoom()
  }

  /// Takes what was recorded of its modes.
  func inherit(_ recorded: ModeLife) { life = recorded }

  /// What a screen shows of it.
  func moment(_ look: PlaneLook) -> Moment.Column {
    Moment.Column(
      title: title, settings: settings, curveList: session.curveList, curves: session.curves,
      measures: measures.values, picture: session.picture(look), history: history, life: life,
      status: status)
  }
}
