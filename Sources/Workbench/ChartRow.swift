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
  /// The axis where there are several rows of cells.
  let axis: Axis
  /// The axis in a single row: from the least value in view to the greatest.
  let own: Axis
  let level: Double?
  let ink: Ink
  /// Whether the values are taken now and then and hold until the next.
  let isStepped: Bool
  /// How a value is written at the ends of an axis: 100 for shares.
  let unit: Double

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
    var drawn: [Float] { past + behind }
  }

  /// Widths of the columns: the same in every box, so that they line up.
  static let titleWidth = 10
  static let valueWidth = 8
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
    let range = Series.bounds(of: parts.flatMap(\.drawn), including: levels)
    axis = Self.axis(range, of: parts, including: levels, isLogarithmic: isLogarithmic)
    own = Self.own(parts, isLogarithmic: isLogarithmic) ?? axis
    (isStepped, unit) = (false, 1)
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

  /// From the least value to the greatest; nil where they are alike, or none is finite.
  private static func own(_ parts: [Part], isLogarithmic: Bool) -> Axis? {
    let values = parts.flatMap(\.drawn).filter(\.isFinite)
    guard let least = values.min(), let most = values.max(), least < most else { return nil }
    return Axis(Double(least)...Double(most), isLogarithmic: isLogarithmic)
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
    isStepped = true
    let range: ClosedRange<Double>
    switch measure.format {
    case .count(let all): (range, unit) = (0...Double(max(1, all)), 1)
    case .percent: (range, unit) = (0...1, 100)
    case .number:
      unit = 1
      range = Series.bounds(of: parts.flatMap(\.drawn), including: [0, measure.ofReal, 1])
    }
    axis = Self.axis(
      range, of: parts, including: [measure.ofReal], isLogarithmic: isLogarithmic)
    own = Self.own(parts, isLogarithmic: isLogarithmic) ?? axis
  }

  /// A curve over something else than time.
  init(title: String, parts: [Part]) {
    name = ""
    self.title = title
    self.parts = parts
    beside = ""
    level = nil
    ink = .normal
    axis = Axis(Series.bounds(of: parts.flatMap(\.past), including: []))
    own = Self.own(parts, isLogarithmic: false) ?? axis
    (isStepped, unit) = (false, 1)
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
