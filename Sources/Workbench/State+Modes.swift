import Adversarial
import Notebook
import Plotting

// Editing the data's modes while the run trains. Every change is the knob `data` being set, so that
// it is recorded, undone and played again as every turn of a knob is.

extension State {
  /// What the keys of the modes ask for.
  mutating func performOnModes(_ action: Action) -> [Effect] {
    switch action {
    case .editModes: return editModes()
    case .leaveModes:
      run?.modes = nil
      return look()
    case .previousMode: chooseMode(by: -1)
    case .nextMode: chooseMode(by: 1)
    case .modeLeft: return moveMode(by: SIMD2(-1, 0))
    case .modeRight: return moveMode(by: SIMD2(1, 0))
    case .modeUp: return moveMode(by: SIMD2(0, 1))
    case .modeDown: return moveMode(by: SIMD2(0, -1))
    case .heavierMode: return turnWeight(up: true)
    case .lighterMode: return turnWeight(up: false)
    case .widerMode: return turnDeviation(up: true)
    case .thinnerMode: return turnDeviation(up: false)
    case .addMode: return addMode()
    case .removeMode: return removeMode()
    case .typeMode: typeMode()
    case .undo, .redo:
      let effects = performOnKnobs(action)
      run?.tab = .plane
      chooseMode(by: 0)
      return effects
    default: break
    }
    return []
  }

  private mutating func editModes() -> [Effect] {
    guard let run, run.bounds != nil, isInPresent() else {
      if run != nil, run?.bounds == nil { say("The modes of a plane's data can be edited.") }
      return []
    }
    do {
      let modes = try run.knobs.settings.ownModes(on: run.experiment)
      let chosen = nearest(to: run.plane.crosshair, among: modes)
      self.run?.modes = ModesState(chosen: chosen)
      self.run?.view = .overlay
    } catch {
      say(error.description, warning: true)
    }
    if RunLayout(state: self).planes.isEmpty { self.run?.tab = .plane }
    return look()
  }

  private func nearest(to place: SIMD2<Double>?, among modes: [OwnMode]) -> Int {
    guard let place else { return 0 }
    func square(_ index: Int) -> Double {
      let apart = SIMD2<Double>(modes[index].centre) - place
      return (apart * apart).sum()
    }
    return modes.indices.min { square($0) < square($1) } ?? 0
  }

  private mutating func chooseMode(by offset: Int) {
    guard let run, let chosen = run.modes?.chosen else { return }
    let count = run.ownModes.count
    guard count > 0 else {
      // The data that an undo brought back have no modes.
      self.run?.modes = nil
      return
    }
    let kept = min(chosen, count - 1)
    self.run?.modes?.chosen = (kept + offset + count) % count
  }

  /// A click chooses the mode nearest to it.
  mutating func chooseMode(at point: SIMD2<Double>) {
    guard let run, run.modes != nil else { return }
    let chosen = nearest(to: point, among: run.ownModes)
    self.run?.modes?.chosen = chosen
  }

  // MARK: Changes

  /// Makes a change of the data; one that leaves no mixture is refused in a sentence.
  @discardableResult
  private mutating func change(_ edit: ModeEdit, choosing chosen: Int? = nil) -> [Effect] {
    guard let run else { return [] }
    do {
      let setting = try edit.setting(of: run.knobs.settings, on: run.experiment)
      let effects = set(Settings.dataName, to: setting)
      if let chosen, !effects.isEmpty { self.run?.modes?.chosen = chosen }
      return effects
    } catch {
      say(error.description, warning: true)
      return []
    }
  }

  /// To the next round place, about a cell away: finer where the plane is zoomed in.
  private mutating func moveMode(by direction: SIMD2<Double>) -> [Effect] {
    guard let run, let chosen = run.modes?.chosen, let mode = run.chosenMode,
      let cell = planeAreas.first?.cell
    else { return [] }
    func moved(_ value: Float, _ direction: Double, _ size: Double) -> Float {
      guard direction != 0 else { return value }
      let step = Round.step(near: size)
      let count = Double(value) / step
      let next = direction > 0 ? (count + 1e-4).rounded(.down) + 1 : (count - 1e-4).rounded(.up) - 1
      return Float(Round.multiple(next, of: step))
    }
    let place = SIMD2(
      moved(mode.centre.x, direction.x, cell.x), moved(mode.centre.y, direction.y, cell.y))
    return change(.move(chosen, to: place))
  }

  private mutating func turnWeight(up: Bool) -> [Effect] {
    guard let mode = run?.chosenMode, let chosen = run?.modes?.chosen else { return [] }
    return change(.weigh(chosen, OwnMode.turned(mode.weight, OwnMode.weightKnob, up: up)))
  }

  private mutating func turnDeviation(up: Bool) -> [Effect] {
    guard let run, let mode = run.chosenMode, let chosen = run.modes?.chosen else { return [] }
    let width = mode.deviation ?? run.usualDeviation
    return change(.spread(chosen, OwnMode.turned(width, OwnMode.deviationKnob, up: up)))
  }

  /// At the crosshair where it is open, else in the middle of the view, beside what is there.
  private mutating func addMode() -> [Effect] {
    guard let run, let area = planeAreas.first else { return [] }
    let modes = run.ownModes
    let (x, y) = (area.window.horizontal, area.window.vertical)
    let middle = SIMD2(x.lowerBound + x.upperBound, y.lowerBound + y.upperBound) / 2
    let start = run.plane.crosshair ?? middle
    let step = SIMD2(Round.step(near: area.cell.x), Round.step(near: area.cell.y))
    let count = (start / step).rounded(.toNearestOrEven)
    for offset in 0..<OwnMode.most {
      let place = SIMD2(
        Float(Round.multiple(count.x + Double(2 * offset), of: step.x)),
        Float(Round.multiple(count.y, of: step.y)))
      guard !modes.contains(where: { $0.centre == place }) else { continue }
      let width = run.chosenMode?.deviation ?? run.usualDeviation
      let mode = OwnMode(centre: place, deviation: width)
      self.run?.plane.crosshair = nil
      return change(.add(mode), choosing: modes.count)
    }
    return []
  }

  private mutating func removeMode() -> [Effect] {
    guard let chosen = run?.modes?.chosen, let count = run?.ownModes.count else { return [] }
    return change(.remove(chosen), choosing: max(0, min(chosen, count - 2)))
  }

  // MARK: Typing

  private mutating func typeMode() {
    guard isInPresent(), let run, let mode = run.chosenMode, let chosen = run.modes?.chosen else {
      return
    }
    layers.append(.writing(Writing(.mode(chosen), text: mode.numbers(run.usualDeviation))))
  }

  /// Enter on the numbers of a mode; nil where they are none, with the reason.
  mutating func accept(mode index: Int, _ text: String) throws(CommandError) -> [Effect] {
    guard let run else { return [] }
    let mode: OwnMode
    do { mode = try OwnMode(numbers: text) } catch { throw CommandError(error.words) }
    _ = try ModeEdit.replace(index, mode).setting(of: run.knobs.settings, on: run.experiment)
    return change(.replace(index, mode))
  }
}
