import Adversarial
import Experiments
import Notebook
import Plotting

/// What runs, with which seed, how it stands and how fast it goes. Figures keep their columns.
struct TitleLine {
  let run: RunState
  let glyphs: Glyphs

  /// The richest line that fits.
  func line(columns: Int) -> Line {
    let lines = [
      (name + parted, figures), (name, figures),
      (name, shortFigures + Line("  \(elapsed)", .faint)), (name, shortFigures),
      (shortName + apart, shortFigures), (shortName, shortFigures),
      (shortName + apart, tinyFigures),
    ]
    for (left, right) in lines {
      let gap = columns - left.width - right.width - 1
      if gap >= 2 { return left + Line(Text.spaces(gap)) + right }
    }
    let gap = max(1, columns - shortName.width - tinyFigures.width - 1)
    return shortName + Line(Text.spaces(gap)) + tinyFigures
  }

  private var name: Line {
    Line(" \(run.experiment.title)", .accent, .bold)
      + Line(" · \(run.preset.shortName) · seed \(run.seed)") + unrecorded + apart
  }

  private var shortName: Line {
    Line(" \(run.preset.name)", .accent, .bold) + unrecorded
  }

  private var unrecorded: Line { run.isUnrecorded ? Line(" · not recorded", .warning) : Line() }

  /// What sets the columns of a twin apart, or a fork from its parent.
  private var apart: Line {
    guard run.isTwin else {
      guard let fork = run.parent else { return Line() }
      return Line(" · fork of \(fork.name) at \(Number.spaced(fork.step))", .faint)
    }
    let knobs = run.knobsApart
    guard !knobs.isEmpty else { return Line("   no knob differs yet", .faint) }
    let names = knobs.count > 2 ? "\(knobs.count) knobs" : knobs.joined(separator: ", ")
    return Line("   differs in: ", .faint) + Line(names, .accent)
  }

  private var parted: Line {
    guard run.isTwin, let step = run.moment?.time.parted else { return Line() }
    return Line("   parted at step \(Number.spaced(step))", .faint)
  }

  private var figures: Line {
    status + Line("   step \(step) of \(Number.spaced(run.steps))", .normal)
      + Line("   \(rate) steps/s   \(elapsed)", .faint)
  }

  private var shortFigures: Line {
    status + Line("  \(step)/\(Number.spaced(run.steps))") + Line("  \(rate)/s", .faint)
  }

  private var tinyFigures: Line { Line(mark, markInk, .bold) + Line(" \(step)") }

  private var status: Line { Line(mark, markInk, .bold) + Line(" " + word, markInk) }

  private var mark: String {
    run.isLookingBack || run.isPast ? glyphs.past : run.isTraining ? glyphs.playing : glyphs.paused
  }

  private var markInk: Ink {
    switch run.status {
    case .diverged: .warning
    case .finished: .good
    case .training, .paused: run.failure == nil ? .accent : .warning
    }
  }

  /// Eight cells, so that nothing moves when it changes.
  private var word: String {
    if run.failure != nil { return "no game " }
    if run.isLookingBack || run.isPast { return "the past" }
    switch run.status {
    case .diverged: return "diverged"
    case .finished: return "finished"
    case .training, .paused: return run.isTraining ? "training" : "paused  "
    }
  }

  private var step: String {
    Text.trailing(Number.spaced(run.step), in: Text.width(of: Number.spaced(run.steps)))
  }

  private var rate: String {
    guard let rate = run.pace.rate, run.isTraining else { return "     –" }
    return rate < 10
      ? Number.fitted(rate, width: 6, places: 1)
      : Text.trailing(Number.spaced(Int(min(rate.rounded(), 9e8))), in: 6)
  }

  private var elapsed: String { Text.trailing(Number.clock(run.pace.elapsed), in: 5) }
}
