import Notebook
import Plotting

/// The differences between the marked run and the one under the cursor, a row each.
struct ComparisonPanel {
  let marked: RunCard
  let chosen: RunCard?
  /// The name of the curve to show; the usual one where it is nil.
  var curve: String?
  let glyphs: Glyphs

  /// Narrower than this the panel stands below the list.
  static let columns = 48

  func draw(into frame: inout Frame, in rect: Rect) {
    var area = rect.inset(columns: 1)
    if let chosen, chosen.id != marked.id,
      let curves = CurveComparison(curve, marked, chosen)
    {
      let rows = CurveComparison.rows(of: area.rows)
      curves.draw(into: &frame, in: area.takeBottom(rows), glyphs: glyphs)
      if rows > 3 { _ = area.takeBottom(1) }
    }
    frame.write(lines(columns: area.columns, rows: area.rows), in: area)
  }

  private func lines(columns: Int, rows: Int) -> [Line] {
    let head = [Line("\(glyphs.changed) ", .accent, .bold) + Line(marked.id, .normal, .bold)]
    guard let chosen, chosen.id != marked.id else {
      return head + [Line("Choose another run to see what differs.", .faint)]
    }
    guard !marked.isBrief, !chosen.isBrief else {
      return head + [Line("Reading both runs …", .faint)]
    }
    let rows = max(1, rows - 3)
    let comparison = RunComparison(marked, chosen).rows
    let pointer = Line("\(glyphs.pointer) ", .accent, .bold) + Line(chosen.id, .normal, .bold)
    guard !comparison.isEmpty else {
      return head + [pointer, Line("Nothing differs in knobs and measures.", .faint)]
    }
    // The last row says how many more there are.
    let shown = comparison.count > rows ? max(0, rows - 1) : comparison.count
    var lines = head + [pointer, heading(columns)]
    lines += comparison.prefix(shown).map { line($0, columns) }
    if shown < comparison.count {
      lines.append(Line("… \(comparison.count - shown) more differences", .faint))
    }
    return lines.map { $0.clipped(to: columns) }
  }

  private func heading(_ columns: Int) -> Line {
    let width = width(columns)
    return Line(Text.leading("", in: columns - 2 * width), .faint)
      + Line(Text.trailing(String(glyphs.changed), in: width), .accent)
      + Line(Text.trailing(String(glyphs.pointer), in: width), .accent)
  }

  private func line(_ row: RunComparison.Row, _ columns: Int) -> Line {
    let width = width(columns)
    return Line(Text.leading(row.title, in: max(0, columns - 2 * width)), .faint)
      + Line(Text.trailing(" " + row.marked, in: width))
      + Line(Text.trailing(" " + row.chosen, in: width))
  }

  /// Cells of a value.
  private func width(_ columns: Int) -> Int { min(16, columns / 3) }
}
