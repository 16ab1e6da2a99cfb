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

  /// Widths of the name and of the value: the same in every box, so that columns line up.
  static let titleWidth = 11
  static let valueWidth = 9
  static let besideWidth = 12

  init(curve: Curve, value: Float, past: [Float]) {
    title = curve.title
    self.value = value.isNaN ? "–" : Number.fitted(Double(value), width: 7, places: 3)
    level = curve.reference?.value
    beside =
      curve.reference.map { "\($0.title) \(Number.fixed($0.value, places: 3).decimals)" } ?? ""
    self.past = past
    range =
      curve.kind == .belief ? 0...1 : Series.bounds(of: past, including: level.map { [$0] } ?? [])
    ink = curve.kind == .belief ? (curve.title.contains("G") ? .generated : .real) : .normal
  }

  init(measure: Measurement, past: [Float]) {
    title = measure.title
    value = measure.format.text(of: measure.value)
    beside = "real \(measure.format.text(of: measure.ofReal, isTight: true))"
    self.past = past
    level = nil
    ink = .normal
    switch measure.format {
    case .count(let all): range = 0...Double(max(1, all))
    case .percent: range = 0...1
    case .number: range = Series.bounds(of: past, including: [0, measure.ofReal, 1])
    }
  }

  func draw(into frame: inout Frame, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    var rest = rect
    let isNarrow = rect.columns < 34
    let name = rest.takeLeft(isNarrow ? 9 : Self.titleWidth)
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
  /// The value as people say it; tight, or in columns that stand still.
  func text(of value: Double, isTight: Bool = false) -> String {
    guard !value.isNaN else { return "–" }
    let text =
      switch self {
      case .count(let all): "\(Number.fixed(value, places: 0)) of \(all)"
      case .percent: "\(Number.fitted(value * 100, width: 5, places: 1)) %"
      case .number: Number.fitted(value, width: 6, places: 3)
      }
    return isTight ? text.split(separator: " ").joined(separator: " ") : text
  }
}

extension String {
  /// ".693" for "0.693": what a narrow column has room for.
  var decimals: String { hasPrefix("0.") ? String(dropFirst()) : self }
}
