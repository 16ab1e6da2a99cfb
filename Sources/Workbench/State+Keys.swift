import Adversarial
import Notebook

extension State {
  /// A key was pressed: the topmost layer's meaning of it, or a letter of the text typed there.
  mutating func press(_ key: Key) -> [Effect] {
    if notice?.until == nil { notice = nil }
    // Enter after a digit that was an answer by itself: a habit, and no question to a knob.
    if key == .enter, seconds < answeredUntil { return [] }
    answeredUntil = -.infinity
    let binding = Binding.find(key, in: context)
    // Painting the screen anew is no answer.
    let farewell: [Effect] = isWelcoming && binding?.action != .repaint ? [.welcomed] : []
    if !farewell.isEmpty { isWelcoming = false }
    if let binding { return farewell + perform(binding.action) }
    if context.takesText {
      edit { _ = $0.take(key) }
      if let effects = answerAtOnce() { return farewell + effects }
    }
    return farewell
  }

  /// Does what was asked.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .help: layers.append(.help(HelpState()))
    case .repaint: return [.repaint]
    case .back: return back()
    case .accept: return accept()
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last: move(action)
    case .start: return start()
    case .filter: layers.append(.filter)
    case .quit: return quit()
    case .quitForGood: return [.quit]
    case .palette: layers.append(.palette(PaletteState()))
    case .export: return export()
    case .ledger, .closeLedger, .openEntry, .tryClaim, .tryQuick: return performOnLedger(action)
    case .fan, .widenFan, .fanColumn, .openSeed, .leaveFan, .abandonFan:
      return performOnFan(action)
    case .layerReal, .layerGenerated, .layerField, .layerContour, .layerManifold, .layerArrows,
      .layerTrails, .layerOptimum, .layerModel, .absoluteScale, .zoomIn, .zoomOut, .panLeft,
      .panRight, .panUp, .panDown, .wholePlane, .inspect, .leaveCrosshair, .crosshairLeft,
      .crosshairRight, .crosshairUp,
      .crosshairDown:
      return performOnPlane(action)
    case .editModes, .leaveModes, .previousMode, .nextMode, .modeLeft, .modeRight, .modeUp,
      .modeDown, .addMode, .removeMode, .heavierMode, .lighterMode, .widerMode, .thinnerMode,
      .typeMode:
      return performOnModes(action)
    case .undo,
      .redo where run?.modes != nil:
      return performOnModes(action)
    case .runs, .openRun, .deleteRun, .markRun, .nextCurve, .deleteForGood, .contents:
      return performOnRuns(action)
    default: return performOnRun(action)
    }
    return []
  }

  /// One layer out.
  private mutating func back() -> [Effect] {
    let layer = layers.popLast()
    switch layer {
    case .filter, nil: filterEditor = LineEditor()
    case .writing(let writing):
      if case .prediction = writing.purpose { return answer(nil) }
    case .help, .palette, .prompt, .question: break
    }
    return followGuide()
  }

  private mutating func accept() -> [Effect] {
    switch layers.last {
    case .filter: layers.removeLast()
    case .prompt(var prompt):
      guard let setting = prompt.setting() else {
        layers[layers.count - 1] = .prompt(prompt)
        return []
      }
      layers.removeLast()
      return set(prompt.knob.name, to: setting)
    case .writing(let writing): return accept(writing)
    case .palette(let palette): return accept(palette)
    case .question(let question):
      layers.removeLast()
      return perform(question.action)
    case .help, nil: break
    }
    return []
  }

  private mutating func move(_ action: Action) {
    let screenful = max(1, rows - 6)
    let offset =
      switch action {
      case .up: -1
      case .down: 1
      case .pageUp: -screenful
      case .pageDown: screenful
      case .first: -100_000
      default: 100_000
      }
    if case .help(var help)? = layers.last {
      help.scroll = HelpPage(state: self, help: help).scroll(by: offset)
      layers[layers.count - 1] = .help(help)
    } else if case .palette(var palette)? = layers.last {
      palette.chosen = palette.chosen(by: offset, of: PaletteList(state: self, palette).entries)
      layers[layers.count - 1] = .palette(palette)
    } else if let scroll = run?.scroll {
      run?.tab = .page
      run?.scroll = max(0, scroll + offset)
    } else if fan != nil {
      moveInFan(action)
    } else if ledger.isOpen {
      moveInLedger(by: offset, isPage: action == .pageUp || action == .pageDown)
    } else if runs.isOpen {
      chooseRun(by: offset)
    } else if action == .pageUp || action == .pageDown {
      contents.scroll = max(0, contents.scroll + offset)
    } else {
      choose(by: offset)
    }
  }

  private mutating func start() -> [Effect] {
    guard let page = chosenPage, let preset = chosenPreset else {
      say(chosenPage == nil ? "No page has these letters." : "This page has no preset yet.")
      return []
    }
    run = RunState(experiment: page, preset: preset)
    notice = nil
    return [.start(preset)] + look()
  }
}
