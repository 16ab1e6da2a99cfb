import Adversarial
import Experiments
import Notebook
import Plotting

/// The page's claim, and what has been seen of it so far, in words.
struct ClaimLine {
  let run: RunState
  /// What the ledger says of the claim.
  var verdict = Line()

  func draw(into frame: inout Frame, in rect: Rect) {
    let seen = Line(" so far  ", .faint) + Line(seenSoFar, seenInk)
    guard rect.rows >= 2 else {
      frame.write(seen, row: 0, in: rect)
      return
    }
    frame.write(Line(" claim   ", .faint) + Line(run.experiment.claim), row: 0, in: rect)
    frame.write(seen, row: 1, in: rect)
    let claim = Text.width(of: run.experiment.claim) + 9
    guard verdict.width > 0, claim + verdict.width + 12 <= rect.columns else { return }
    frame.write(Line("ledger  ", .faint) + verdict, row: 0, in: rect, .trailing, offset: 1)
  }

  private var seenInk: Ink {
    if run.failure != nil { return .warning }
    if !run.isPast, case .diverged = run.status { return .warning }
    return .normal
  }

  var seenSoFar: String {
    if let failure = run.failure { return failure }
    guard let moment = run.moment else { return "nothing yet" }
    if !run.isPast, case .diverged(let step) = run.status {
      return "at step \(Number.spaced(step)) a number was no longer finite: the game diverged, "
        + "which is a result"
    }
    guard moment.columns.count > 1 else {
      let column = moment.columns[0]
      let all = [
        modes(column, sayingSpan: true), theory(column), words(column), whereabouts(column),
        belief(column), hops(column),
      ]
      return all.compactMap { $0 }.joined(separator: "; ")
    }
    return twin(moment)
  }

  /// "a 1 of 8 modes, at most 2; b 8 of 8 modes, never more in 6 120 steps; parted at step 1".
  private func twin(_ moment: Moment) -> String {
    guard moment.columns.count < 3 else { return many(moment) }
    var parts = moment.columns.enumerated().compactMap { index, column -> String? in
      let isLast = index == moment.columns.count - 1
      let mark = ColumnState.mark(index)
      if case .diverged(let step) = column.status {
        return "\(mark) diverged at step \(Number.spaced(step))"
      }
      let seen = (modes(column, sayingSpan: isLast) ?? theory(column)).map { "\(mark) \($0)" }
      return seen.map { $0 + (whereabouts(column).map { ", \($0)" } ?? "") }
    }
    let parted = moment.time.parted.map { "parted at step \(Number.spaced($0))" }
    parts.append(parted ?? "not parted yet")
    return parts.joined(separator: "; ")
  }

  /// "a 1, b 2, c 8 of 8 modes; parted at step 1".
  private func many(_ moment: Moment) -> String {
    let measures = moment.columns[0].measures
    let shown = measures.first { $0.name == "modesReached" } ?? measures.first
    let counts = moment.columns.enumerated().map { index, column -> String in
      let mark = ColumnState.mark(index)
      if case .diverged = column.status { return "\(mark) diverged" }
      let measure = column.measures.first { $0.name == shown?.name }
      return "\(mark) \(measure.map { $0.format.bare($0.value) } ?? "–")"
    }
    let parted = moment.time.parted.map { "parted at step \(Number.spaced($0))" }
    let name = shown.map { $0.name == "modesReached" ? "modes reached" : $0.title } ?? ""
    return "\(name): \(counts.joined(separator: ", ")); \(parted ?? "not parted yet")"
  }

  /// "radius 1.645, theory 1.645": the first measure that theory has a number for.
  private func theory(_ column: Moment.Column) -> String? {
    guard let measure = column.measures.first(where: { $0.group == .theory }) else { return nil }
    let text = "\(measure.title) \(measure.format.text(of: measure.value).trimmed)"
    guard !measure.ofReal.isNaN else { return text }
    return text + ", theory \(measure.format.text(of: measure.ofReal).trimmed)"
  }

  /// What theory says of a game of two numbers.
  private func words(_ column: Moment.Column) -> String? {
    if case .phase(let phase) = column.picture { phase.words } else { nil }
  }

  /// "1 of 8 modes, at most 2 in 6 120 steps".
  private func modes(_ column: Moment.Column, sayingSpan: Bool) -> String? {
    guard let index = column.measures.firstIndex(where: { $0.name == "modesReached" }),
      case .count(let all) = column.measures[index].format
    else { return nil }
    let now = column.measures[index].value
    let text = "\(Number.fixed(now, places: 0)) of \(all) modes"
    // Looking back, what came later has not been seen yet.
    let past = column.series(curves: false, index).prefix(column.history.count(upTo: run.step))
    let most = past.filter(\.isFinite).max().map(Double.init)
    guard let most, run.step > 0 else { return text }
    let span = sayingSpan ? " in \(Number.steps(run.step))" : ""
    return most > now
      ? text + ", at most \(Number.fixed(most, places: 0))\(span)" : text + ", never more\(span)"
  }

  /// "5 hops", of those that have been seen.
  private func hops(_ column: Moment.Column) -> String? {
    let count = column.life.hops.count { $0.step <= run.step }
    return count == 0 ? nil : count == 1 ? "1 hop" : "\(count) hops"
  }

  /// "all samples lie outside the plane", where most of them do and nothing of them is to be seen.
  private func whereabouts(_ column: Moment.Column) -> String? {
    guard case .plane(let plane) = column.picture, !plane.generated.isEmpty else { return nil }
    let outside = plane.generated.count { !plane.bounds.contains($0) }
    guard 2 * outside > plane.generated.count else { return nil }
    let share = 100 * Double(outside) / Double(plane.generated.count)
    return outside == plane.generated.count
      ? "all samples lie outside the plane"
      : "\(Number.fixed(share, places: 0)) % of the samples lie outside the plane"
  }

  /// What the costs and D's outputs on both batches say.
  private func belief(_ column: Moment.Column) -> String? {
    LossReading(column, at: run.step)?.words
  }
}

extension Moment.Column {
  /// The past of a curve, or of a measure; empty where none is kept.
  func series(curves isCurve: Bool, _ index: Int) -> [Float] {
    let place = isCurve ? index : curveList.count + index
    return history.series.indices.contains(place) ? history.series[place] : []
  }
}

extension History {
  /// How many records there are up to and including a step.
  func count(upTo step: Int) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return low
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
