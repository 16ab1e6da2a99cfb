import Notebook
import Plotting

extension ChartRow {
  /// How the columns of a run share a row.
  enum Arrangement {
    /// Each has a value and a curve of its own.
    case apart
    /// The values side by side, and all curves on one axis, told apart by ink: from two rows on,
    /// as a cell has one ink.
    case overlaid
  }

  /// Where the parts of a row stand.
  struct Places {
    var name: Rect
    /// A value each, and the curve where each has its own.
    var parts: [Rect]
    /// The curves that share an axis.
    var curves: Rect
    /// The least value and the greatest.
    var ends: Rect
    var beside: Rect
  }

  /// Narrower than this, there is no column for what a value is compared with.
  static func widthForBeside(parts: Int) -> Int { 18 + 16 * parts }
  /// Cells for the least value and the greatest, and the least that leaves for a curve.
  static let endsWidth = 10
  private static let leastCurve = 8

  static func places(of count: Int, _ arrangement: Arrangement, in rect: Rect) -> Places {
    var rest = rect
    let name = rest.takeLeft(titleWidth)
    let isOverlaid = arrangement == .overlaid && count > 1
    let needed = isOverlaid ? titleWidth + valueWidth * count + 8 : widthForBeside(parts: count)
    let beside = rest.takeRight(rect.columns < needed ? 0 : besideWidth + 1)
    let values = isOverlaid ? valueWidth * count + 1 : valueWidth + 1
    let needs = isOverlaid || count == 1 ? values + leastCurve : (values + leastCurve) * count
    let hasEnds = rest.columns - needs >= endsWidth
    let ends = rest.takeRight(hasEnds ? endsWidth : 0)
    if isOverlaid {
      let parts = (0..<count).map { _ in rest.takeLeft(valueWidth) }
      _ = rest.takeLeft(1)
      return Places(name: name, parts: parts, curves: rest, ends: ends, beside: beside)
    }
    let parts = (0..<count).map { index in
      let part = rest.takeLeft(rest.columns / (count - index))
      // A blank keeps a part off its neighbour.
      return index == 0 || part.columns <= valueWidth
        ? part
        : Rect(column: part.column + 1, row: part.row, columns: part.columns - 1, rows: part.rows)
    }
    return Places(name: name, parts: parts, curves: rest, ends: ends, beside: beside)
  }

  /// - Parameter columns: the columns of the run that the parts are of.
  func draw(
    into frame: inout Frame, in rect: Rect, glyphs: Glyphs, _ arrangement: Arrangement = .apart,
    columns: [Int] = [0]
  ) {
    guard !rect.isEmpty else { return }
    let inks = columns.count > 1 ? columns.map(ColumnState.ink) : [ink]
    let places = Self.places(of: parts.count, arrangement, in: rect)
    frame.write(Line(title, ink == .normal ? .faint : ink), row: 0, in: places.name)
    if arrangement == .overlaid, parts.count > 1 {
      for (index, part) in parts.enumerated() {
        let ink = inks[index % inks.count]
        frame.write(Line(part.value, ink, .bold), row: 0, in: places.parts[index], .trailing)
        // The levels lie under the first curve, not over it.
        drawCurve(
          part, into: &frame, in: places.curves, glyphs: glyphs, style: Style(ink),
          hasLevel: index == 0)
      }
    } else {
      for (index, (part, place)) in zip(parts, places.parts).enumerated() {
        draw(part, into: &frame, in: place, glyphs: glyphs, inks[index % inks.count])
      }
    }
    if places.ends.isEmpty { drawRange(into: &frame, in: places.name) }
    drawEnds(into: &frame, in: places.ends)
    frame.write(
      Line(beside, .faint), row: besideRow(of: rect.rows), in: places.beside, .trailing)
  }

  /// The least value in view and the greatest: ".48 … .52", or the one over the other where there
  /// are rows for both; nothing where it is too long.
  private func drawEnds(into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty, parts.contains(where: { $0.drawn.contains(where: \.isFinite) }) else {
      return
    }
    let (low, high) = isFlat ? (flat, flat) : (own.range.lowerBound, own.range.upperBound)
    let words = RangeWords.texts(low * unit, high * unit)
    let rows =
      rect.rows == 1 || isFlat
      ? [(0, isFlat ? words.high : RangeWords.text(words, columns: rect.columns - 1))]
      : [(0, words.high), (rect.rows - 1, words.low)]
    for (row, text) in rows where Text.width(of: text) < rect.columns {
      frame.write(Line(text, .faint), row: row, in: rect, offset: 1)
    }
  }

  private var isFlat: Bool {
    let values = parts.flatMap(\.drawn).filter(\.isFinite)
    return values.min() == values.max()
  }

  private var flat: Double { Double(parts.flatMap(\.drawn).first { $0.isFinite } ?? 0) }

  /// What the axis reaches from and to, under the title.
  private func drawRange(into frame: inout Frame, in rect: Rect) {
    let range = axis.range
    guard rect.rows > 2 else {
      let text = range.text
      let fits = rect.rows == 2 && Text.width(of: text) <= rect.columns
      return frame.write(Line(fits ? text : "", .faint), row: 1, in: rect)
    }
    frame.write(Line(Number.short(range.upperBound), .faint), row: 1, in: rect)
    frame.write(Line(Number.short(range.lowerBound), .faint), row: rect.rows - 1, in: rect)
  }

  private func draw(
    _ part: Part, into frame: inout Frame, in rect: Rect, glyphs: Glyphs, _ ink: Ink
  ) {
    var rest = rect
    let number = rest.takeLeft(Self.valueWidth)
    let isColumn = parts.count > 1
    frame.write(
      Line(part.value, isColumn ? ink : .normal, .bold), row: 0, in: number, .trailing)
    _ = rest.takeLeft(1)
    drawCurve(part, into: &frame, in: rest, glyphs: glyphs, style: Style(ink))
  }

  private func drawCurve(
    _ part: Part, into frame: inout Frame, in rect: Rect, glyphs: Glyphs, style: Style,
    hasLevel: Bool = true
  ) {
    if rect.rows == 1 {
      var spark = Sparkline(part.past, on: own, cursor: part.cursor)
      spark.isStepped = isStepped
      spark.draw(into: &frame, row: 0, in: rect, glyphs: glyphs, style: style)
    } else {
      var chart = Chart(
        part.past, on: axis, levels: hasLevel ? level.map { [$0] } ?? [] : [],
        cursor: hasLevel ? part.cursor : nil,
        markers: part.markers)
      chart.behind = part.behind
      chart.isStepped = isStepped
      chart.draw(into: &frame, in: rect, glyphs: glyphs, style: style)
    }
  }

  /// The name of a level stands beside it.
  private func besideRow(of rows: Int) -> Int {
    guard rows > 1, let level else { return 0 }
    return Chart([], on: axis).row(of: level, of: rows) ?? 0
  }
}
