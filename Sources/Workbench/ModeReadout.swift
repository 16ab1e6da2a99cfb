import Adversarial
import Foundation
import Notebook
import Plotting

/// The mode that is being edited, in numbers that stand still.
struct ModeReadout {
  private let run: RunState
  private let mode: OwnMode
  private let index: Int
  private let modes: [OwnMode]

  /// nil while nobody edits.
  init?(run: RunState) {
    guard let chosen = run.modes?.chosen, let mode = run.chosenMode else { return nil }
    (self.run, self.mode, index, modes) = (run, mode, chosen, run.ownModes)
  }

  /// One or two lines of so many cells.
  func lines(columns: Int, rows: Int) -> [Line] {
    let first = [
      Line("\(index + 1)", .accent, .bold) + Line(" of \(modes.count)", .faint),
      value("x", Double(mode.centre.x), width: 6), value("y", Double(mode.centre.y), width: 6),
      value("deviation", Double(mode.deviation ?? run.usualDeviation), width: 5),
      value("weight", Double(mode.weight), width: 5),
    ]
    guard rows >= 2 else { return [Line(fitting: first, label: "mode", columns: columns)] }
    return [
      Line(fitting: first, label: "mode", columns: columns),
      Line(fitting: [share("of the data", dataShare)] + found, label: "", columns: columns),
    ]
  }

  private func value(_ name: String, _ value: Double, width: Int) -> Line {
    Line(name + " ", .faint)
      + Line(Number.fitted(value, width: width, places: 3), .normal, .bold)
  }

  private func share(_ words: String, _ share: Double?) -> Line {
    let text = share.map { Number.fitted(100 * $0, width: 5, places: 1) } ?? "    –"
    return Line(text + " %", .normal, .bold) + Line(" " + words, .faint)
  }

  private var dataShare: Double? {
    let whole = modes.reduce(0) { $0 + Double($1.weight) }
    return whole > 0 ? Double(mode.weight) / whole : nil
  }

  /// What the newest measures found there, where they are already those of these modes.
  private var found: [Line] {
    guard let moment = run.moment, moment.columns.indices.contains(run.focus) else { return [] }
    let life = moment.columns[run.focus].life
    guard life.shares.count == modes.count, let samples = life.shares[index].last,
      let logit = life.logits[index].last, samples.isFinite
    else { return [share("of the samples reach it", nil)] }
    let belief = 1 / (1 + exp(-Double(logit)))
    return [share("of the samples reach it", Double(samples)), value("D there", belief, width: 5)]
  }
}
