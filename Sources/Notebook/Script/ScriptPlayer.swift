public import Adversarial

/// Plays a script to a run: told how the run stands, it says what is to be done. Pure: screen,
/// plain lines and tests drive it alike.
///
/// Between two cues the run is sent ahead by exactly the steps between them and stands there, so
/// that a tweak applies at its very step whatever the pace, and a replay finds it there.
///
/// ## Topics
/// - Driving: ``update(step:status:)``, ``goOn()``, ``answer(_:)``, ``hint()``
/// - A person's turn: ``takeOver()``, ``handBack()``, ``goal(after:)``
public struct ScriptPlayer: Sendable {
  /// What it waits for.
  public enum Phase: Sendable, Equatable {
    /// For the run to come to the next cue.
    case playing
    /// For a key.
    case waiting
    /// For an answer, or for a key that leaves it out.
    case asking(Prediction)
    /// For the person to hand back.
    case takenOver
    case ended
  }

  public private(set) var phase = Phase.playing
  private let events: [(at: Int, action: ScriptAction)]
  private let steps: Int
  private var next = 0
  /// The step that the run has been sent to; nil before it stands for the first time.
  private var goal: Int?
  private var hasAskedForStop = false
  /// After a person's turn: what was passed over is told of, and not done.
  private var isCatchingUp = false
  private var answers: [Int: Prediction.Answer] = [:]
  /// The events at which a prediction was scored while the person steered.
  private var scored: [Int] = []
  /// Hints to the open question that have been given.
  private var hintCount = 0

  /// - Parameter steps: those of the preset; the run is sent on to them after the last cue.
  public init(_ script: Script, steps: Int) {
    self.steps = steps
    var events: [(at: Int, action: ScriptAction)] = []
    for cue in script.cues {
      events += Self.actions(of: cue).map { (cue.at, $0) }
    }
    for cue in script.cues {
      guard let prediction = cue.prediction, prediction.until > cue.at else { continue }
      // What has come of a question is said before the step's own captions.
      let place = events.firstIndex { $0.at >= prediction.until } ?? events.count
      events.insert((prediction.until, .compare(prediction, answer: nil)), at: place)
    }
    self.events = events
  }

  private static func actions(of cue: Script.Cue) -> [ScriptAction] {
    var actions: [ScriptAction] = []
    if let caption = cue.caption { actions.append(.say(caption)) }
    if let view = cue.view { actions.append(.show(view)) }
    actions += Script.commands(of: cue).map { .send($0) }
    if let prediction = cue.prediction {
      actions.append(.ask(prediction))
      if prediction.until <= cue.at { actions.append(.compare(prediction, answer: nil)) }
    }
    if cue.waits { actions.append(.wait) }
    return actions
  }

  // MARK: Driving

  /// What is to be done now that the run stands so. Called as often as one likes.
  public mutating func update(step: Int, status: RunStatus) -> [ScriptAction] {
    guard phase == .playing else { return phase == .takenOver ? overdue(at: step) : [] }
    switch status {
    case .diverged:
      phase = .ended
      return [.end]
    case .training:
      guard goal == nil, !hasAskedForStop else { return [] }
      hasAskedForStop = true
      return [.send(.pause)]
    case .paused, .finished:
      guard step >= goal ?? 0 else { return [] }
      return play(at: step)
    }
  }

  /// The step that the run is to stand at next, where it lies after this one: a person who paused
  /// on the way goes on to there.
  public func goal(after step: Int) -> Int? {
    guard phase == .playing, let goal, goal > step else { return nil }
    return goal
  }

  /// A person has pressed the key that goes on; an open question is left out.
  public mutating func goOn() {
    switch phase {
    case .waiting, .asking: phase = .playing
    case .playing, .takenOver, .ended: break
    }
  }

  /// A person has answered the open question.
  public mutating func answer(_ answer: Prediction.Answer) {
    guard case .asking = phase else { return }
    answers[next - 1] = answer
    phase = .playing
  }

  /// The next hint to the open question: "Hint 1 of 3: …", and when all are given the last again;
  /// nil where it has none.
  public mutating func hint() -> String? {
    guard case .asking(let prediction) = phase, !prediction.hints.isEmpty else { return nil }
    hintCount = min(hintCount + 1, prediction.hints.count)
    let hint = prediction.hints[hintCount - 1]
    return "Hint \(hintCount) of \(prediction.hints.count): \(hint)"
  }

  /// The person steers from now on; the script waits.
  public mutating func takeOver() {
    if phase != .ended { phase = .takenOver }
  }

  /// The script goes on from wherever the run is now, after telling what it passed over: captions
  /// are told, turns are named and not made.
  public mutating func handBack() {
    guard phase == .takenOver else { return }
    phase = .playing
    goal = nil
    hasAskedForStop = false
    isCatchingUp = true
  }

  // MARK: Playing

  private mutating func play(at step: Int) -> [ScriptAction] {
    var actions = overdue(at: step - 1)
    if let missed = catchUp(at: step) {
      phase = .waiting
      goal = step
      return actions + [.recall(missed)]
    }
    while next < events.count, events[next].at <= step, phase == .playing {
      let event = events[next]
      next += 1
      guard !scored.contains(next - 1) else { continue }
      actions.append(taken(event.action))
    }
    guard phase == .playing else {
      goal = step
      return actions
    }
    guard next < events.count else {
      phase = .ended
      return actions + (step < steps ? [.send(.resume)] : []) + [.end]
    }
    goal = events[next].at
    return actions + [.send(.advance(steps: events[next].at - step))]
  }

  /// Passes over what lies before a step after a person's turn; nil where there is nothing to tell.
  private mutating func catchUp(at step: Int) -> ScriptAction.Missed? {
    guard isCatchingUp else { return nil }
    isCatchingUp = false
    var missed = ScriptAction.Missed()
    while next < events.count, events[next].at < step {
      let event = events[next]
      next += 1
      switch event.action {
      case .say(let text): missed.captions.append(.init(step: event.at, text: text))
      case .send(let command) where command.isTweak:
        missed.turns.append(.init(step: event.at, command: command))
      case .send, .show, .wait, .ask, .compare, .recall, .end: break
      }
    }
    return missed.isEmpty ? nil : missed
  }

  /// The scores of answered predictions whose step was reached while the person steered.
  private mutating func overdue(at step: Int) -> [ScriptAction] {
    var actions: [ScriptAction] = []
    for index in next..<events.count where events[index].at <= step && !scored.contains(index) {
      guard case .compare(let prediction, _) = events[index].action,
        let given = answer(to: prediction)
      else { continue }
      scored.append(index)
      actions.append(.compare(prediction, answer: given))
    }
    return actions
  }

  /// The event as an action, and what it makes the player wait for.
  private mutating func taken(_ action: ScriptAction) -> ScriptAction {
    switch action {
    case .wait: phase = .waiting
    case .ask(let prediction):
      phase = .asking(prediction)
      hintCount = 0
    case .compare(let prediction, _):
      return .compare(prediction, answer: answer(to: prediction))
    case .say, .show, .send, .recall, .end: break
    }
    return action
  }

  private func answer(to prediction: Prediction) -> Prediction.Answer? {
    events.firstIndex { $0.action == .ask(prediction) }.flatMap { answers[$0] }
  }
}
