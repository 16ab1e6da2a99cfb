/// A curve in the plane by a formula for each coordinate: "cos(t),sin(2*t)", or with a range
/// "t,t^2;t=-1..1".
public struct FormulaCurve: Sendable, Hashable {
  /// As they were typed, blanks aside.
  public let x: String
  public let y: String
  public let range: ClosedRange<Double>

  /// A full turn, where nobody says otherwise.
  public static let usual = 0...(2 * Double.pi)
  /// Points that stand for the curve, and places at which it is looked at to find them.
  static let count = 1_024
  private static let places = 8_192

  /// - Throws: ``DataError`` with the mistake.
  public init(_ text: String) throws(DataError) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    let sides = Self.sides(parts[0])
    guard sides.count == 2, parts.count <= 2 else {
      throw DataError("expected two formulas of t, as curve:cos(t),sin(2*t)")
    }
    (x, y) = (Self.bare(sides[0]), Self.bare(sides[1]))
    range = parts.count == 2 ? try Self.range(parts[1]) : Self.usual
    for (name, side) in [("x", x), ("y", y)] { _ = try Self.formula(side, name) }
  }

  public var text: String {
    let whole = x + "," + y
    guard range != Self.usual else { return whole }
    return whole + ";t=\(range.lowerBound)..\(range.upperBound)"
  }

  /// So many points at equal distances along the curve.
  /// - Throws: ``DesignError`` where it is not finite, too far out or a single point.
  public func points() throws(DesignError) -> [SIMD2<Float>] {
    let dense = try places()
    var lengths = [0.0]
    for (here, next) in zip(dense, dense.dropFirst()) {
      let apart = next - here
      lengths.append(lengths[lengths.count - 1] + (apart * apart).sum().squareRoot())
    }
    guard let whole = lengths.last, whole > 1e-6 else {
      throw DesignError("the curve '\(text)' is a single point")
    }
    var segment = 0
    return (0..<Self.count).map { index in
      // Middles of equal pieces: the ends of a closed curve do not meet in one point.
      let goal = whole * (Double(index) + 0.5) / Double(Self.count)
      while lengths[segment + 1] < goal { segment += 1 }
      let length = lengths[segment + 1] - lengths[segment]
      let share = length > 0 ? (goal - lengths[segment]) / length : 0
      return SIMD2<Float>(dense[segment] + (dense[segment + 1] - dense[segment]) * share)
    }
  }

  private func places() throws(DesignError) -> [SIMD2<Double>] {
    guard let first = try? Self.formula(x, "x"), let second = try? Self.formula(y, "y") else {
      throw DesignError("the curve '\(text)' has no formulas")
    }
    let width = range.upperBound - range.lowerBound
    var places: [SIMD2<Double>] = []
    for index in 0...Self.places {
      let t = range.lowerBound + width * Double(index) / Double(Self.places)
      let place = SIMD2(first.value([t]), second.value([t]))
      guard abs(place.x) <= 1_000, abs(place.y) <= 1_000 else {
        let point = "(\(place.x), \(place.y))"
        throw DesignError(
          "the curve '\(text)' is at \(point) for t = \(t); it must stay within 1000 of the origin")
      }
      places.append(place)
    }
    return places
  }

  // MARK: Reading

  private static func formula(_ text: String, _ name: String) throws(DataError) -> Formula {
    do {
      return try Formula(text, variables: ["t"])
    } catch {
      throw DataError("in '\(text.prefix(60))', the formula for \(name)", error)
    }
  }

  /// The sides of the comma that stands in no parentheses.
  private static func sides(_ text: Substring) -> [Substring] {
    var (depth, sides, start) = (0, [Substring](), text.startIndex)
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0:
        sides.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return sides + [text[start...]]
  }

  private static func bare(_ text: Substring) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  /// `t=-1..1`, the ends formulas of nothing: `t=0..2*pi`.
  private static func range(_ text: Substring) throws(DataError) -> ClosedRange<Double> {
    let words = bare(text)
    let ends = words.hasPrefix("t=") ? parts(of: words.dropFirst(2)) : []
    let values = ends.compactMap { try? Formula($0, variables: []).value([]) }
    guard ends.count == 2, values.count == 2, values[0] < values[1], abs(values[0]) <= 1e6,
      abs(values[1]) <= 1e6, !values.contains(where: { "\($0)".contains("e") })
    else {
      throw DataError("expected a range behind ';', as t=0..2*pi, not '\(words.prefix(40))'")
    }
    return values[0]...values[1]
  }

  private static func parts(of text: Substring) -> [String] {
    guard let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }) else { return [] }
    return [String(text[..<dots]), String(text[text.index(dots, offsetBy: 2)...])]
  }
}
