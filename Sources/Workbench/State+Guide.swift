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
      run?.guide?.tell(prediction.verdict(answer, moment.columns.map(\.measures)))
    case .wait, .end: break
    }
    return []
  }

  /// The key that goes on; returns whether the script was waiting for it.
  mutating func goOn() -> [Effect]? {
    guard run?.guide?.player.phase == .waiting else { return nil }
    run?.guide?.player.goOn()
    return followGuide()
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

  /// What a person does to the run by hand takes it over from the script.
  mutating func takeOver(by action: Action) {
    switch action {
    case .playPause, .step, .stepDiscriminator, .stepGenerator, .slowMotion, .turnUp, .turnDown,
      .typeValue,
      .presetValue, .undo, .redo, .twin, .fork, .recordBack, .leapBack, .firstStep, .goToNote:
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
