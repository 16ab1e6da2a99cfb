import Adversarial
import Notebook
import Plotting

/// One step in its phases, for the eye: what D is shown, what it learns from that, what G learns
/// from D. Underneath it is one update of D alone and one of G alone, recorded as such.
struct SlowMotion: Sendable, Equatable {
  enum Phase: Int, Sendable, CaseIterable {
    /// D is shown real data.
    case real
    /// D is shown G's samples.
    case samples
    /// J_D's gradient moves D.
    case discriminator
    /// J_G's gradient, through D, moves G.
    case generator
  }

  private(set) var phase = Phase.real
  /// How the plane was looked at before.
  let viewBefore: PlaneView
  let layersBefore: Set<PlaneLayer>

  init(from run: RunState) { (viewBefore, layersBefore) = (run.view, run.plane.layers) }

  /// The next phase; after the last one a new step begins.
  mutating func goOn() {
    phase = Phase(rawValue: phase.rawValue + 1) ?? .real
  }

  /// What the run has to do as the phase begins.
  var command: Command? {
    switch phase {
    case .real, .samples: nil
    case .discriminator: .stepPlayer(.discriminator)
    case .generator: .stepPlayer(.generator)
    }
  }

  /// The layers that belong to the phase, beside those that were on: D's ground bends, and G's
  /// samples follow arrows.
  var layers: Set<PlaneLayer> {
    switch phase {
    case .real: layersBefore.union([.real])
    case .samples: layersBefore.union([.generated])
    case .discriminator: layersBefore.union([.field, .contour])
    case .generator: layersBefore.union([.generated, .arrows])
    }
  }

  /// How the plane shows the phase best.
  var view: PlaneView {
    switch phase {
    case .real: .split
    case .samples: .generated
    case .discriminator: .field
    case .generator: .overlay
    }
  }
}

/// A phase in two lines, in the place of the claim.
struct SlowMotionLines {
  let slow: SlowMotion
  let run: RunState

  func lines(columns: Int, rows: Int) -> [Line] {
    let count = SlowMotion.Phase.allCases.count
    let head =
      Line(" slow    ", .faint) + Line("\(slow.phase.rawValue + 1) of \(count)  ", .accent, .bold)
      + Line(title, .normal, .bold) + Line("  \(figures)")
    let hint = Line("p", .accent, .bold) + Line(" \(next)", .faint)
    guard rows > 1 else { return [head.clipped(to: columns - hint.width - 3) + Line("  ") + hint] }
    let room = columns - 9 - hint.width - 4
    let words = Text.width(of: sentence) <= room ? sentence : brief
    return [head, Line(Text.spaces(9)) + Line(words).clipped(to: room) + Line("   ") + hint]
      .map { $0.clipped(to: columns) }
  }

  private var title: String {
    switch slow.phase {
    case .real: "a real batch"
    case .samples: "G's samples"
    case .discriminator: "D's gradient and update"
    case .generator: "G's gradient and update"
    }
  }

  /// What the next press does.
  private var next: String {
    switch slow.phase {
    case .real: "G's samples"
    case .samples: "updates D"
    case .discriminator: "updates G"
    case .generator: "a new batch"
    }
  }

  private var figures: String {
    switch slow.phase {
    case .real: "\(number("batch")) points x, D(x) \(curve("realProbability"))"
    case .samples:
      "\(number("batch")) z of \(number("noiseDimension")) numbers, "
        + "D(G(z)) \(curve("generatedProbability"))"
    case .discriminator:
      "J_D \(curve("discriminatorCost"))  ‖∇J_D‖ \(curve("discriminatorGradientNorm"))"
    case .generator: "J_G \(curve("generatorCost"))  ‖∇J_G‖ \(curve("generatorGradientNorm"))"
    }
  }

  private var sentence: String {
    switch slow.phase {
    case .real:
      "D is shown them on the left, and should say \(number("realTarget"))\(meaning(": real"))."
    case .samples:
      "The same D is shown these, and should say \(number("fakeTarget"))\(meaning(": not real"))."
    case .discriminator:
      "D moved down the gradient of J_D, so its ground has bent. G stood still."
    case .generator: "G moved its samples along D's slope, towards what D calls real."
    }
  }

  /// The same where there is little room.
  private var brief: String {
    switch slow.phase {
    case .real: "D should say \(number("realTarget"))."
    case .samples: "D should say \(number("fakeTarget"))."
    case .discriminator: "Its ground has bent."
    case .generator: "Its samples have moved."
    }
  }

  /// What a target means, where the one for real data is the larger.
  private func meaning(_ words: String) -> String {
    func target(_ name: String) -> Double? {
      guard case .number(let value)? = run.knobs.applied[name] else { return nil }
      return value
    }
    guard let real = target("realTarget"), let fake = target("fakeTarget"), real <= fake else {
      return words
    }
    return ""
  }

  private func number(_ name: String) -> String {
    run.knobs.applied[name].map(\.text) ?? "–"
  }

  private func curve(_ name: String) -> String {
    guard let column = run.moment?.columns[min(run.focus, run.columns.count - 1)],
      let index = column.curveList.firstIndex(where: { $0.name == name }),
      column.curves.indices.contains(index)
    else { return "–" }
    return ChartRow.text(of: column.curves[index]).trimmed
  }
}

extension State {
  /// The next phase of a step in slow motion; the first press pauses and begins.
  mutating func performSlowMotion() -> [Effect] {
    guard canGoOn(), isInPresent(), let run, run.moment != nil else { return [] }
    guard var slow = run.slowMotion else {
      let isTraining = run.isTraining
      self.run?.show(SlowMotion(from: run))
      self.run?.mean(toTrain: false, at: seconds)
      return (isTraining ? [.send(.pause)] : []) + look()
    }
    slow.goOn()
    self.run?.show(slow)
    return (slow.command.map { [.send($0)] } ?? []) + look()
  }

  /// Shows the plane as it was before; a phase that has begun stays done.
  mutating func endSlowMotion() {
    guard let slow = run?.slowMotion else { return }
    run?.slowMotion = nil
    run?.view = slow.viewBefore
    run?.plane.layers = slow.layersBefore
  }

  /// What else is done to the run ends slow motion.
  mutating func endSlowMotion(by action: Action) {
    switch action {
    case .playPause, .step, .stepDiscriminator, .stepGenerator, .restart, .newSeed, .cycleView,
      .twin, .fork, .recordBack, .leapBack, .firstStep, .goToNote, .goToReading, .enlargeChart,
      .modeLife:
      endSlowMotion()
    default: break
    }
  }
}

extension RunState {
  fileprivate mutating func show(_ slow: SlowMotion) {
    slowMotion = slow
    view = slow.view
    plane.layers = slow.layers
  }
}
