public import Adversarial
private import Experiments

extension Run {
  /// One step of each column's game as a module of StableHLO, with how to use it in comments.
  ///
  /// - Throws: ``DesignError`` where a game is no single trace.
  public func stableHLO() throws(DesignError) -> String {
    var (functions, notes): ([String], [String]) = ([], [])
    for (index, column) in columns.enumerated() {
      let name = index == 0 ? "main" : "column\(index + 1)"
      let game = try experiment.design(column.settings)
      guard let step = game.exportedStep(named: name, settings: column.settings) else {
        throw DesignError("a step of the page \(experiment.name) is no single program to export")
      }
      functions.append(step.text)
      notes += note(step, name, column.title)
    }
    let head = [
      "One step of \(experiment.name), seed \(preset.seed), as ganbook traced it.",
      "",
      "Every function goes from the state, the numbers among the settings and the draws to the",
      "new state, in the same order, and the curves. The first state is what",
      "  ganbook export … --format safetensors --at 0",
      "writes, by the same names (of twins with the side's name before them). Draws are fresh for",
      "each step: normal.N are standard normals and uniform.N uniform in (0, 1), by any",
      "generator; ganbook's own are Philox4x32-10 of (seed, stream N, step, row, column).",
    ]
    let lines = (head + notes).map { $0.isEmpty ? "//" : "// " + $0 }
    return (lines + ["module @ganbook {"] + functions + ["}", ""]).joined(separator: "\n")
  }

  private func note(_ step: ExportedStep, _ name: String, _ title: String) -> [String] {
    let curves = step.curves.map(\.name).joined(separator: ", ")
    let numbers = step.numbers.map { "  \($0.name) = \($0.value)" }
    let wait =
      step.headStart > 0
      ? ["In the first \(step.headStart) steps the generator waits: its state stays as it was."]
      : []
    let clock = step.clock.map {
      ["Between numbers and draws, the number of the step, from 0: \($0)"]
    }
    return ["", "@\(name)" + (title.isEmpty ? "" : ": \(title)")] + wait
      + ["Numbers of the settings now:"] + numbers + (clock ?? []) + ["Curves: \(curves)"]
  }
}
