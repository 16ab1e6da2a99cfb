public import Adversarial
private import Foundation

/// A formula that a page asks for, and how an answer is put to the test: by numbers at many places,
/// never by how it is written.
public struct Derivation: Sendable, Equatable {
  /// The name in presets: `ratioOfDensities`.
  public let name: String
  /// What the formula is of: "D*(x)".
  public let title: String
  public let variables: [Variable]
  /// One right answer: "p / (p + q)".
  public let solution: String
  /// Whether an answer may be off by the same number everywhere.
  public let isUpToConstant: Bool
  /// The relative error that ``places`` may have themselves.
  let tolerance: Double
  /// Where an answer is tried; plain numbers first, as those are shown to a person.
  let places: [Place]

  /// A name that a formula may speak of.
  public struct Variable: Sendable, Equatable {
    public let name: String
    /// "p_data(x)".
    public let meaning: String
    public init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// Values of the variables in their order, and what is due there: found by computing, not by the
  /// formula that is asked for.
  public struct Place: Sendable, Equatable {
    public let values: [Double]
    public let due: Double
  }

  init(
    _ name: String, title: String, variables: [Variable], solution: String,
    isUpToConstant: Bool = false, tolerance: Double = 1e-9, at values: [[Double]],
    due: ([Double]) -> Double
  ) {
    self.name = name
    self.title = title
    self.variables = variables
    self.solution = solution
    self.isUpToConstant = isUpToConstant
    self.tolerance = tolerance
    places = values.map { Place(values: $0, due: due($0)) }
  }

  /// Every derivation, in the tutorial's order.
  public static let all: [Derivation] = [
    .ratioOfDensities, .bilinearPath, .simultaneousRadius, .likelihoodWeight,
  ]

  /// How many places an answer is tried at.
  public var count: Int { places.count }

  /// What is wrong with an answer, in a sentence; nil where it agrees at every place.
  /// - Precondition: a formula in the variables of this.
  public func objection(to answer: Formula) -> String? {
    let values = places.map { answer.value($0.values) }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      return "at \(words(places[index].values)) your formula has no value; "
        + "\(title) is \(text(places[index].due))"
    }
    let gaps = zip(values, places).map { $0 - $1.due }
    let allowance = isUpToConstant ? gaps[0] : 0
    func isClose(_ index: Int) -> Bool {
      abs(gaps[index] - allowance) <= tolerance * max(1, abs(places[index].due))
    }
    let agreeing = places.indices.count(where: isClose)
    guard agreeing < count else { return nil }
    return pattern(values, gaps) ?? difference(values, isClose, agreeing)
  }

  /// What an answer has in common with the right one everywhere: a factor, or a distance.
  private func pattern(_ values: [Double], _ gaps: [Double]) -> String? {
    if let factor = shared(zip(values, places).compactMap { $1.due == 0 ? nil : $0 / $1.due }),
      factor != 0
    {
      return abs(factor + 1) < 1e-6
        ? "your formula is \(title) with the wrong sign, everywhere"
        : "your formula is \(text(factor)) times \(title), everywhere"
    }
    return shared(gaps).map { "your formula is off by the same \(text($0)) everywhere" }
  }

  private func shared(_ numbers: [Double]) -> Double? {
    guard let first = numbers.first else { return nil }
    return numbers.allSatisfy { abs($0 - first) <= 1e-6 * max(1, abs(first)) } ? first : nil
  }

  private func difference(
    _ values: [Double], _ isClose: (Int) -> Bool, _ agreeing: Int
  ) -> String? {
    guard let index = places.indices.first(where: { !isClose($0) }) else { return nil }
    let place = places[index]
    return "at \(words(place.values)) your formula is \(text(values[index])), and \(title) is "
      + "\(text(place.due)); it agrees at \(agreeing) of \(count) places"
  }

  /// "p = 1, q = 3".
  private func words(_ values: [Double]) -> String {
    zip(variables, values).map { "\($0.name) = \(text($1))" }.joined(separator: ", ")
  }

  private func text(_ value: Double) -> String { String(format: "%.4g", value) }
}
