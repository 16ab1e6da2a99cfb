internal import Adversarial
internal import Experiments
internal import Notebook

/// A run of the plain notebook: commands go to its trainer, moments come back and are put into
/// lines. The same trainer and the same commands as on the screen.
final class PlainRun {
  let preset: Preset
  let page: Experiment
  private let trainer: Trainer
  private(set) var player: ScriptPlayer?
  private(set) var moment: Moment?
  /// A status line every so many steps.
  var interval = 1_000

  /// The step that the person looks back at; nil at the live one.
  var past: Int? { moment.flatMap { $0.isPast ? $0.step : nil } }

  /// The name that was said to be the recording's.
  private var saidName: String?
  private var saidStep = 0
  /// Said when the command before it has been taken.
  private var echo: String?
  private var wantsStatus = false
  /// A moment that was asked for before the last command may not know of it yet.
  private var isAwaitingMoment = false
  private var isNextMomentOld = false
  private var awaitsEnd = false

  /// Whether something is under way that ends by itself: a command, or a script between two cues.
  var isBusy: Bool { awaitsEnd || player?.phase == .playing }

  /// - Parameter keeper: gives the run a place to be written down.
  init(_ preset: Preset, _ page: Experiment, threads: Int, keeper: RunKeeper?) {
    self.preset = preset
    self.page = page
    var surroundings = Trainer.Surroundings(keeper: keeper)
    surroundings.clock = Stopwatch.now
    trainer = Trainer(experiment: page, preset: preset, threads: threads, in: surroundings)
    player = preset.script.map { ScriptPlayer($0, steps: preset.steps) }
    send(.pause)
    wantsStatus = true
  }

  /// A recorded run, where its recording ends; its script has been played.
  init(resuming recorded: RecordedRun, of store: RunStore, threads: Int) {
    preset = recorded.preset
    page = recorded.page
    var surroundings = Trainer.Surroundings(keeper: RunKeeper(store))
    surroundings.clock = Stopwatch.now
    trainer = Trainer(resuming: recorded.id, of: store, threads: threads, in: surroundings)
    saidName = recorded.id
    wantsStatus = true
    awaitsEnd = true
  }

  /// Leaves the run; what it recorded is complete when this returns.
  /// - Returns: what could not be written down.
  func stop() -> [RecordingLoss] {
    trainer.stop()
    // What could not be written at the very end is still said.
    for report in trainer.reports() {
      switch report {
      case .refused(let error): Console.remark(error.description)
      case .unrecorded(let sentence): Console.remark(sentence)
      case .moment, .failed, .restoring: break
      }
    }
    return trainer.losses
  }

  // MARK: Out

  /// Sends a command; `echo` is said when it has been taken.
  func send(_ command: Command, echo: String? = nil) {
    trainer.send(command)
    expectNews()
    self.echo = echo
  }

  /// Trains on: to the script's next cue where one is under way.
  func goOn(from moment: Moment?) {
    guard let step = moment?.time.live, let goal = player?.goal(after: step) else {
      return send(.resume)
    }
    trainer.goOn(to: goal)
    expectNews()
  }

  /// Looks back, or at the live step with nil.
  func view(_ step: Int?) {
    trainer.view(step)
    expectNews()
    wantsStatus = true
  }

  func fork() {
    trainer.fork()
    expectNews()
    echo = "forked; this is a run of its own now"
    wantsStatus = true
  }

  /// Says the status when the newest command has been taken.
  func sayStatus() {
    wantsStatus = true
    expectNews()
  }

  private func expectNews() {
    isNextMomentOld = isAwaitingMoment
    awaitsEnd = true
  }

  // MARK: The script

  func goOn() { player?.goOn() }

  /// Takes what was typed where the script asks; returns what there is to say to it.
  /// - Throws: ``CommandError`` where it is no answer.
  func answer(_ text: String, to prediction: Prediction) throws(CommandError) -> String? {
    if text.filter({ !$0.isWhitespace }) == "?", let hint = player?.hint() { return hint }
    let given = try prediction.answer(text)
    send(prediction.command(given))
    if let objection = prediction.objection(to: given) { return objection }
    player?.answer(given)
    return nil
  }
  func handBack() { player?.handBack() }

  /// Returns whether a script was under way.
  func takeOver() -> Bool {
    guard let phase = player?.phase, phase != .takenOver, phase != .ended else { return false }
    player?.takeOver()
    return true
  }

  // MARK: In

  /// Takes what the trainer has to say.
  /// - Throws: ``Failure`` where there is no game, or the lines can't be written.
  func collect() throws(Failure) {
    for report in trainer.reports() {
      switch report {
      case .moment(let moment): try take(moment)
      case .refused(let error):
        echo = nil
        try Console.print(error.description)
      case .restoring(let step, let last):
        try Console.print("restoring: step \(Wording.count(step)) of \(Wording.count(last))")
      case .unrecorded(let sentence): try Console.print(sentence)
      case .failed(let sentence): throw Failure(.data, sentence)
      }
    }
    guard !isAwaitingMoment else { return }
    isAwaitingMoment = true
    trainer.look(fieldColumns: 1, fieldRows: 1)
  }

  private func take(_ new: Moment) throws(Failure) {
    let isOld = isNextMomentOld
    let wasTraining = moment?.status == .training
    moment = new
    isAwaitingMoment = false
    isNextMomentOld = false
    guard !isOld else { return }
    try sayName(new)
    if let echo { try Console.print(echo) }
    echo = nil
    awaitsEnd = new.status == .training && player?.phase != .playing && isBusyStepping
    let isDue = new.step / interval != saidStep / interval && !new.isPast
    let hasEnded = wasTraining && new.status != .training && player?.phase != .playing
    if wantsStatus && !awaitsEnd || isDue || hasEnded { try say(new) }
    if !new.isPast { try play(new) }
  }

  /// Set by whoever sends the run ahead by some steps and wants to wait for them.
  var isBusyStepping = false

  private func say(_ moment: Moment) throws(Failure) {
    wantsStatus = false
    isBusyStepping = false
    saidStep = moment.step
    try Console.print(PlainText.status(moment))
  }

  /// Under which name the run, or a fork that it has become, is kept.
  private func sayName(_ moment: Moment) throws(Failure) {
    guard let name = moment.id, name != saidName else { return }
    saidName = name
    try Console.print("recorded as \(name)")
  }

  private func play(_ moment: Moment) throws(Failure) {
    let actions = player?.update(step: moment.step, status: moment.status) ?? []
    for action in actions {
      switch action {
      case .say(let caption): try Console.print(GuidedText.caption(caption))
      case .send(let command):
        send(command)
        if let line = GuidedText.line(command, titles: moment.columns.map(\.title)) {
          try Console.print(GuidedText.head(moment.step) + line)
        }
      case .ask(let prediction):
        let question = GuidedText.question(prediction)
        try Console.print(question + "\n  your answer, or Enter to leave it:")
      case .compare(let prediction, let answer):
        try Console.print(
          GuidedText.caption(prediction.verdict(answer, moment.columns.map(\.measures))))
      case .recall(let missed): try Console.print(GuidedText.recall(missed))
      case .wait: try Console.print("  (Enter goes on)")
      case .show: break
      case .end: try Console.print("the script is over; the run goes on, and the knobs are yours")
      }
    }
  }
}
