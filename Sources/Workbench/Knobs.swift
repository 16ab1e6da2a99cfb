import Adversarial
import Notebook

/// The knobs of a run: what is shown, what the run has confirmed, and the way back.
struct Knobs: Sendable {
  /// As the person has set them.
  private(set) var settings: Settings
  /// As the preset has them.
  let preset: Settings
  /// As the run last said that it uses them.
  private(set) var applied: Settings
  var chosen = 0

  /// A turn that can be taken back.
  private struct Turn: Sendable {
    let name: String
    let before: Setting
    var after: Setting
    var at: Double
  }
  private var done: [Turn] = []
  private var undone: [Turn] = []
  /// Set, but not yet confirmed by the run.
  private var waiting: [String: Setting] = [:]

  /// Turns of one knob in quick succession are one, for undo.
  private static let succession = 0.8

  init(preset: Settings) {
    settings = preset
    self.preset = preset
    applied = preset
  }

  var hyperparameters: [Hyperparameter] { settings.hyperparameters }
  var chosenKnob: Hyperparameter? {
    hyperparameters.indices.contains(chosen) ? hyperparameters[chosen] : nil
  }
  /// Whether the run has not yet confirmed everything.
  var isWaiting: Bool { !waiting.isEmpty }
  func isWaiting(_ name: String) -> Bool { waiting[name] != nil }
  func isChanged(_ name: String) -> Bool { settings[name] != preset[name] }

  mutating func choose(by offset: Int) {
    chosen = min(max(0, chosen + offset), max(0, hyperparameters.count - 1))
  }

  /// Sets a knob and remembers how it stood; returns the command, or nil where nothing changes.
  mutating func set(_ name: String, to setting: Setting, at seconds: Double) -> Command? {
    guard let before = settings[name], before != setting, let command = put(name, setting) else {
      return nil
    }
    undone = []
    if let last = done.last, last.name == name, seconds - last.at < Self.succession {
      done[done.count - 1].after = setting
      done[done.count - 1].at = seconds
    } else {
      done.append(Turn(name: name, before: before, after: setting, at: seconds))
    }
    return command
  }

  /// Takes the last turn back.
  mutating func undo() -> Command? {
    guard let turn = done.popLast() else { return nil }
    undone.append(turn)
    choose(turn.name)
    return put(turn.name, turn.before)
  }

  /// Turns again what was taken back.
  mutating func redo() -> Command? {
    guard var turn = undone.popLast() else { return nil }
    turn.at = -.infinity
    done.append(turn)
    choose(turn.name)
    return put(turn.name, turn.after)
  }

  private mutating func choose(_ name: String) {
    chosen = hyperparameters.firstIndex { $0.name == name } ?? chosen
  }

  private mutating func put(_ name: String, _ setting: Setting) -> Command? {
    do {
      try settings.set(name, to: setting)
    } catch {
      return nil
    }
    waiting[name] = setting
    return .set(name: name, setting: setting)
  }

  /// What the run uses now.
  mutating func take(_ new: Settings) {
    guard new.hyperparameters == hyperparameters else { return }
    applied = new
    for (hyperparameter, setting) in new.pairs {
      let name = hyperparameter.name
      if waiting[name] == setting { waiting[name] = nil }
      // The run checked it with the same list, so it lies in the domain.
      if waiting[name] == nil { try? settings.set(name, to: setting) }
    }
  }

  /// A command was refused: back to what the run uses.
  mutating func revert() {
    waiting = [:]
    settings = applied
    if let last = done.last, applied[last.name] != last.after { done.removeLast() }
  }
}
