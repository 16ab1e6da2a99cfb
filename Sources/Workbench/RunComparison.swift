import Adversarial
import Notebook
import Plotting

/// What sets two recorded runs apart: the marked one and the one under the cursor.
struct RunComparison: Equatable {
  /// One difference: what it is, and how the two runs have it.
  struct Row: Equatable {
    let title: String
    let marked: String
    let chosen: String
  }

  let rows: [Row]
  private static let missing = "-"

  init(_ marked: RunCard, _ chosen: RunCard) {
    var rows: [Row] = []
    func add(_ title: String, _ one: String?, _ other: String?) {
      guard one != other else { return }
      rows.append(
        Row(title: title, marked: one ?? Self.missing, chosen: other ?? Self.missing))
    }
    add("page", marked.page, chosen.page)
    add("preset", marked.preset, chosen.preset)
    add("seed", String(marked.seed), String(chosen.seed))
    add("steps", Number.spaced(marked.steps), Number.spaced(chosen.steps))
    add("status", Self.word(marked.status), Self.word(chosen.status))
    let count = max(marked.sides.count, chosen.sides.count)
    for index in 0..<count {
      let (one, other) = (marked.side(index), chosen.side(index))
      let mark = count > 1 ? "\(ColumnState.mark(index)) " : ""
      for knob in Self.knobs(one, other) {
        add(mark + knob.title, one?.settings[knob.name]?.text, other?.settings[knob.name]?.text)
      }
      for title in Self.measures(one, other) {
        add(mark + title, one?.measured(title), other?.measured(title))
      }
    }
    self.rows = rows
  }

  /// How a run ended, without the step, which has a row of its own.
  private static func word(_ status: String) -> String {
    status.split(separator: " ").first.map(String.init) ?? status
  }

  /// The knobs of both sides in their order.
  private static func knobs(_ one: RunCard.Side?, _ other: RunCard.Side?) -> [Hyperparameter] {
    let own = one?.settings.hyperparameters ?? []
    let more = (other?.settings.hyperparameters ?? []).filter { knob in
      !own.contains { $0.name == knob.name }
    }
    return own + more
  }

  private static func measures(_ one: RunCard.Side?, _ other: RunCard.Side?) -> [String] {
    let own = (one?.measures ?? []).map(\.title)
    return own + (other?.measures ?? []).map(\.title).filter { !own.contains($0) }
  }
}

extension RunCard {
  fileprivate func side(_ index: Int) -> Side? {
    sides.indices.contains(index) ? sides[index] : nil
  }
}

extension RunCard.Side {
  fileprivate func measured(_ title: String) -> String? {
    measures.first { $0.title == title }?.text
  }
}
