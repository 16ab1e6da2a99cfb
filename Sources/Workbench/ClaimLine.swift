import Adversarial
import Experiments
import Notebook
import Plotting

/// The page's claim, and what has been seen of it so far, in words.
struct ClaimLine {
  let run: RunState

  func draw(into frame: inout Frame, in rect: Rect) {
    let seen = Line(" so far  ", .faint) + Line(seenSoFar, seenInk)
    guard rect.rows >= 2 else {
      frame.write(seen, row: 0, in: rect)
      return
    }
    frame.write(Line(" claim   ", .faint) + Line(run.experiment.claim), row: 0, in: rect)
    frame.write(seen, row: 1, in: rect)
  }

  private var seenInk: Ink {
    if run.failure != nil { return .warning }
    if case .diverged = run.status { return .warning }
    return .normal
  }

  private var seenSoFar: String {
    if let failure = run.failure { return failure }
    guard let moment = run.moment else { return "nothing yet" }
    if case .diverged(let step) = run.status {
      return "at step \(Number.spaced(step)) a number was no longer finite: the game diverged, "
        + "which is a result"
    }
    return [modes(moment), belief(moment)].compactMap { $0 }.joined(separator: "; ")
  }

  /// "1 of 8 modes, at most 2 in 6 120 steps".
  private func modes(_ moment: Moment) -> String? {
    let measures = moment.columns[0].measures
    guard let index = measures.firstIndex(where: { $0.name == "modesReached" }),
      case .count(let all) = measures[index].format
    else { return nil }
    let now = measures[index].value
    let text = "\(Number.fixed(now, places: 0)) of \(all) modes"
    let past = moment.columns[0].series(curves: false, index)
    let most = past.filter(\.isFinite).max().map(Double.init)
    guard let most, run.step > 0 else { return text }
    let span = "in \(Number.steps(run.step))"
    return most > now
      ? text + ", at most \(Number.fixed(most, places: 0)) \(span)"
      : text + ", never more \(span)"
  }

  /// What D's outputs on both batches say.
  private func belief(_ moment: Moment) -> String? {
    let curves = zip(moment.columns[0].curveList, moment.columns[0].curves).filter {
      $0.0.kind == .belief
    }
    guard curves.count >= 2, run.step > 0 else { return nil }
    let difference = curves[0].1 - curves[1].1
    guard difference.isFinite else { return nil }
    switch difference {
    case ..<0.1: return "D can hardly tell them apart"
    case ..<0.5: return "D is mostly right"
    default: return "D tells them apart easily"
    }
  }
}

extension Moment.Column {
  /// The past of a curve, or of a measure; empty where none is kept.
  func series(curves isCurve: Bool, _ index: Int) -> [Float] {
    let place = isCurve ? index : curveList.count + index
    return history.series.indices.contains(place) ? history.series[place] : []
  }
}

extension Curve {
  /// On which chart a curve stands.
  enum Kind: CaseIterable {
    /// A player's cost.
    case cost
    /// A probability that D gives.
    case belief
    /// A gradient's norm, and whatever else a page follows.
    case other
  }

  var kind: Kind {
    if name.hasSuffix("Cost") { return .cost }
    return name.hasSuffix("Probability") ? .belief : .other
  }
}
