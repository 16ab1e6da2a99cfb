import Adversarial
import Notebook

/// One chart over the whole screen.
struct ChartState: Sendable, Equatable {
  /// Whether it fills the screen.
  var isOpen = false
  /// The name of the curve or measure; the first one where it is not there.
  var chosen = ""
  /// The step that the crosshair reads; nil where it follows the step in view.
  var reading: Int?
}

/// What one chart shows: a curve or a measure, with its past in every column of the run.
struct ChartSubject {
  let name: String
  /// As the panels call it: "J_D".
  let title: String
  /// For each column of the run, the levels worth drawing under its settings.
  let levels: [[Curve.Reference]]
  /// A value as it is written.
  let text: (Double) -> String
  /// The bounds of the axis that the values themselves don't set; nil where they do.
  let range: ClosedRange<Double>?
  /// Whether the values are taken now and then and hold until the next.
  let isStepped: Bool
  /// For each column of the run the history's series; nil where the column has none.
  let series: [[Float]]

  /// Everything that a run has a past of.
  static func all(of moment: Moment) -> [ChartSubject] {
    curves(of: moment) + measures(of: moment)
  }

  private static func curves(of moment: Moment) -> [ChartSubject] {
    moment.columns[0].curveList.enumerated().map { index, curve in
      ChartSubject(
        name: curve.name, title: curve.title,
        levels: moment.columns.map { curve.levels(in: $0.settings) },
        text: { ChartRow.text(of: Float($0)) }, range: nil, isStepped: false,
        series: moment.columns.map { $0.series(curves: true, index) })
    }
  }

  private static func measures(of moment: Moment) -> [ChartSubject] {
    var found: [ChartSubject] = []
    for measure in moment.columns.flatMap(\.measures)
    where measure.group != .lookAhead && !found.contains(where: { $0.name == measure.name }) {
      let levels =
        measure.ofReal.isFinite ? [Curve.Reference(measure.ofReal, title: "real")] : []
      found.append(
        ChartSubject(
          name: measure.name, title: measure.title,
          levels: moment.columns.map { _ in levels },
          text: measure.format.text(of:), range: measure.format.range, isStepped: true,
          series: moment.columns.map { $0.past(of: measure.name) }))
    }
    return found
  }

  /// The name in files as words: "discriminator gradient norm", "mode TV".
  var words: String { Self.words(from: name) }

  static func words(from name: String) -> String {
    let letters = Array(name)
    return letters.indices.reduce(into: "") { words, index in
      let letter = letters[index]
      let isInside = index > 0 && letters[index - 1].isUppercase
      let isAcronym = isInside || (index + 1 < letters.count && letters[index + 1].isUppercase)
      guard letter.isUppercase else {
        words.append(letter)
        return
      }
      words += (isInside ? "" : " ") + (isAcronym ? String(letter) : letter.lowercased())
    }
  }
}

extension Moment.Column {
  fileprivate func past(of measure: String) -> [Float] {
    guard let index = measures.firstIndex(where: { $0.name == measure }) else { return [] }
    return series(curves: false, index)
  }
}

extension Measurement.Format {
  fileprivate var range: ClosedRange<Double>? {
    switch self {
    case .count(let all): 0...Double(max(1, all))
    case .percent: 0...1
    case .number: nil
    }
  }
}

extension RunState {
  var subjects: [ChartSubject] { moment.map(ChartSubject.all) ?? [] }

  /// The place of the chosen chart among all.
  func chosenSubject(of subjects: [ChartSubject]) -> Int {
    subjects.firstIndex { $0.name == chart.chosen } ?? 0
  }
}
