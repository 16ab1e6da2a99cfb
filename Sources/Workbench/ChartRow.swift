import Adversarial
import Notebook
import Plotting

/// A quantity over time, a part for each column of the run: its name, its value now, its past,
/// and what to compare it with.
struct ChartRow {
  /// The name of the curve or measure in files; empty where it is over something else than time.
  let name: String
  let title: String
  /// What it is compared with: a level's name, or the measure of real samples.
  let beside: String
  let parts: [Part]
  let axis: Axis
  let level: Double?
  let ink: Ink

  /// One column's share of the row.
  struct Part {
    let value: String
    let past: [Float]
    /// What the past is the average of, where it is one.
    var behind: [Float] = []
    /// The record in view, where a person looks back.
    var cursor: Int?
    /// Records before which something was turned.
    var markers: [Int] = []

    /// Everything that the axis must hold.
    fileprivate var drawn: [Float] { past + behind }
  }

  /// Widths of the columns: the same in every box, so that they line up.
  static let titleWidth = 10
  private static let valueWidth = 8
  static let besideWidth = 6
  /// Narrower than this, a part can't show its value.
  static let leastPart = 9

  init(curve: Curve, parts: [Part], isLogarithmic: Bool = false) {
    self.init(
      curve: curve, reference: curve.reference, parts: parts, isLogarithmic: isLogarithmic)
  }

  /// - Parameter reference: the level under the settings of the run.
  init(
    curve: Curve, reference: Curve.Reference?, parts: [Part], isLogarithmic: Bool = false
  ) {
    (name, title) = (curve.name, curve.title)
    self.parts = parts
    level = reference?.value
    beside = reference.map(Self.name) ?? ""
    let levels = level.map { [$0] } ?? []
    let range =
      curve.kind == .belief
      ? 0...1 : Series.bounds(of: parts.flatMap(\.drawn), including: levels)
    axis = Self.axis(range, of: parts, including: levels, isLogarithmic: isLogarithmic)
    ink = curve.kind == .belief ? (curve.title.contains("G") ? .generated : .real) : .normal
  }

  /// The logarithmic axis that is wanted, or the range as it is where a value has no logarithm.
  private static func axis(
    _ range: ClosedRange<Double>, of parts: [Part], including levels: [Double],
    isLogarithmic: Bool
  ) -> Axis {
    guard isLogarithmic else { return Axis(range) }
    let axis = Axis(
      around: parts.flatMap(\.drawn), including: levels, isLogarithmic: isLogarithmic)
    return axis.isLogarithmic ? axis : Axis(range)
  }

  /// A curve of a run with one column.
  init(curve: Curve, value: Float, past: [Float]) {
    self.init(curve: curve, parts: [Part(value: Self.text(of: value), past: past)])
  }

  /// A measure of a run with one column.
  init(measure: Measurement, past: [Float]) {
    let value = measure.format.text(of: measure.value)
    self.init(measure: measure, parts: [Part(value: value, past: past)])
  }

  /// A curve's value as its part shows it.
  static func text(of value: Float) -> String {
    value.isNaN ? "–" : Number.fitted(Double(value), width: 7, places: 3)
  }

  /// "ln 2", or the value where the name is too long for the column or says no more.
  private static func name(of reference: Curve.Reference) -> String {
    if reference.title.count == 1 { return Number.short(reference.value) }
    let isShort = Text.width(of: reference.title) <= besideWidth
    return isShort ? reference.title : Number.fixed(reference.value, places: 3)
  }

  init(measure: Measurement, parts: [Part], isLogarithmic: Bool = false) {
    (name, title) = (measure.name, measure.title)
    self.parts = parts
    beside = measure.ofReal.isNaN ? "" : measure.format.bare(measure.ofReal)
    level = nil
    ink = .normal
    let range: ClosedRange<Double>
    switch measure.format {
    case .count(let all): range = 0...Double(max(1, all))
    case .percent: range = 0...1
    case .number:
      range = Series.bounds(of: parts.flatMap(\.drawn), including: [0, measure.ofReal, 1])
    }
    axis = Self.axis(
      range, of: parts, including: [measure.ofReal], isLogarithmic: isLogarithmic)
  }

  /// Narrower than this, there is no column for what a value is compared with.
  static func widthForBeside(parts: Int) -> Int { 18 + 16 * parts }

  /// Where the parts of a row stand.
  static func places(of count: Int, in rect: Rect) -> (name: Rect, parts: [Rect], beside: Rect) {
    var rest = rect
    let name = rest.takeLeft(titleWidth)
    let isNarrow = rect.columns < widthForBeside(parts: count)
    let beside = rest.takeRight(isNarrow ? 0 : besideWidth + 1)
    let parts = (0..<count).map { index in
      let part = rest.takeLeft(rest.columns / (count - index))
      // A blank keeps a part off its neighbour.
      return index == 0 || part.columns <= valueWidth
        ? part
        : Rect(column: part.column + 1, row: part.row, columns: part.columns - 1, rows: part.rows)
    }
    return (name, parts, beside)
  }

  func draw(into frame: inout Frame, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    let places = Self.places(of: parts.count, in: rect)
    frame.write(Line(title, ink == .normal ? .faint : ink), row: 0, in: places.name)
    for (part, place) in zip(parts, places.parts) {
      draw(part, into: &frame, in: place, glyphs: glyphs)
    }
    drawRange(into: &frame, in: places.name)
    frame.write(
      Line(beside, .faint), row: besideRow(of: rect.rows), in: places.beside, .trailing)
  }

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

  private func draw(_ part: Part, into frame: inout Frame, in rect: Rect, glyphs: Glyphs) {
    var rest = rect
    let number = rest.takeLeft(Self.valueWidth)
    frame.write(Line(part.value, .normal, .bold), row: 0, in: number, .trailing)
    _ = rest.takeLeft(1)
    if rect.rows == 1 {
      Sparkline(part.past, on: axis, cursor: part.cursor).draw(
        into: &frame, row: 0, in: rest, glyphs: glyphs, style: Style(ink))
    } else {
      var chart = Chart(
        part.past, on: axis, levels: level.map { [$0] } ?? [], cursor: part.cursor,
        markers: part.markers)
      chart.behind = part.behind
      chart.draw(into: &frame, in: rest, glyphs: glyphs, style: Style(ink))
    }
  }

  /// The name of a level stands beside it.
  private func besideRow(of rows: Int) -> Int {
    guard rows > 1, let level else { return 0 }
    return Chart([], on: axis).row(of: level, of: rows) ?? 0
  }
}

extension Measurement.Format {
  /// The value as people say it, in columns that stand still.
  func text(of value: Double) -> String {
    guard !value.isNaN else { return "–" }
    switch self {
    case .count(let all): return "\(Number.fixed(value, places: 0)) of \(all)"
    case .percent: return "\(Number.fitted(value * 100, width: 5, places: 1)) %"
    case .number: return Number.fitted(value, width: 6, places: 3)
    }
  }

  /// The figure alone, for a column whose heading says the rest.
  func bare(_ value: Double) -> String {
    guard !value.isNaN else { return "–" }
    switch self {
    case .count: return Number.fixed(value, places: 0)
    case .percent: return Number.fixed(value * 100, places: 1)
    case .number: return Number.fitted(value, width: 6, places: 3)
    }
  }
}
