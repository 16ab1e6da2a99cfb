import Adversarial
import Notebook
import Plotting

extension State {
  /// What the keys of the run page ask for.
  mutating func performOnRun(_ action: Action) -> [Effect] {
    guard run != nil else { return [] }
    switch action {
    case .playPause: return playPause()
    case .step: return stepOnce(.advance(steps: 1))
    case .stepDiscriminator: return stepOnce(.stepPlayer(.discriminator))
    case .stepGenerator: return stepOnce(.stepPlayer(.generator))
    case .restart: return restart(seed: run?.seed ?? 0)
    case .newSeed: return restart(seed: (run?.seed ?? 0) &+ 1)
    case .leave: return leave()
    case .abandon: return abandon()
    case .cycleView: run?.view.advance()
    case .nextTab: turnTab(by: 1)
    case .previousTab: turnTab(by: -1)
    default: return performOnKnobs(action)
    }
    return action == .cycleView ? look() : []
  }

  private mutating func performOnKnobs(_ action: Action) -> [Effect] {
    showKnobs()
    switch action {
    case .previousKnob: run?.knobs.choose(by: -1)
    case .nextKnob: run?.knobs.choose(by: 1)
    case .turnUp: return turn(up: true)
    case .turnDown: return turn(up: false)
    case .typeValue:
      if let knob = run?.knobs.chosenKnob { layers.append(.prompt(Prompt(knob: knob))) }
    case .presetValue:
      guard let knobs = run?.knobs, let knob = knobs.chosenKnob,
        let setting = knobs.preset[knob.name]
      else { return [] }
      return set(knob.name, to: setting)
    case .undo: return send(run?.knobs.undo(), otherwise: "There is no turn to take back.")
    case .redo: return send(run?.knobs.redo(), otherwise: "There is nothing to turn again.")
    default: break
    }
    return []
  }

  private mutating func turn(up: Bool) -> [Effect] {
    guard let knobs = run?.knobs, let knob = knobs.chosenKnob,
      let setting = knobs.settings[knob.name]
    else { return [] }
    return set(knob.name, to: knob.turned(setting, up: up))
  }

  /// Sets a knob: on the screen at once, in the run at its next step.
  mutating func set(_ name: String, to setting: Setting) -> [Effect] {
    send(run?.knobs.set(name, to: setting, at: seconds), otherwise: nil)
  }

  private mutating func send(_ command: Command?, otherwise sentence: String?) -> [Effect] {
    guard let command else {
      if let sentence { say(sentence) }
      return []
    }
    return [.send(command)] + look()
  }

  private mutating func playPause() -> [Effect] {
    guard let run, canGoOn() else { return [] }
    let train = !run.isTraining
    self.run?.mean(toTrain: train, at: seconds)
    return [.send(train ? .resume : .pause)] + look()
  }

  private mutating func stepOnce(_ command: Command) -> [Effect] {
    guard canGoOn() else { return [] }
    run?.mean(toTrain: false, at: seconds)
    return [.send(command)] + look()
  }

  private mutating func canGoOn() -> Bool {
    guard let run, run.failure == nil else { return false }
    switch run.status {
    case .finished:
      say("The run has taken its \(Number.steps(run.steps)). r starts it again, S with a new seed.")
    case .diverged(let step):
      say("It diverged at step \(step). r starts it again, S with a new seed.")
    case .training, .paused: return true
    }
    return false
  }

  /// A run of its own, from step 0, with the knobs as they stand.
  private mutating func restart(seed: UInt64) -> [Effect] {
    guard let run else { return [] }
    var preset = run.preset
    preset.seed = seed
    preset.settings = run.knobs.settings
    self.run?.restart(seed: seed, at: seconds)
    return [.start(preset)] + look()
  }

  private mutating func leave() -> [Effect] {
    guard let run, run.isInProgress else { return abandon() }
    layers.append(
      .question(
        Question(
          title: "Leave this run?",
          text: "It has trained \(Number.steps(run.step)) and is not kept.",
          yes: "leave", no: "stay", action: .abandon)))
    return []
  }

  private mutating func abandon() -> [Effect] {
    run = nil
    notice = nil
    return [.stop]
  }

  /// The knobs come into view when a person turns to them.
  private mutating func showKnobs() {
    guard !RunLayout(state: self).showsKnobs else { return }
    run?.tab = .knobs
  }

  private mutating func turnTab(by offset: Int) {
    let tabs = RunLayout(state: self).tabs
    guard let tab = run?.tab, !tabs.isEmpty else { return }
    let index = tabs.firstIndex(of: tab) ?? 0
    run?.tab = tabs[(index + offset + tabs.count) % tabs.count]
    run?.scroll = 0
  }
}

extension Number {
  /// "1 step", "6 120 steps".
  static func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(spaced(count)) steps" }
}

extension PlaneView {
  mutating func advance() {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    self = all[(index + 1) % all.count]
  }
}
