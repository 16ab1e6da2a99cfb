/// What a key means, where, and how it is told. One table feeds dispatch, footer and help.
struct Binding: Sendable {
  let keys: [Key]
  let action: Action
  /// One or two words for the footer; neighbours with the same label share a hint.
  let label: String
  /// A sentence for the help page.
  let help: String
  /// The heading on the help page.
  let group: String
  let contexts: Set<Context>
  /// When the footer is too narrow, high numbers go first.
  let rank: Int

  init(
    _ keys: [Key], _ action: Action, _ label: String, _ help: String, group: String,
    in contexts: Set<Context>, rank: Int
  ) {
    self.keys = keys
    self.action = action
    self.label = label
    self.help = help
    self.group = group
    self.contexts = contexts
    self.rank = rank
  }

  /// The binding of a key in a context.
  static func find(_ key: Key, in context: Context) -> Binding? {
    table.first { $0.contexts.contains(context) && $0.keys.contains(key) }
  }
}

extension Key {
  /// The key as the footer and the help page write it.
  var name: String {
    switch self {
    case .character(" "): "space"
    case .character("\u{0C}"): "Ctrl-L"
    case .character(let character): String(character)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
