import Adversarial
import Notebook

extension Report {
  /// Something that was done to the run and that could change a number.
  struct Change: Equatable {
    let step: Int
    /// "D learning rate 1e-4 → 3e-4".
    let words: String
  }

  /// Every change in the order it was made.
  var changes: [Change] {
    var standing = preset.columns.map(\.settings)
    return last.time.commands.compactMap { stamped in
      words(of: stamped.command, &standing).map { Change(step: stamped.step, words: $0) }
    }
  }

  private func words(of command: Command, _ standing: inout [Settings]) -> String? {
    switch command {
    case .set(let name, let setting, let column):
      return set(name, to: setting, in: column, &standing)
    case .stepPlayer(let player):
      return "one step of \(player == .discriminator ? "D" : "G") alone"
    case .twin(let original):
      guard standing.indices.contains(original) else { return nil }
      standing.append(standing[original])
      return "column \(standing.count), a twin of column \(original + 1)"
    case .pause, .resume, .advance, .mark, .note, .answer: return nil
    }
  }

  private func set(
    _ name: String, to setting: Setting, in column: Int?, _ standing: inout [Settings]
  ) -> String {
    var before: [String] = []
    for index in standing.indices where column == nil || column == index {
      let old = standing[index][name].map { $0.text } ?? "?"
      if !before.contains(old) { before.append(old) }
      // What could not be set was refused, and never became a command.
      try? standing[index].set(name, to: setting)
    }
    let title = preset.settings.hyperparameters.first { $0.name == name }?.title ?? name
    let place = column.map { " in column \($0 + 1)" } ?? ""
    return "\(title) \(before.joined(separator: ", ")) → \(setting.text)\(place)"
  }
}
