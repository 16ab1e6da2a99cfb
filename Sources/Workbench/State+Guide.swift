import Adversarial
import Notebook
import Plotting

extension State {
  /// Lets the script say and do what is due; while something is being typed it waits.
  mutating func followGuide() -> [Effect] {
    guard layers.isEmpty, let run, !run.isLookingBack, let moment = run.moment, !moment.isPast,
      var guide = run.guide
    else { return [] }
    let actions = guide.player.update(step: moment.step, status: moment.status)
    guard !actions.isEmpty else { return [] }
    self.run?.guide = guide
    return actions.flatMap { follow($0, moment) }
  }

  private mutating func follow(_ action: ScriptAction, _ moment: Moment) -> [Effect] {
    switch action {
    case .say(let caption): run?.guide?.say(caption)
    case .show(let view): run?.view = PlaneView(view)
    case .send(let command):
      switch command {
      case .advance, .resume: run?.mean(toTrain: true, at: seconds)
      case .pause: run?.mean(toTrain: false, at: seconds)
      default: break
      }
      return [.send(command)] + look()
    case .ask(let prediction):
      run?.guide?.ask(prediction)
      layers.append(.writing(Writing(.prediction(prediction))))
    case .compare(let prediction, let answer):
      let measures = moment.measures(at: prediction.until)
      run?.guide?.tell(
        prediction.verdict(answer, measures), isRight: prediction.isRight(answer, measures))
    case .recall(let missed):
      let words = words(of: missed)
      run?.guide?.recall(words)
    case .wait, .end: break
    }
    return []
  }

  /// "While you steered the lesson said, at step 1 500: Watch where the blob goes."
  private func words(of missed: ScriptAction.Missed) -> String {
    let turns = missed.turns.compactMap { turn -> String? in
      guard case .set(let name, let setting, _) = turn.command else { return nil }
      let title = run?.knobs.hyperparameters.first { $0.name == name }?.title ?? name
      return "\(title) \(Wording.setting(setting)) at step \(Number.spaced(turn.step))"
    }
    var parts: [String] = []
    if !turns.isEmpty {
      parts.append("Not turned, because its step has passed: \(turns.joined(separator: ", ")).")
    }
    parts += missed.captions.suffix(2).map {
      "At step \(Number.spaced($0.step)) it said: \($0.text.trimmed)"
    }
    return "While you steered, the lesson went on. " + parts.joined(separator: " ")
  }

  /// The key that goes on: at a stop, to the next cue; on the way to one, where the person paused,
  /// on to its very step. Nil where the script waits for no key.
  mutating func goOn() -> [Effect]? {
    guard let run, let guide = run.guide else { return nil }
    if guide.player.phase == .waiting, !run.isLookingBack {
      self.run?.guide?.goOn()
      return followGuide()
    }
    guard run.isLookingBack || !run.isTraining, run.failure == nil,
      let goal = guide.player.goal(after: run.live)
    else { return nil }
    let isBack = run.isLookingBack
    self.run?.goal = nil
    self.run?.mean(toTrain: true, at: seconds)
    return (isBack ? [.view(nil)] : []) + [.goOn(to: goal)] + look()
  }

  /// What was typed where the script asks: a hint is wanted, or it is an answer. What is none stays
  /// to be mended; every other is written down, and a wrong formula may be tried again.
  mutating func answer(
    _ text: String, to prediction: Prediction, in writing: Writing
  ) -> [Effect] {
    var writing = writing
    var effects: [Effect] = []
    if text == "?", let hint = run?.guide?.player.hint() {
      run?.guide?.advise(hint)
      writing = Writing(writing.purpose)
    } else {
      do {
        let given = try prediction.answer(text)
        effects.append(.send(prediction.command(given)))
        guard let objection = prediction.objection(to: given) else {
          return effects + answer(given)
        }
        run?.guide?.advise(objection)
      } catch {
        if case .formula = prediction.kind {
          // The foot has no room for a sentence beside a formula.
          run?.guide?.advise(error.description)
        } else {
          writing.mistake = error.description
        }
      }
    }
    layers.append(.writing(writing))
    return effects
  }

  /// A digit answers a question that has choices.
  mutating func answerAtOnce() -> [Effect]? {
    guard case .writing(let writing)? = layers.last,
      case .prediction(let prediction) = writing.purpose,
      case .choice(let choices) = prediction.kind,
      choices.count < 10, let place = Int(writing.editor.text), writing.editor.text.count == 1,
      choices.indices.contains(place - 1)
    else { return nil }
    layers.removeLast()
    answeredUntil = seconds + 1
    return answer(writing.editor.text, to: prediction, in: writing)
  }

  /// A question is answered, or with nil left out.
  mutating func answer(_ answer: Prediction.Answer?) -> [Effect] {
    run?.guide?.answer(answer)
    return followGuide()
  }

  /// The person steers, or lets the script steer again.
  mutating func handOver() -> [Effect] {
    guard let guide = run?.guide, guide.player.phase != .ended else {
      say("No guide is playing here.")
      return []
    }
    guard guide.hasTakenOver else {
      run?.guide?.player.takeOver()
      return []
    }
    run?.guide?.player.handBack()
    return followGuide() + look()
  }

  /// A move by hand takes the run over from the script, as a turn of a knob does where it is sent.
  /// Looking, pausing, writing and twins do not.
  mutating func takeOver(by action: Action) {
    switch action {
    case .step, .stepDiscriminator, .stepGenerator, .slowMotion:
      run?.guide?.player.takeOver()
    default: break
    }
  }
}

extension PlaneView {
  init(_ view: Script.View) {
    switch view {
    case .overlay: self = .overlay
    case .costs: self = .costs
    case .split: self = .split
    case .generated: self = .generated
    case .density: self = .density
    case .field: self = .field
    case .optimum: self = .optimum
    case .difference: self = .difference
    }
  }
}

extension Moment {
  /// Each column's measures at a step that has passed: the newest ones, with the values that the
  /// records hold of that step.
  func measures(at step: Int) -> [[Measurement]] {
    guard step < self.step else { return columns.map(\.measures) }
    return columns.map { column in
      column.measures.enumerated().map { index, measurement in
        let place = column.history.count(upTo: step) - 1
        let series = column.series(curves: false, index)
        guard series.indices.contains(place) else { return measurement }
        return Measurement(
          measurement.name, title: measurement.title, value: Double(series[place]),
          ofReal: measurement.ofReal, format: measurement.format, group: measurement.group)
      }
    }
  }
}
