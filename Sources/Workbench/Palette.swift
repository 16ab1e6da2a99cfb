import Adversarial
import Experiments
import Notebook
import Plotting

/// What is being looked for among the commands.
struct PaletteState: Sendable {
  var editor = LineEditor()
  var chosen = 0
  /// Why it can't be done, as long as it stands there.
  var mistake: String?

  /// The place that so many lines up or down lead to.
  func chosen(by offset: Int, of entries: [PaletteList.Entry]) -> Int {
    min(max(0, chosen + offset), max(0, entries.count - 1))
  }
}

/// Every command of the page beneath by name, every knob of a run, and on the contents every page
/// and preset: best likeness first.
struct PaletteList {
  let entries: [Entry]

  /// Something that can be done.
  struct Entry {
    let text: String
    /// The key that does the same, or where a knob stands.
    let keys: String
    let deed: Deed
  }

  /// What Enter does.
  enum Deed {
    case action(Action)
    /// Completes the words to "set NAME ".
    case knob(Hyperparameter)
    case set(Hyperparameter, value: String)
    /// A page is gone to, a preset started.
    case choose(ContentsState.Place)
  }

  init(state: State, _ palette: PaletteState) {
    let text = palette.editor.text
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    let isSetting = words.first == "set" && text.contains(" ")
    if isSetting, let knobs = state.run?.knobs {
      entries = Self.settings(knobs, words.dropFirst().map(String.init), text)
      return
    }
    let commands = Self.commands(in: state.pageContext) + Self.knobs(of: state)
    entries = Self.ranked(commands + Self.contents(of: state), by: text)
  }

  private static func commands(in context: Context) -> [Entry] {
    var actions: Set<Action> = [.palette, .back, .repaint]
    return Binding.table.filter { $0.contexts.contains(context) }.compactMap { binding in
      guard actions.insert(binding.action).inserted else { return nil }
      return Entry(
        text: "\(binding.action.name): \(binding.help)", keys: binding.keys[0].name,
        deed: .action(binding.action))
    }
  }

  private static func knobs(of state: State) -> [Entry] {
    (state.run?.knobs.hyperparameters ?? []).map { knob in
      let setting = state.run?.knobs.settings[knob.name]?.text ?? ""
      return Entry(
        text: "set \(knob.name): \(knob.title)", keys: setting, deed: .knob(knob))
    }
  }

  private static func contents(of state: State) -> [Entry] {
    guard state.pageContext == .contents else { return [] }
    return state.pages.flatMap { page in
      let presets = state.presets(of: page.name).map { preset in
        Entry(
          text: "start \(preset.name): \(preset.title)", keys: page.section,
          deed: .choose(.preset(page: page.name, name: preset.name)))
      }
      let open = Entry(
        text: "open \(page.name): \(page.title)", keys: page.section,
        deed: .choose(.page(page.name)))
      return [open] + presets
    }
  }

  /// "set batch 256" names a knob by the letters it has, then the value.
  private static func settings(_ knobs: Knobs, _ words: [String], _ text: String) -> [Entry] {
    let name = words.first ?? ""
    let isNamed = words.count > 1 || (!name.isEmpty && text.hasSuffix(" "))
    let exact = knobs.hyperparameters.filter { $0.name.lowercased() == name.lowercased() }
    if isNamed, let knob = exact.first {
      let value = words.count > 1 ? words[1] : ""
      return [
        Entry(
          text: "set \(knob.name) \(value)", keys: knob.rangeText,
          deed: .set(knob, value: value))
      ]
    }
    let all = knobs.hyperparameters.map { knob in
      Entry(
        text: "set \(knob.name): \(knob.title)", keys: knobs.settings[knob.name]?.text ?? "",
        deed: .knob(knob))
    }
    return ranked(all, by: name)
  }

  private static func ranked(_ entries: [Entry], by wanted: String) -> [Entry] {
    let scored = entries.enumerated().compactMap { index, entry in
      Likeness(of: entry.text, for: wanted).map { (score: $0.score, index: index, entry: entry) }
    }
    return scored.sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map(\.entry)
  }
}
