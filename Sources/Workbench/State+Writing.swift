import Adversarial
import Notebook
import Plotting

extension State {
  /// What the keys for marks, notes, presets and exports ask for.
  mutating func performWriting(_ action: Action) -> [Effect] {
    guard let run else { return [] }
    switch action {
    case .mark: return mark()
    case .note:
      let step = run.goal ?? run.step
      layers.append(.writing(Writing(.note(step: step, isPast: run.isLookingBack))))
    case .previousNote: chooseNote(by: -1)
    case .nextNote: chooseNote(by: 1)
    case .goToNote:
      let remarks = run.remarks
      guard remarks.indices.contains(run.chosenNote) else { return [] }
      return look(at: remarks[run.chosenNote].step)
    case .savePreset:
      layers.append(.writing(Writing(.presetName, text: "\(run.preset.name)-2")))
    default: break
    }
    return []
  }

  /// Asks for the format of an export, of the run on the screen or of the one chosen in the list.
  mutating func export() -> [Effect] {
    if run == nil {
      guard let card = chosenRun else { return [] }
      layers.append(.writing(Writing(.format(run: card.id), text: "md")))
    } else {
      layers.append(.writing(Writing(.format(run: nil), text: "md")))
    }
    return []
  }

  private mutating func mark() -> [Effect] {
    guard let run, run.moment != nil else { return [] }
    let step = run.goal ?? run.step
    say("Marked step \(Number.spaced(step)).")
    return [.send(.mark(at: run.isLookingBack ? step : nil))] + look()
  }

  private mutating func chooseNote(by offset: Int) {
    guard let run else { return }
    self.run?.chosenNote = min(max(0, run.chosenNote + offset), max(0, run.remarks.count - 1))
  }

  /// Enter on what was written.
  mutating func accept(_ writing: Writing) -> [Effect] {
    var writing = writing
    let text = writing.editor.text.trimmed
    layers.removeLast()
    switch writing.purpose {
    case .note(let step, let isPast):
      guard !text.isEmpty else { return [] }
      say("Noted at step \(Number.spaced(step)).")
      return [.send(.note(text, at: isPast ? step : nil))] + look()
    case .presetName:
      guard let name = Writing.name(from: text) else {
        writing.mistake = "letters, digits and dashes"
        break
      }
      guard var preset = run?.asItStands else { return [] }
      preset.name = name
      return [.savePreset(preset, name: name)]
    case .format(let id):
      let matches = Writing.formats.filter { $0.hasPrefix(text.lowercased()) }
      guard !text.isEmpty, let format = matches.first else {
        writing.mistake = "one of \(Writing.formats.joined(separator: ", "))"
        break
      }
      return [.export(run: id, format: format)]
    case .mode(let index):
      do {
        return try accept(mode: index, text)
      } catch {
        writing.mistake = error.description
      }
    case .prediction(let prediction):
      return answer(text, to: prediction, in: writing)
    }
    layers.append(.writing(writing))
    return []
  }

  /// A text came in one piece: it goes where letters go.
  mutating func paste(_ text: String) {
    edit { $0.paste(text) }
  }

  /// Lets the line that is being typed change.
  mutating func edit(_ change: (inout LineEditor) -> Void) {
    switch layers.last {
    case .filter:
      change(&filterEditor)
      contents.scroll = 0
    case .help(var help):
      change(&help.search)
      help.scroll = 0
      layers[layers.count - 1] = .help(help)
    case .palette(var palette):
      change(&palette.editor)
      palette.chosen = 0
      palette.mistake = nil
      layers[layers.count - 1] = .palette(palette)
    case .prompt(var prompt):
      change(&prompt.editor)
      prompt.mistake = nil
      layers[layers.count - 1] = .prompt(prompt)
    case .writing(var writing):
      change(&writing.editor)
      writing.mistake = nil
      layers[layers.count - 1] = .writing(writing)
    case .question, nil: break
    }
  }
}

extension RunState {
  /// The preset with the knobs as they stand on the screen.
  var asItStands: Preset {
    var preset = preset
    preset.seed = seed
    preset.settings = columns[0].knobs.settings
    preset.twins = []
    guard isTwin else { return preset }
    preset.twins = columns.enumerated().map { index, column in
      let title = column.title.isEmpty ? "original" : column.title
      return Preset.Column(title: title, settings: columns[index].knobs.settings)
    }
    return preset
  }
}
