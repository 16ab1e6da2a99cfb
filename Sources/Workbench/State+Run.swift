import Adversarial
import Notebook
import Plotting

extension State {
  /// What the keys of the run page ask for.
  mutating func performOnRun(_ action: Action) -> [Effect] {
    guard run != nil else { return [] }
    if [.playPause, .typeValue].contains(action), let effects = goOn() { return effects }
    takeOver(by: action)
    endSlowMotion(by: action)
    switch action {
    case .slowMotion: return performSlowMotion()
    case .playPause: return playPause()
    case .step: return stepOnce(.advance(steps: 1))
    case .stepDiscriminator: return stepOnce(.stepPlayer(.discriminator))
    case .stepGenerator: return stepOnce(.stepPlayer(.generator))
    case .restart: return restart(seed: run?.seed ?? 0)
    case .newSeed: return restart(seed: (run?.seed ?? 0) &+ 1)
    case .leave: return leave()
    case .abandon: return abandon()
    case .cycleView:
      run?.turnView()
      return look()
    case .modeLife: turnToLife()
    case .nextTab: turnTab(by: 1)
    case .previousTab: turnTab(by: -1)
    case .twin, .nextColumn, .allColumns: return performOnColumns(action)
    case .recordBack, .recordForth, .leapBack, .leapForth, .firstStep, .liveStep, .fork:
      return performOnTime(action)
    case .handOver: return handOver()
    case .enlargeChart, .shrinkChart, .logScale, .smooth, .narrowTime, .widenTime,
      .previousChart, .nextChart, .readBack, .readForth, .readFarBack, .readFarForth,
      .goToReading:
      return performOnCharts(action)
    case .mark, .note, .previousNote, .nextNote, .goToNote, .savePreset:
      return performWriting(action)
    default: return performOnKnobs(action)
    }
    return []
  }

  private mutating func performOnColumns(_ action: Action) -> [Effect] {
    guard let run else { return [] }
    switch action {
    case .twin:
      guard isInPresent() else { return [] }
      guard run.columns.count < Run.mostColumns else {
        say("There is room for \(Run.mostColumns) columns, and all are taken.")
        return []
      }
      say("A twin: the same until you turn a knob of it. c moves the knobs between the columns.")
      return [.send(.twin(of: run.focus))] + look()
    case _ where !run.isTwin: say("There is one column. t makes a twin of it.")
    case .allColumns: self.run?.turnsAll.toggle()
    default:
      self.run?.turnsAll = false
      self.run?.focus = (run.focus + 1) % run.columns.count
    }
    return look()
  }

  private mutating func playPause() -> [Effect] {
    if let more = askForMore() { return more }
    guard let run, canGoOn() else { return [] }
    let isBack = run.isLookingBack
    let train = isBack || !run.isTraining
    self.run?.goal = nil
    self.run?.mean(toTrain: train, at: seconds)
    return (isBack ? [.view(nil)] : []) + [.send(train ? .resume : .pause)] + look()
  }

  /// A run that has taken its steps trains on for half as many again.
  private mutating func askForMore() -> [Effect]? {
    guard let run, run.failure == nil, run.status == .finished else { return nil }
    let isBack = run.isLookingBack
    self.run?.goal = nil
    let more = max(1, run.preset.steps / 2)
    let (taken, left) = (Number.steps(run.live), Number.spaced(more))
    say("The run had taken its \(taken); it trains on for \(left) more.")
    self.run?.mean(toTrain: true, at: seconds)
    return (isBack ? [.view(nil)] : []) + [.send(.advance(steps: more))] + look()
  }

  private mutating func stepOnce(_ command: Command) -> [Effect] {
    guard canGoOn(), isInPresent() else { return [] }
    run?.mean(toTrain: false, at: seconds)
    return [.send(command)] + look()
  }

  mutating func canGoOn() -> Bool {
    guard let run, run.failure == nil else { return false }
    guard case .diverged(let step) = run.status else { return true }
    say("It diverged at step \(step). r starts it again, S with a new seed.")
    return false
  }

  /// A run of its own, from step 0, with the knobs as they stand.
  private mutating func restart(seed: UInt64) -> [Effect] {
    guard let run else { return [] }
    var preset = run.asItStands
    preset.seed = seed
    self.run?.restart(seed: seed, at: seconds)
    return [.start(preset)] + look()
  }

  private mutating func leave() -> [Effect] {
    // One layer out: slow motion first.
    if run?.slowMotion != nil {
      endSlowMotion()
      return look()
    }
    guard let run, run.isInProgress else { return abandon() }
    layers.append(
      .question(
        Question(
          title: "Leave this run?",
          text: "It has trained \(Number.steps(run.live)) and is not kept.",
          yes: "leave", no: "stay", action: .abandon)))
    return []
  }

  private mutating func abandon() -> [Effect] {
    run = nil
    notice = nil
    return [.stop] + (runs.isOpen ? [.listRuns] : [])
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

extension RunState {
  /// The views that there is something to show in.
  var views: [PlaneView] {
    func hasSome(_ part: (Plane) -> Bool) -> Bool {
      moment?.columns.contains { column in
        if case .plane(let plane) = column.picture { part(plane) } else { false }
      } ?? false
    }
    let (hasOptimum, hasCosts) = (hasSome { $0.optimum != nil }, hasSome { $0.costs != nil })
    return PlaneView.allCases.filter {
      $0 == .costs ? hasCosts : hasOptimum || !$0.needsOptimum
    }
  }

  mutating func turnView() {
    let all = views
    view = all[((all.firstIndex(of: view) ?? 0) + 1) % all.count]
  }
}
