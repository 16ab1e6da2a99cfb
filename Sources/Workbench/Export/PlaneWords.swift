import Adversarial
import Experiments
import Notebook
import Plotting

/// A picture of the plane in words: how many modes there are points at, where most of them are,
/// and what D answers.
struct PlaneWords {
  let column: Moment.Column
  let experiment: Experiment

  /// "1 of 8 reached, 0.0 % high quality; of 512 points 480 are near (1.41, 1.41), 32 near no
  /// mode; D(x) 0.91, D(G(z)) 0.08".
  var text: String {
    if case .diverged(let step) = column.status {
      return "diverged at step \(Number.spaced(step)), a number is no longer finite"
    }
    return [quality, whereabouts, answers].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var quality: String {
    column.measures.filter { Measure.headlines.contains($0.name) }
      .map { "\($0.format.text(of: $0.value).trimmed) \($0.title)" }.joined(separator: ", ")
  }

  /// At most so many places are told.
  private static let mostPlaces = 4

  private var whereabouts: String {
    guard case .plane(let plane) = column.picture, !plane.generated.isEmpty,
      let data = (try? experiment.design(column.settings) as? Design)?.data.modes
    else { return "" }
    let census = Census(plane.generated, of: data)
    let places = zip(census.reached, data.components).filter { $0.0 > 0 }
      .sorted { $0.0 > $1.0 }
    let told = places.prefix(Self.mostPlaces).map { "\($0.0) near \(Self.place($0.1.centre))" }
    let elsewhere = census.total - places.prefix(Self.mostPlaces).reduce(0) { $0 + $1.0 }
    let rest = elsewhere == 0 ? [] : ["\(elsewhere) elsewhere"]
    return "of \(census.total) points " + (told + rest).joined(separator: ", ")
  }

  private static func place(_ point: SIMD2<Float>) -> String {
    func number(_ value: Float) -> String {
      Number.short((Double(value) * 100).rounded() / 100)
    }
    return "(\(number(point.x)), \(number(point.y)))"
  }

  private var answers: String {
    zip(column.curveList, column.curves).filter { $0.0.kind == .belief }
      .map { "\($0.0.title) \(Number.fixed(Double($0.1), places: 2))" }.joined(separator: ", ")
  }
}
