import Adversarial
import Notebook
import Plotting

extension PictureChart {
  /// The charts of a column: a cost each, the other curves by kind, then the measures by what
  /// they count.
  static func charts(of column: Moment.Column) -> [Content] {
    let curves = column.curveList.enumerated().map { (index: $0.offset, curve: $0.element) }
    let costs = curves.filter { $0.curve.kind == .cost }.enumerated().map { place, item in
      content(of: [item], in: column, "cost", inks: [[.both, .generated][place % 2]])
    }
    let belief = content(
      of: curves.filter { $0.curve.kind == .belief }, in: column, "D answers",
      inks: [.real, .generated])
    let other = content(
      of: curves.filter { $0.curve.kind == .other }, in: column, "gradients, logits",
      inks: [.both, .generated, .good])
    let own = LookAheadCharts(column: column).charts
    return (costs + [belief, other] + measures(of: column) + own).filter { !$0.curves.isEmpty }
  }

  /// White and yellow for D and G, cyan and yellow for real and generated: as on the screen.
  private static let dashes = ["none", "5 2", "1.5 2"]

  private static func content(
    of items: [(index: Int, curve: Adversarial.Curve)], in column: Moment.Column, _ title: String,
    inks: [Ink]
  ) -> Content {
    let curves = items.enumerated().map { place, item in
      let value = column.curves.indices.contains(item.index) ? column.curves[item.index] : .nan
      return Curve(
        title: item.curve.title,
        now: value.isNaN ? "–" : Number.fitted(Double(value), width: 6, places: 3).trimmed,
        values: column.series(curves: true, item.index), ink: inks[place % inks.count],
        dashes: dashes[place % dashes.count])
    }
    var levels: [(value: Double, title: String)] = []
    for reference in items.compactMap(\.curve.reference)
    where !levels.contains(where: { $0.value == reference.value }) {
      levels.append((reference.value, reference.title))
    }
    let isBelief = items.first?.curve.kind == .belief
    let values = curves.flatMap(\.values)
    return Content(
      title: title,
      range: isBelief ? 0...1 : Series.bounds(of: values, including: levels.map(\.value)),
      curves: curves, levels: levels)
  }

  private static func measures(of column: Moment.Column) -> [Content] {
    var charts: [Content] = []
    for kind in ["modes", "shares", "distances"] {
      let chosen = column.measures.enumerated().filter {
        $0.element.group == .sample && $0.element.format.chart == kind
      }
      let inks: [Ink] = [.both, .generated, .good]
      let curves = chosen.enumerated().map { place, item in
        Curve(
          title: item.element.title, now: item.element.now,
          values: column.series(curves: false, item.offset), ink: inks[place % inks.count],
          dashes: dashes[place % dashes.count])
      }
      var levels: [(value: Double, title: String)] = []
      if let real = chosen.first?.element.ofReal, real.isFinite, chosen.count == 1 {
        levels.append((real, "real data"))
      }
      let values = curves.flatMap(\.values)
      charts.append(
        Content(
          title: kind,
          range: range(of: chosen.first?.element.format, values), curves: curves, levels: levels))
    }
    return charts
  }

  private static func range(
    of format: Measurement.Format?, _ values: [Float]
  ) -> ClosedRange<Double> {
    switch format {
    case .count(let all)?: 0...Double(max(1, all))
    case .percent?: 0...1
    case .number?, nil: Series.bounds(of: values, including: [0, 1])
    }
  }
}

extension Measurement {
  /// The value in few characters: how many there are in all stands at the axis.
  fileprivate var now: String {
    if case .percent = format { return format.text(of: value).trimmed }
    return format.bare(value).trimmed
  }
}

extension Measurement.Format {
  /// The chart that it stands on.
  fileprivate var chart: String {
    switch self {
    case .count: "modes"
    case .percent: "shares"
    case .number: "distances"
    }
  }
}
