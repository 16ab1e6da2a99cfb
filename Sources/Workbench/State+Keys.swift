import Adversarial
import Notebook

extension State {
  /// A key was pressed: the topmost layer's meaning of it, or a letter of the text typed there.
  mutating func press(_ key: Key) -> [Effect] {
    if notice?.until == nil { notice = nil }
    if let binding = Binding.find(key, in: context) { return perform(binding.action) }
    if context.takesText { type(key) }
    return []
  }

  private mutating func type(_ key: Key) {
    switch layers.last {
    case .filter:
      if contents.filter.take(key) { contents.scroll = 0 }
    case .help(var help):
      if help.search.take(key) {
        help.scroll = 0
        layers[layers.count - 1] = .help(help)
      }
    case .prompt(var prompt):
      if prompt.editor.take(key) {
        prompt.mistake = nil
        layers[layers.count - 1] = .prompt(prompt)
      }
    case .question, nil: break
    }
  }

  /// Does what was asked.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .help: layers.append(.help(HelpState()))
    case .repaint: return [.repaint]
    case .back: back()
    case .accept: return accept()
    case .up, .down, .pageUp, .pageDown, .first, .last: move(action)
    case .start: return start()
    case .filter: layers.append(.filter)
    case .quit: return [.quit]
    default: return performOnRun(action)
    }
    return []
  }

  /// One layer out.
  private mutating func back() {
    let layer = layers.popLast()
    switch layer {
    case .filter, nil: contents.filter = LineEditor()
    case .help, .prompt, .question: break
    }
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
    } else if let scroll = run?.scroll {
      run?.tab = .page
      run?.scroll = max(0, scroll + offset)
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
