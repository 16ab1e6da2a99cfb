import Adversarial
import Experiments
import Notebook
import Plotting

/// The modes of the data while a person edits them.
struct ModesState: Sendable, Equatable {
  /// The mode that keys move and weigh, from 0.
  var chosen = 0
}

extension RunState {
  /// The modes of the column that has the focus, as its knobs stand; empty where the data have
  /// none.
  var ownModes: [OwnMode] { (try? knobs.settings.ownModes(on: experiment)) ?? [] }

  /// The mode that is being edited.
  var chosenMode: OwnMode? {
    guard let modes else { return nil }
    let all = ownModes
    return all.indices.contains(modes.chosen) ? all[modes.chosen] : nil
  }

  /// The deviation of modes that have none of their own.
  var usualDeviation: Float {
    guard case .number(let value)? = knobs.settings["deviation"] else { return 0 }
    return Float(value)
  }
}

extension OwnMode {
  /// The numbers of a mode as knobs: the keys turn them as they turn those.
  static let weightKnob = Hyperparameter(
    "weight", title: "weight", group: "", section: "", explanation: "",
    domain: .number(default: 1, range: 0.001...1_000, scale: .logarithmic))
  static let deviationKnob = Hyperparameter(
    "deviation", title: "deviation", group: "", section: "", explanation: "",
    domain: .number(default: 0.1, range: 0.001...10, scale: .logarithmic))

  /// "1.5, 0, 0.1, 1": what a person changes.
  func numbers(_ usual: Float) -> String {
    [centre.x, centre.y, deviation ?? usual, weight].map { Wording.number(Double("\($0)") ?? 0) }
      .joined(separator: ", ")
  }

  /// The next round value of one of them.
  static func turned(_ value: Float, _ knob: Hyperparameter, up: Bool) -> Float {
    // By its decimal digits: a Float's neighbour in double precision is no round number.
    let exact = Double("\(value)") ?? Double(value)
    guard case .number(let next) = knob.turned(.number(exact), up: up) else { return value }
    return Float(next)
  }
}
