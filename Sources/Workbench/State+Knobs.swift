import Adversarial
import Notebook
import Plotting

extension State {
  /// What the keys of the knobs ask for.
  mutating func performOnKnobs(_ action: Action) -> [Effect] {
    showKnobs()
    switch action {
    case .previousKnob: choose { $0.choose(by: -1) }
    case .nextKnob: choose { $0.choose(by: 1) }
    case .turnUp: return turn(up: true)
    case .turnDown: return turn(up: false)
    case .typeValue:
      guard isInPresent() else { return [] }
      if let knob = run?.knobs.chosenKnob { layers.append(.prompt(Prompt(knob: knob))) }
    case .presetValue:
      guard let knobs = run?.knobs, let knob = knobs.chosenKnob,
        let setting = knobs.preset[knob.name]
      else { return [] }
      return set(knob.name, to: setting)
    case .undo: return change(otherwise: "There is no turn to take back.") { $0.undo() }
    case .redo: return change(otherwise: "There is nothing to turn again.") { $0.redo() }
    default: break
    }
    return []
  }

  /// The same knob has the focus in every column.
  private mutating func choose(_ change: (inout Knobs) -> Void) {
    for index in run?.columns.indices ?? 0..<0 {
      if var knobs = run?.columns[index].knobs {
        change(&knobs)
        run?.columns[index].knobs = knobs
      }
    }
  }

  private mutating func turn(up: Bool) -> [Effect] {
    guard let knobs = run?.knobs, let knob = knobs.chosenKnob,
      let setting = knobs.settings[knob.name]
    else { return [] }
    return set(knob.name, to: knob.turned(setting, up: up))
  }

  /// Sets a knob: on the screen at once, in the run at its next step.
  mutating func set(_ name: String, to setting: Setting) -> [Effect] {
    let now = seconds
    return change(otherwise: nil) { $0.set(name, to: setting, at: now) }
  }

  /// Lets the knobs of one column, or of all, change, and tells the run.
  private mutating func change(
    otherwise sentence: String?, _ change: (inout Knobs) -> Command?
  ) -> [Effect] {
    guard isInPresent(), var run else { return [] }
    var commands: [Command] = []
    for index in run.turned {
      guard case .set(let name, let setting, _)? = change(&run.columns[index].knobs) else {
        continue
      }
      commands.append(.set(name: name, setting: setting, column: index))
    }
    self.run = run
    guard !commands.isEmpty else {
      if let sentence { say(sentence) }
      return []
    }
    self.run?.guide?.player.takeOver()
    return run.gathered(commands).map { .send($0) } + look()
  }

  /// The knobs come into view when a person turns to them.
  private mutating func showKnobs() {
    guard !RunLayout(state: self).showsKnobs else { return }
    run?.tab = .knobs
  }
}

extension RunState {
  /// One command for all columns where each is told the same.
  fileprivate func gathered(_ commands: [Command]) -> [Command] {
    guard commands.count == columns.count, case .set(let name, let setting, _)? = commands.first
    else { return commands }
    let isSame = commands.enumerated().allSatisfy { index, command in
      command == .set(name: name, setting: setting, column: index)
    }
    return isSame ? [.set(name: name, setting: setting)] : commands
  }
}
