import Adversarial
import Notebook
import Plotting

/// The charts of what only some pages measure, over the steps of the run.
struct LookAheadCharts {
  let column: Moment.Column

  var charts: [PictureChart.Content] {
    [
      chart("D's cost, ahead", of: ends, includes: []),
      chart("2nd-order share", of: indices(of: .secondOrder, .percent), includes: [0, 1]),
      chart("2nd-order angle", of: indices(of: .secondOrder, .number), includes: [0]),
      chart("D beside D*", of: optimum.filter { !isLevel($0) }, includes: [0, 1]),
      chart("D* answers", of: optimum.filter(isLevel), includes: [0, 1]),
    ]
  }

  /// Of the costs along the look ahead the first and the last.
  private var ends: [Int] {
    let all = column.measures.indices.filter { column.measures[$0].group == .lookAhead }
    guard let first = all.first, let last = all.last else { return [] }
    return [first, last]
  }

  private var optimum: [Int] { indices(of: .optimum, .number) }

  private func isLevel(_ index: Int) -> Bool {
    column.measures[index].name.hasSuffix("Probability")
  }

  private func indices(
    of group: Measurement.Group, _ format: Measurement.Format
  ) -> [Int] {
    column.measures.indices.filter {
      column.measures[$0].group == group && column.measures[$0].format == format
    }
  }

  private func chart(
    _ title: String, of indices: [Int], includes levels: [Double]
  ) -> PictureChart.Content {
    let inks: [Ink] = [.both, .generated]
    let dashes = ["none", "5 2"]
    let curves = indices.enumerated().map { place, index in
      let measure = column.measures[index]
      return PictureChart.Curve(
        title: measure.title, now: measure.format.text(of: measure.value).trimmed,
        values: column.series(curves: false, index), ink: inks[place % inks.count],
        dashes: dashes[place % dashes.count])
    }
    let values = curves.flatMap(\.values)
    return PictureChart.Content(
      title: title, range: Series.bounds(of: values, including: levels), curves: curves,
      levels: [])
  }
}
