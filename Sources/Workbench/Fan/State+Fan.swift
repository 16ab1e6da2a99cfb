import Adversarial
import Notebook
import Plotting

extension State {
  /// What the keys of the fan ask for.
  mutating func performOnFan(_ action: Action) -> [Effect] {
    switch action {
    case .fan: return openFan()
    case .widenFan:
      guard let presets = fan?.widen() else { return [] }
      guard !presets.isEmpty else {
        say("There is room for \(FanState.most) seeds; 'ganbook run --seeds' takes any number.")
        return []
      }
      return [.startFan(presets)] + lookAtFan()
    case .fanColumn:
      guard let fan, fan.isTwin else {
        say("There is one column; a preset with twins has more.")
        return []
      }
      self.fan?.focus = (fan.focus + 1) % fan.preset.columns.count
    case .openSeed: return openSeed()
    case .leaveFan: return leaveFan()
    case .abandonFan:
      fan = nil
      notice = nil
      return [.stopFan]
    default: break
    }
    return []
  }

  private mutating func openFan() -> [Effect] {
    guard let page = chosenPage, let preset = chosenPreset else {
      say(chosenPage == nil ? "No page has these letters." : "This page has no preset yet.")
      return []
    }
    let opened = FanState(page: page, preset: preset)
    fan = opened
    notice = nil
    return [.startFan(opened.members.map { opened.preset(seed: $0.seed) })] + lookAtFan()
  }

  /// The chosen seed as a run of its own, with all that a run has; the others are given up.
  private mutating func openSeed() -> [Effect] {
    guard let fan, fan.members.indices.contains(fan.chosen) else { return [] }
    let preset = fan.preset(seed: fan.members[fan.chosen].seed)
    self.fan = nil
    run = RunState(experiment: fan.page, preset: preset)
    return [.stopFan, .start(preset)] + look()
  }

  private mutating func leaveFan() -> [Effect] {
    guard let fan, !fan.isOver else { return performOnFan(.abandonFan) }
    layers.append(
      .question(
        Question(
          title: "Leave these seeds?",
          text: "\(fan.finishedCount) of \(fan.members.count) have come to their end.",
          yes: "leave", no: "stay", action: .abandonFan)))
    return []
  }

  mutating func moveInFan(_ action: Action) {
    guard let fan else { return }
    let across = FanLayout(state: self, count: fan.members.count).across
    let offset =
      switch action {
      case .left: -1
      case .right: 1
      case .up: -across
      case .down: across
      case .first: -fan.chosen
      default: fan.members.count
      }
    let last = fan.members.count - 1
    // Up and down stay in their column.
    guard offset.magnitude == 1 || (0...last).contains(fan.chosen + offset) || offset > last else {
      return
    }
    self.fan?.chosen = min(max(0, fan.chosen + offset), last)
  }

  // MARK: Looking

  mutating func lookAtFan() -> [Effect] {
    guard let fan else { return [] }
    self.fan?.lookedAt = seconds
    let field = FanLayout(state: self, count: fan.members.count).field
    return [
      .lookAtFan(
        PlaneLook(columns: field.columns, rows: field.rows, extras: fan.plane.extras))
    ]
  }

  mutating func lookAtFanAgain() -> [Effect] {
    guard let fan, seconds >= fan.nextLook else { return [] }
    return lookAtFan()
  }
}
