import Adversarial
import Experiments
import Notebook
import Plotting

extension Report {
  /// "Mode collapse: ReLU, radius 2".
  var title: String {
    preset.title.isEmpty ? experiment.title : "\(experiment.title): \(preset.title)"
  }

  var isTwin: Bool { last.columns.count > 1 }

  /// "mode-collapse-paper, seed 1, 25 000 steps, finished, kernels avx2+fma".
  var facts: String {
    let name = id.map { ["run \($0)"] } ?? []
    return
      (name + [
        "preset \(preset.name)", "seed \(last.seed)", Number.steps(last.step), status,
        "kernels \(last.kernel)",
      ]).joined(separator: ", ")
  }

  /// How the run stands, in words.
  var status: String {
    switch last.status {
    case .finished: "finished"
    case .diverged(let step): "diverged at step \(Number.spaced(step))"
    case .training, .paused: "stopped at step \(Number.spaced(last.step))"
    }
  }

  /// "§5.1.1, fig. 22".
  var place: String {
    [experiment.section, experiment.figure].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What each column is called; "generated" where it is alone.
  var columnTitles: [String] {
    guard isTwin else { return ["generated"] }
    return last.columns.enumerated().map { index, column in
      column.title.isEmpty ? "column \(index + 1)" : column.title
    }
  }

  /// What has been seen of the claim, in the words of the screen: a line a column.
  var seen: [String] {
    last.columns.indices.map { index in
      var moment = last
      moment.columns = [last.columns[index]]
      var run = RunState(experiment: experiment, preset: preset)
      run.take(moment, at: 0)
      let words = ClaimLine(run: run).seenSoFar
      return isTwin ? "\(columnTitles[index]): \(words)" : words
    }
  }

  /// Where twins parted; nil for a plain run.
  var parting: String? {
    guard isTwin else { return nil }
    return last.time.parted.map {
      "The columns part at step \(Number.spaced($0)): that step's curves are the first that differ."
    } ?? "The columns have not parted: all their curves are the same."
  }

  /// The most telling measure of a moment's column in a few words: "1 of 8 reached".
  static func caption(of column: Moment.Column) -> String {
    if case .diverged = column.status { return "diverged" }
    let measure = column.measures.first { $0.name == "modesReached" } ?? column.measures.first
    return measure.map { "\($0.format.text(of: $0.value).trimmed) \($0.title)" } ?? ""
  }

  /// The preset as a file, with the seed it was run with.
  var presetText: String { preset.yaml.trimmed }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
