import Notebook
import Plotting

/// A recorded run in one line: name, spark, steps, how it stands, where it was forked.
struct RunRow {
  let row: RunsState.Row
  let isChosen: Bool
  let isMarked: Bool
  let glyphs: Glyphs

  private var card: RunCard { row.card }

  func draw(into frame: inout Frame, in rect: Rect) {
    var rest = rect
    let isNarrow = rect.columns < 100
    let mark = isMarked ? String(glyphs.changed) : " "
    frame.write(
      Line(mark + (isChosen ? "\(glyphs.pointer) " : "  "), .accent, .bold), row: 0,
      in: rest.takeLeft(3))
    let name = rest.takeLeft(isNarrow ? 27 : min(40, rest.columns / 3))
    frame.write(indent + Line(card.id, .normal, isChosen ? .bold : []), row: 0, in: name)
    _ = rest.takeLeft(1)
    let spark = rest.takeLeft(isNarrow ? 10 : 16)
    Sparkline(card.sparks, in: Series.bounds(of: card.sparks, including: [0])).draw(
      into: &frame, row: 0, in: spark, glyphs: glyphs, style: Style(.generated))
    let steps = rest.takeLeft(9)
    frame.write(Line(Number.spaced(card.steps)), row: 0, in: steps, .trailing)
    if !isNarrow {
      let seed = rest.takeLeft(9)
      frame.write(Line("seed \(card.seed)", .faint), row: 0, in: seed, .trailing)
    }
    frame.write(standing, row: 0, in: rest, offset: 2)
  }

  /// Forks hang under their parents.
  private var indent: Line {
    guard row.depth > 0 else { return Line() }
    return Line(
      Text.spaces(2 * (row.depth - 1)) + "\(glyphs.bottomLeft)\(glyphs.horizontal)", .faint)
  }

  private var standing: Line {
    if let problem = card.problem { return Line(problem, .warning) }
    if card.isElsewhere { return Line("recorded elsewhere now", .accent) }
    let fork = card.parent.map { "   fork at \(Number.spaced($0.step))" } ?? ""
    let ink: Ink =
      card.status.hasPrefix("finished")
      ? .good : card.status.hasPrefix("diverged") ? .warning : .normal
    return Line(card.status, ink) + Line(fork, .faint)
  }
}
