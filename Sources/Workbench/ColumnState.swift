import Adversarial
import Notebook
import Plotting

/// One game of the run as the screen knows it.
struct ColumnState: Sendable {
  let title: String
  var knobs: Knobs
  /// What is kept of its plane from look to look.
  var plane = PlaneMemory()

  init(title: String, knobs: Knobs) {
    self.title = title
    self.knobs = knobs
  }

  init(_ column: Preset.Column) {
    self.init(title: column.title, knobs: Knobs(preset: column.settings))
  }

  /// What tells a column from its neighbours, in one letter.
  static func mark(_ index: Int) -> String {
    let marks = ["a", "b", "c", "d"]
    return marks.indices.contains(index) ? marks[index] : "\(index + 1)"
  }
}

extension ColumnState {
  /// The ink of a column's curves where all share an axis; none is that of a kind of points.
  static func ink(_ index: Int) -> Ink {
    let inks: [Ink] = [.normal, .warning, .good, .accent]
    return inks[index % inks.count]
  }
}

extension RunState {
  /// Whether several games train side by side.
  var isTwin: Bool { columns.count > 1 }

  /// The name of a column: its mark and its title.
  func name(of index: Int) -> Line {
    let title = columns.indices.contains(index) ? columns[index].title : ""
    let isFocused = index == focus || turnsAll
    let mark = Line(ColumnState.mark(index), isFocused ? .accent : .normal, .bold)
    return mark + Line(" " + (title.isEmpty ? "original" : title), isFocused ? .normal : .faint)
  }

  /// How to come to the next column where they stand behind each other.
  func columnHint(_ column: Int) -> Line {
    Line("c", .accent, .bold) + Line(" column \(column + 1) of \(columns.count)", .faint)
  }

  /// The knobs that do not stand alike in all columns.
  var knobsApart: [String] {
    knobs.hyperparameters.filter { knob in
      columns.contains { $0.knobs.settings[knob.name] != knobs.settings[knob.name] }
    }.map(\.title)
  }

  /// The columns that a turn of a knob goes to.
  var turned: [Int] { turnsAll ? Array(columns.indices) : [focus] }

  /// A command was refused: back to what the run uses.
  mutating func revert() {
    pendingFork = nil
    for index in columns.indices { columns[index].knobs.revert() }
  }

  /// Takes what the run says of its columns; one more may have come, or one not be there yet.
  ///
  /// - Parameter keepsField: whether the fields stay as they are for now.
  mutating func take(_ new: [Moment.Column], step: Int, keepsField: Bool = false) {
    while columns.count > max(1, new.count) { columns.removeLast() }
    for (index, column) in new.enumerated() {
      if index == columns.count {
        let knobs = Knobs(preset: columns[0].knobs.preset)
        columns.append(ColumnState(title: column.title, knobs: knobs))
      }
      columns[index].knobs.take(column.settings)
      if case .plane(let plane) = column.picture {
        columns[index].plane.take(plane, step: step, keepsField: keepsField)
      }
    }
    focus = min(focus, columns.count - 1)
  }
}
