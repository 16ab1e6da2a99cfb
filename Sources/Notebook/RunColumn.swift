internal import Adversarial
internal import Experiments

/// What was measured of a column.
struct Measures {
  /// The step of the newest ones.
  private(set) var step: Int
  private(set) var values: [Measurement]
  /// Those that the records hold, of the last measured step: a look in between changes no
  /// record.
  private(set) var booked: [Float]
  /// Whether something was turned since, so that they may be others at the same step.
  var isOutdated = false

  init(step: Int, values: [Measurement]) {
    self.step = step
    self.values = values
    booked = values.map { Float($0.value) }
  }

  mutating func take(_ values: [Measurement], at step: Int) {
    (self.step, self.values) = (step, values)
    isOutdated = false
  }

  /// The newest are those that records hold from now on.
  mutating func book() { booked = values.map { Float($0.value) } }

  mutating func book(_ recorded: [Float]) { booked = recorded }
}

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
  /// The newest measures.
  private(set) var measures: Measures

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
    measures = Measures(step: session.step, values: values)
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
      measureAnew()
      measures.book()
      takeSurvey()
    }
    history.record(step: session.step, session.curves + measures.booked)
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
    measures.isOutdated = true
    if isRebuilt {
      measureAnew()
      measures.book()
    }
  }

  /// Takes the measures now, unless they have been taken; they change nothing.
  func measure() {
    if measures.step != session.step || measures.isOutdated { measureAnew() }
  }

  /// Another game may have more measures, or fewer: the ones that it has stand first, in the same
  /// order, so that what they were goes on.
  private func measureAnew() {
    measures.take(session.measurements(), at: session.step)
    makeRoom()
  }

  private func makeRoom() {
    history.widen(
      to: session.curveList.count + max(measures.values.count, measures.booked.count))
  }

  // MARK: Time

  /// The column at this step, as a value.
  var frame: Keyframe.Column {
    .init(
      title: title, settings: settings, status: status, checkpoint: session.checkpoint,
      measures: measures)
  }

  /// Goes to what it was, its measures with it; the history stays as it is. A frame from a disk has
  /// no measures: they are taken anew.
  func restore(_ frame: Keyframe.Column, _ game: any Game) throws(DesignError) {
    adopt(game, frame.settings)
    try session.restore(frame.checkpoint)
    status = frame.status
    survey = nil
    if let kept = frame.measures {
      measures = kept
      makeRoom()
    } else {
      measureAnew()
      measures.book()
    }
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
    let last = session.step - session.step % Run.measureInterval
    guard let newest = history.steps.last, newest >= last else { return }
    let values = history.series.dropFirst(session.curveList.count).compactMap(\.last)
    if values.count == measures.booked.count { measures.book(values) }
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
