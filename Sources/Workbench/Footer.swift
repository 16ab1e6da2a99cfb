import Plotting

/// The keys that work now, as many as the width lets in.
struct Footer {
  let context: Context
  /// What space does to the run: it has one key and two words.
  var isTraining = true
  /// Whether there are columns to move between.
  var isTwin = true

  /// A key or two and what they do.
  struct Hint {
    var keys: String
    /// What each of the keys does.
    var actions: [Action]
    let label: String
    let rank: Int
    var width: Int { Text.width(of: keys) + Text.width(of: label) + 1 }
  }

  /// The hints that fit, and the blanks between them.
  func shown(columns: Int) -> (hints: [Hint], gap: Int) {
    var kept = hints
    let gap = columns < 80 ? 2 : 3
    while width(of: kept, gap: gap) > columns - 1,
      let last = kept.indices.max(by: { kept[$0].rank <= kept[$1].rank })
    {
      kept.remove(at: last)
    }
    return (kept, gap)
  }

  func line(columns: Int) -> Line {
    let (kept, gap) = shown(columns: columns)
    return kept.enumerated().reduce(Line(" ")) { line, hint in
      line + Line(hint.offset == 0 ? "" : Text.spaces(gap))
        + Line(hint.element.keys, .accent, .bold) + Line(" " + hint.element.label, .faint)
    }
  }

  private func label(of binding: Binding) -> String {
    switch binding.action {
    case .playPause: isTraining ? binding.label : Text.leading("run", in: 5)
    case .tryClaim: isTraining ? "stop" : Text.leading(binding.label, in: 4)
    default: binding.label
    }
  }

  private func width(of hints: [Hint], gap: Int) -> Int {
    hints.reduce(0) { $0 + $1.width + gap } - gap
  }

  private func isShown(_ binding: Binding) -> Bool {
    guard binding.contexts.contains(context), !binding.label.isEmpty else { return false }
    return isTwin || ![.nextColumn, .allColumns, .fanColumn].contains(binding.action)
  }

  /// Neighbours that do the same share a hint: "↑↓ knob".
  private var hints: [Hint] {
    var hints: [Hint] = []
    for binding in Binding.table where isShown(binding) {
      let key = binding.keys[0].name
      if let last = hints.last, last.label == binding.label {
        hints[hints.count - 1].keys += key
        hints[hints.count - 1].actions.append(binding.action)
      } else {
        hints.append(
          Hint(
            keys: key, actions: [binding.action], label: label(of: binding), rank: binding.rank))
      }
    }
    return hints
  }
}

extension Text {
  /// So many blanks.
  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
