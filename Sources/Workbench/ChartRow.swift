import Adversarial
import Plotting

/// A quantity over time: its name, its value now, its past, and what to compare it with.
struct ChartRow {
  let title: String
  let value: String
  /// What it is compared with: a level's name, or the measure of real samples.
  let beside: String
  let past: [Float]
  let range: ClosedRange<Double>
  let level: Double?
  let ink: Ink

  /// Widths of the columns: the same in every box, so that they line up.
  private static let titleWidth = 10
  private static let valueWidth = 8
  static let besideWidth = 6

  init(curve: Curve, value: Float, past: [Float]) {
    title = curve.title
    self.value = value.isNaN ? "–" : Number.fitted(Double(value), width: 7, places: 3)
    level = curve.reference?.value
    beside = curve.reference.map(Self.name) ?? ""
    self.past = past
    range =
      curve.kind == .belief ? 0...1 : Series.bounds(of: past, including: level.map { [$0] } ?? [])
    ink = curve.kind == .belief ? (curve.title.contains("G") ? .generated : .real) : .normal
  }

  /// "ln 2", or the value where the name is too long for the column or says no more.
  private static func name(of reference: Curve.Reference) -> String {
    if reference.title.count == 1 { return Number.short(reference.value) }
    let isShort = Text.width(of: reference.title) <= besideWidth
    return isShort ? reference.title : Number.fixed(reference.value, places: 3)
  }

  init(measure: Measurement, past: [Float]) {
    title = measure.title
    value = measure.format.text(of: measure.value)
    beside = measure.format.bare(measure.ofReal)
    self.past = past
    level = nil
    ink = .normal
    switch measure.format {
    case .count(let all): range = 0...Double(max(1, all))
    case .percent: range = 0...1
    case .number: range = Series.bounds(of: past, including: [0, measure.ofReal, 1])
    }
  }

  /// Narrower than this, there is no column for what a value is compared with.
  static let widthForBeside = 34

  func draw(into frame: inout Frame, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    var rest = rect
    let isNarrow = rect.columns < Self.widthForBeside
    let name = rest.takeLeft(Self.titleWidth)
    let number = rest.takeLeft(Self.valueWidth)
    _ = rest.takeLeft(1)
    let right = rest.takeRight(isNarrow ? 0 : Self.besideWidth + 1)
    frame.write(Line(title, ink == .normal ? .faint : ink), row: 0, in: name)
    frame.write(Line(value, .normal, .bold), row: 0, in: number, .trailing)
    if rect.rows == 1 {
      Sparkline(past, in: range).draw(
        into: &frame, row: 0, in: rest, glyphs: glyphs, style: Style(ink))
    } else {
      drawChart(into: &frame, in: rest, left: name, glyphs: glyphs)
    }
    frame.write(Line(beside, .faint), row: besideRow(of: rect.rows), in: right, .trailing)
  }

  private func drawChart(
    into frame: inout Frame, in rect: Rect, left: Rect, glyphs: Glyphs
  ) {
    let chart = Chart(past, in: range, level: level)
    chart.draw(into: &frame, in: rect, glyphs: glyphs, style: Style(ink))
    frame.write(Line(range.text, .faint), row: 1, in: left)
  }

  /// The name of a level stands beside it.
  private func besideRow(of rows: Int) -> Int {
    guard rows > 1, let level else { return 0 }
    return Chart([], in: range).row(of: level, of: rows) ?? 0
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
